package language

// part is the set of parts of speech that a word can be.
type part uint8

const (
	isNoun part = 1 << iota
	isVerb
	isAdjective
	isAdverb
	isWord // holds sentences together: articles, prepositions, conjunctions …
	isName // an unknown word with a capital
)

// form is the set of forms that a word can be in.
type form uint16

const (
	formBase       form = 1 << iota // launch; in German the infinitive
	formThird                       // launches
	formPast                        // launched, wrote
	formParticiple                  // launched, written
	formIng                         // launching
	formPlural                      // launches, customers
	formSingular                    // launch, customer
	formFinite                      // German: startet, starten
	formInflected                   // German: gestartete, as before a noun
)

// The classes of verbs: what a statement is about when one of them leads it.
const (
	makes   uint32 = 1 << iota // brings something of the team's own into being
	soft                       // … or anything else: an experience, a habit
	acts                       // is an activity of the team
	watches                    // looks at a number
	hires
	rises
	falls
	moves
	alters // claims a change
	vague  // … that cannot be checked
	reaches
	gains // brings others to do something
	keeps
	causes // what follows is the statement
	serves // throughput
	uses   // what people outside do
	offers // what a thing can do
	being
	learns     // what only its participants gain by
	supportive // help, support: work that nothing checks
	usual      // keep what is
	wants
	blames
	sells   // whatever is won or sold is somebody's decision
	touches // people outside are to feel something
	chore   // handiwork on a thing: buy, clean, repair, fill in
	redoes  // makes a thing anew that there is: rewrite, redesign
)

// The classes of nouns: what counting them would tell.
const (
	metricNoun uint32 = 1 << iota
	actNoun           // what people outside do, one by one
	dealNoun
	awardNoun
	personNoun
	staffNoun
	artefactNoun
	activityNoun
	projectNoun
	problemNoun
	populationNoun
	qualityNoun
	spanNoun // a unit of time
	monthNoun
	deadlineNoun
	labelNoun // words that a bare number labels: "phase 2"
	moneyNoun
	progressNoun
	unitNoun // the organisation's own teams and departments
	courseNoun
	rateNoun // measures that are a share themselves
	taskNoun
	counterNoun // number of, set of: what follows is counted
)

// The classes of the words that hold sentences together, and of adjectives.
const (
	determiner uint64 = 1 << iota
	possessive
	article
	indefinite
	quantifier
	every
	pronoun
	we
	firstPerson
	secondPerson
	thirdPerson
	preposition
	conjunction
	andWord
	subordinate
	relative
	modal
	negation
	auxiliary
	copula
	toWord
	fromWord
	byWord
	ofWord
	perWord
	bound
	atMost
	atLeast
	deadlineLead
	whenWord
	effect
	means
	numeral
	zero
	noWord    // no, in German kein: zero of what follows
	frequency // daily, weekly
	fraction  // half of, a third of
	numeralVerb
	oneWord
	weasel
	comparative
	done
	praise
	own
	plainAdverb
	plainAdjective
	particle // of a separable verb
	passiveAuxiliary
	percentWord
	pointsWord
	withinWord
	withWord
	fewerWord
	ableWord  // can, able to
	timesWord // "10 times a week"
	agentWord // by whom: by, German von, durch
)

// The marks of words whatever part of speech they are.
const (
	completion uint64 = 1 << iota // done, complete: a word of progress
	evenWord                      // break-even
	jargonWord
	bossWord   // somebody whose wish is law
	wantedWord // requested, mandated
	clientWord
	blameWord
	whomWord
	usualWord // as usual
	firstName
	epicWord  // of a tracker
	outside   // qualified, inbound: others have a part in it
	mediaWord // magazines, radio: who speaks of us
	rankWord  // top 50
	speedWord
	costWord
	conversionWord
	volumeWord
	properName // of a company, a product, a place: never a person's
	salutation // Mr., Dr.
	givenTo    // assigned to
	doneBy     // led by
	copyTo     // cc
	addresses  // ask, thank
	turnsTo    // talk to, wait for
	humanDoes  // what only people do: forget, promise
	owns       // what people do to goals: own, lead
	away       // on leave
	reachAt    // contact, questions
	soldWord   // sales, quota: what a seller sold
	apart      // pay and goals are: decoupled, independent
	selfWord   // the organisation itself: business, brand
	nameOrWord // a first name that is a common word as well: mark, will, april
	plainThing // begins a note and is no person: snow, fish, somebody
	everyday   // an adjective that a picture may use: good, easy, fast
	onlyHuman  // what nobody but a person does: forget, apologise
	buzzWord   // means something in company only: lever, enablement, digital
	inward     // how the organisation itself works: handover, approval
	emptyImage // an image that everybody uses: new heights, the extra mile
	hollow     // could be anything: work, results, everything
	routine    // comes round again: regular, scheduled
	buzzTail   // makes a buzzword of what stands before it: data-driven, AI-first
	vagueOnly  // claims and says not even in which respect: better, seamless
	workItem   // what a tracker numbers: ticket, bug
)

// classNames says which classes a lexicon may name in a section, by part of
// speech.
func classNames() (verbs, nouns map[string]uint32, marks, words map[string]uint64) {
	verbs = map[string]uint32{
		"make": makes, "soft": soft, "act": acts, "watch": watches, "staff": hires, "up": rises, "down": falls, "move": moves,
		"alter": alters, "weasel": vague, "reach": reaches, "gain": gains, "keep": keeps, "cause": causes, "serve": serves,
		"use": uses, "offer": offers, "be": being, "learn": learns, "supportive": supportive, "usual": usual, "wants": wants, "blame": blames, "touch": touches, "sell": sells, "chore": chore, "redo": redoes,
	}
	nouns = map[string]uint32{
		"metric": metricNoun, "act": actNoun, "deal": dealNoun, "award": awardNoun, "person": personNoun, "staff": staffNoun,
		"artefact": artefactNoun, "activity": activityNoun, "project": projectNoun, "problem": problemNoun,
		"population": populationNoun, "quality": qualityNoun, "span": spanNoun, "month": monthNoun,
		"deadline": deadlineNoun, "label": labelNoun, "money": moneyNoun, "progress": progressNoun, "counter": counterNoun, "unit": unitNoun, "course": courseNoun, "rate": rateNoun, "task": taskNoun,
	}
	words = map[string]uint64{
		"determiner": determiner, "possessive": possessive, "article": article, "indefinite": indefinite,
		"quantifier": quantifier, "every": every, "pronoun": pronoun, "we": we, "first-person": firstPerson,
		"second-person": secondPerson, "third-person": thirdPerson, "preposition": preposition,
		"conjunction": conjunction, "and": andWord, "subordinate": subordinate, "relative": relative, "modal": modal,
		"negation": negation, "auxiliary": auxiliary, "copula": copula, "to": toWord, "from": fromWord, "by": byWord,
		"of": ofWord, "per": perWord, "bound": bound, "atmost": atMost, "atleast": atLeast,
		"deadline-lead": deadlineLead, "when": whenWord, "effect": effect, "means": means, "numeral": numeral,
		"zero": zero, "no": noWord, "frequency": frequency, "fraction": fraction, "numeral-verb": numeralVerb, "one": oneWord, "weasel": weasel, "comparative": comparative,
		"done": done, "praise": praise, "own": own, "adverb": plainAdverb, "adjective": plainAdjective,
		"particle": particle, "passive": passiveAuxiliary,
		"percent": percentWord, "points": pointsWord, "within": withinWord, "with": withWord, "fewer": fewerWord, "able": ableWord, "times": timesWord, "agent": agentWord}
	marks = map[string]uint64{
		"completion": completion, "breakeven": evenWord, "jargon": jargonWord, "boss": bossWord, "wanted": wantedWord,
		"client": clientWord, "blame": blameWord, "whom": whomWord, "usual": usualWord, "firstname": firstName, "epic": epicWord,
		"outside": outside, "rank": rankWord, "media": mediaWord, "speed": speedWord, "cost": costWord, "conversion": conversionWord, "volume": volumeWord, "proper": properName,
		"salutation": salutation, "given": givenTo, "doneby": doneBy, "copy": copyTo, "address": addresses, "turn": turnsTo,
		"human": humanDoes, "owns": owns, "away": away, "reach": reachAt, "sold": soldWord, "apart": apart, "self": selfWord,
		"name-or-word": nameOrWord, "thing": plainThing, "only-human": onlyHuman, "everyday": everyday, "buzz": buzzWord, "buzz-tail": buzzTail, "inward": inward, "image": emptyImage, "hollow": hollow, "routine": routine, "work-item": workItem, "vague-only": vagueOnly,
	}
	return verbs, nouns, marks, words
}
