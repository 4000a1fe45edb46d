package lint

import "strings"

var englishSpeech = speech{purposes: englishPurposes, deeds: englishDeeds, singulars: englishSingulars, people: Said.englishPeople}

func englishSingulars(phrase string) []string {
	found := []string{phrase}
	if stem, several := strings.CutSuffix(phrase, "s"); several {
		found = append(found, stem)
	}
	if stem, several := strings.CutSuffix(phrase, "es"); several {
		found = append(found, stem)
	}
	if stem, several := strings.CutSuffix(phrase, "ies"); several {
		found = append(found, stem+"y")
	}
	return found
}

// englishPurposes are tried in this order: verbs that tell more than their objects,
// the things themselves, verbs that tell little.
var englishPurposes = []purpose{
	{
		verbs: []string{"switch off", "turn off", "shut down", "shut off", "take down", "wind down", "decommission", "decomissioned", "retire", "remove", "delete", "sunset", "phase out",
			"abolish", "scrap", "dismantle", "discontinue", "deprecate", "uninstall", "clean up", "clear out", "get rid of", "purge", "replace"},
		nouns:   []string{"decommissioning", "removal", "shutdown", "shut-down", "switch-off", "phase-out", "cleanup", "clean-up", "deletion", "abolition", "dismantling"},
		goal:    "what is lost to {thing} today in hours, faults or money, and who is rid of that",
		example: "Hours a week lost to {thing} fall from … to …",
		aim:     "Nobody loses time to {thing} any more",
	},
	{
		verbs:   []string{"train", "retrain", "cross-train", "coach", "teach", "educate", "upskill", "certify", "mentor", "instruct", "onboard", "brief"},
		nouns:   []string{"training", "course", "lesson", "class", "bootcamp", "coaching", "seminar", "refresher", "onboarding", "curriculum", "lesson plan", "e-learning"},
		people:  "participants",
		goal:    "what {people} do differently afterwards",
		example: "{People} {who} put it into practice every week rise from … to … percent",
		aim:     "{People} know what to do without asking",
	},
	{
		nouns:   []string{"position", "vacancy", "opening", "role"},
		goal:    "what waits or goes wrong today because nobody is there to do it",
		example: "Days until a request is answered fall from … to …",
		aim:     "Nobody waits because somebody is missing",
	},
	{
		verbs:   []string{"hire", "appoint", "employ", "recruit"},
		goal:    "what waits or goes wrong today because {people} are missing",
		example: "Days of waiting for {people} fall from … to …",
		aim:     "Nobody has to wait for {people}",
	},
	{
		verbs: []string{"evaluate", "investigate", "analyse", "analyze", "assess", "survey", "interview", "audit", "examine", "explore", "find out", "map", "research", "compare", "monitor",
			"track", "collect", "gather", "measure", "count"},
		nouns: []string{"survey", "interview", "study", "analysis", "audit", "evaluation", "assessment", "benchmark", "test", "trial", "pilot", "experiment", "review", "poll", "questionnaire",
			"proof of concept", "poc", "spike", "mock-up", "prototype", "research", "conversation"},
		goal: "what you will do differently once you know the result, and what that changes for whom",
	},

	{
		nouns:   []string{"website", "microsite", "homepage", "page", "landing page", "webshop", "online shop", "shop", "store", "exhibition", "museum", "stand", "booth"},
		people:  "visitors",
		goal:    "what {people} find or do more easily with {thing}",
		example: "{People} {who} find what they came for with {thing} rise from … to … percent",
		aim:     "{People} find at once what they came for",
	},
	{
		nouns:   []string{"dashboard", "scorecard", "chart", "monitoring", "alerting", "alert", "alerting board", "report card", "cockpit"},
		goal:    "which problems are noticed sooner with {thing}, and who gains by that",
		example: "Problems noticed with {thing} before anybody complains rise from … to … percent",
		aim:     "Nobody is surprised by a problem that could have been seen",
	},
	{
		nouns: []string{"app", "portal", "tool", "platform", "system", "software", "feature", "module", "calculator", "bot", "chatbot", "service", "api", "interface", "integration",
			"plugin", "screen", "search", "widget", "extension", "kiosk", "terminal", "machine", "scanner", "calendar", "database", "screens", "crm", "sdk", "assistant", "login", "checkout",
			"archive", "suite", "gateway", "register", "registry", "library", "device", "inbox", "helpdesk", "help desk", "workspace"},
		people:  "users",
		goal:    "what {people} get done faster or better with {thing}",
		example: "{People} {who} finish their task with {thing} unaided rise from … to … percent",
		aim:     "{People} get their work done without help",
	},
	{
		nouns: []string{"guide", "handbook", "manual", "playbook", "policy", "sop", "runbook", "documentation", "docs", "faq", "rules", "regulation", "guideline", "checklist",
			"instruction", "reference", "standard", "glossary", "wiki", "style guide", "procedure", "protocol", "code of conduct", "welcome pack"},
		goal:    "what goes right more often, and for whom, because of {thing}",
		example: "Questions that {thing} should answer fall from … to … a week",
		aim:     "Everybody knows the right way without asking",
	},
	{
		nouns: []string{"article", "post", "newsletter", "report", "white paper", "whitepaper", "brochure", "leaflet", "flyer", "magazine", "book", "press release", "list",
			"case study", "catalogue", "catalog", "paper", "ebook", "story", "deck"},
		people:  "readers",
		goal:    "what {people} do because of {thing}",
		example: "{People} {who} act on what they read in {thing} rise from … to … percent",
		aim:     "{People} find the answer before they have to ask",
	},
	{
		nouns:   []string{"video", "clip", "film", "screencast", "tutorial", "lecture"},
		people:  "viewers",
		goal:    "what {people} do because of {thing}",
		example: "{People} {who} act on what they saw in {thing} rise from … to … percent",
		aim:     "{People} can do it themselves after one look",
	},
	{
		nouns:   []string{"podcast", "episode", "audio guide", "radio show"},
		people:  "listeners",
		goal:    "what {people} do because of {thing}",
		example: "{People} {who} act on what they heard in {thing} rise from … to … percent",
		aim:     "{People} look forward to the next one",
	},
	{
		nouns:   []string{"form", "template", "application form"},
		people:  "people",
		goal:    "what goes faster or better, and for whom, with {thing}",
		example: "{People} {who} complete {thing} without asking back rise from … to … percent",
		aim:     "{People} are done in one go",
	},
	{
		nouns: []string{"campaign", "ad", "advert", "spot", "poster", "mailing", "promotion", "sponsorship", "outreach", "press work", "billboard", "call", "cold call",
			"email", "e-mail", "mail", "message", "notification", "letter"},
		people:  "people",
		goal:    "what {people} do because of {thing}",
		example: "{People} {who} get in touch because of {thing} rise from … to … a week",
		aim:     "{People} come to us of their own accord",
	},
	{
		nouns: []string{"meeting", "event", "workshop", "conference", "fair", "trade fair", "roundtable", "round table", "meetup", "webinar", "visit", "demo", "session", "kick-off", "kickoff", "summit", "concert", "festival",
			"party", "open day", "game day", "hackathon", "talk", "parents evening", "offsite", "retreat", "tour", "lunch"},
		people:  "participants",
		goal:    "what {people} do after {thing}",
		example: "{People} {who} take the next step after {thing} rise from … to … percent",
		aim:     "{People} leave with something they can use",
	},
	{
		nouns:   []string{"defect", "bug", "incident", "ticket", "complaint", "error", "fault", "issue", "vulnerability", "finding"},
		goal:    "what people notice without {thing}, and who they are",
		example: "People who run into such a problem fall from … to … a month",
		aim:     "Nobody has to report the same problem twice",
	},
	{
		nouns:   []string{"process", "workflow", "hand-over", "handover", "pipeline", "matching"},
		goal:    "what gets faster, safer or fairer with {thing}, and for whom",
		example: "Cases that go through {thing} without a query rise from … to … percent",
		aim:     "Nobody has to ask where a case stands",
	},
	{
		nouns: []string{"plan", "strategy", "roadmap", "concept", "framework", "architecture", "model", "structure", "catalogue of measures", "vision", "principles",
			"guidelines", "target picture", "blueprint", "criteria"},
		goal:    "what is decided or done differently because of {thing}, and who gains by that",
		example: "Decisions that follow {thing} rise from … to … percent",
		aim:     "Everybody decides as if they had been in the room",
	},
	{
		nouns:   []string{"scheme", "programme", "program", "programm", "hotline", "benefit", "group", "community", "network"},
		people:  "people",
		goal:    "what {people} get out of {thing}",
		example: "{People} {who} say that {thing} helped them rise from … to … percent",
		aim:     "{People} are glad that they came",
	},
	{
		nouns: []string{"room", "space", "club", "lounge", "café", "cafe", "garden", "playground", "branch", "office", "clinic", "school", "centre", "center", "classroom", "hall", "kitchen", "park",
			"restaurant", "food bank", "stop", "station", "pool"},
		people:  "people",
		goal:    "what {people} do or get there",
		example: "{People} {who} come back to {thing} within a month rise from … to … percent",
		aim:     "{People} are glad that they came",
	},
	{
		nouns: []string{"product", "offering", "offer", "discount", "bundle", "tariff", "collection", "menu", "game", "map", "level", "chapter", "package", "subscription",
			"voucher", "season", "range"},
		people:  "customers",
		goal:    "what {people} do because of {thing}",
		example: "{People} {who} come back because of {thing} rise from … to … percent",
		aim:     "{People} come back because they want to",
	},
	{
		nouns:   []string{"contract", "agreement", "licence", "license", "deal", "partnership", "tender"},
		goal:    "what gets cheaper, sooner or more reliable because of {thing}, and for whom",
		example: "Deliveries on time under {thing} rise from … to … percent",
		aim:     "We can rely on our partners, and they on us",
	},
	{
		nouns:   []string{"warehouse", "plant", "production line", "assembly line", "factory", "data centre", "data center", "depot", "server", "infrastructure", "engine", "cluster", "backend"},
		goal:    "what gets faster, safer or cheaper in {thing}, and for whom",
		example: "Hours lost to faults in {thing} fall from … to … a month",
		aim:     "Nobody waits because something stands still",
	},

	{
		verbs:   []string{"buy", "purchase", "procure", "order", "acquire", "select", "choose", "lease", "rent", "negotiate", "renegotiate", "re-tender", "tender"},
		goal:    "what gets cheaper, faster or more reliable with {thing}, and for whom",
		example: "Hours saved with {thing} rise from 0 to … a week",
		aim:     "Nobody waits because something is missing",
	},
	{
		verbs: []string{"migrate", "move", "port", "switch", "transfer", "relocate", "upgrade", "rewrite", "refactor", "rebuild", "redesign", "modernise", "modernize",
			"convert", "consolidate", "automate", "digitise", "digitize"},
		nouns:   englishDeeds,
		goal:    "what gets faster, safer or cheaper with {thing} afterwards, and for whom",
		example: "Faults and delays with {thing} fall from … to … a month",
		aim:     "Nobody loses time over {thing}",
	},
	{
		goal:    "what should change for {people}",
		example: "{People} {who} … rise from … to … percent",
		aim:     "{People} can … without …",
	},
}

var englishDeeds = []string{
	"migration", "relocation", "move", "upgrade", "cutover", "go-live", "launch", "release", "rollout", "roll-out", "introduction", "implementation", "deployment", "conversion", "replacement",
	"redesign", "rewrite", "refactoring", "rebuild", "redevelopment", "development", "creation", "setup", "set-up", "installation", "automation", "digitisation", "digitization", "digitalisation",
	"digitalization", "procurement", "purchase", "acquisition", "delivery", "completion", "commissioning", "construction", "renovation", "opening", "publication", "kick-off", "makeover", "overhaul", "version", "edition",
	"decommissioning", "removal", "shutdown", "shut-down", "switch-off", "phase-out", "cleanup", "clean-up", "deletion", "abolition", "dismantling",
}
