package conform

import (
	"fmt"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// refusedKeys are the keys that no file may have, wherever they stand, without
// capitals and separators. They name a person, or judge and pay one.
func refusedKeys() map[string]diag.Rule {
	keys := make(map[string]diag.Rule)
	add := func(rule diag.Rule, words ...string) {
		for _, word := range words {
			keys[word] = rule
		}
	}
	add(diag.IndividualOwner,
		"owner", "ownerid", "ownername", "ownedby", "assignee", "assignedto", "dri", "responsible", "accountable", "lead",
		"champion", "manager", "employee", "employeeid", "person", "people", "member", "individual", "author", "reviewer", "checkedinby",
		"directlyresponsible", "responsibleparty", "ledby", "leadby", "leader", "teamlead", "drivenby", "driver", "sponsor", "executivesponsor", "pointofcontact",
		"verantwortlich", "verantwortliche", "verantwortlicher", "zustaendig", "zuständig", "besitzer", "ansprechpartner")
	add(diag.PerformanceRating, "rating", "performancerating", "reviewscore")
	add(diag.CompensationLink, "bonus", "bonuses", "bonusweight", "payout", "compensation", "salary", "salaries", "incentive", "commission")
	add(diag.PromotionLink, "promotion", "promo", "careerlevel")
	add(diag.StackRanking, "rank", "stackrank", "stackranking")
	add(diag.PIPReference, "pip")
	add(diag.AppraisalCycle, "calibration", "appraisal")
	return keys
}

// exempt are the mappings of okr.yaml whose keys are names that people choose:
// rules, also those of overrides, and units. They are nil elsewhere.
type exempt struct {
	rules, overrides, units *tree.Node
}

// refuse reports every key that is refused.
func (c *check) refuse(except exempt) {
	free := map[*tree.Node]bool{}
	if except.rules != nil {
		free[except.rules] = true
	}
	if except.units != nil {
		free[except.units] = true
	}
	if except.overrides != nil {
		for _, item := range except.overrides.Items {
			if rules := item.Get("rules"); rules != nil {
				free[rules] = true
			}
		}
	}
	r := refuser{check: c, keys: refusedKeys(), free: free, team: teamOf(c.tree)}
	r.walk(c.tree.Root)
}

// teamOf is the team that a document names, or nothing.
func teamOf(t *tree.Tree) string {
	if team := t.Root.Get("team"); team != nil && team.Kind == tree.String {
		return tree.Shorten(team.Text)
	}
	return ""
}

type refuser struct {
	check *check
	keys  map[string]diag.Rule
	free  map[*tree.Node]bool
	team  string
}

func (r *refuser) walk(n *tree.Node) {
	for i := range n.Pairs {
		p := &n.Pairs[i]
		if !r.free[n] && r.refused(p) {
			continue // what is inside goes with it
		}
		r.walk(p.Value)
	}
	for _, item := range n.Items {
		r.walk(item)
	}
}

// refused reports a key and says whether it did.
func (r *refuser) refused(p *tree.Pair) bool {
	word := plainWord(p.Key)
	rule, ok := r.keys[word]
	if !ok && len(word) > 1 && word[len(word)-1] == 's' {
		rule, ok = r.keys[word[:len(word)-1]]
	}
	if !ok && spellsPerson(word) {
		rule, ok = diag.IndividualOwner, true
	}
	if !ok && word == "level" && p.Value.Kind == tree.String {
		switch plainWord(p.Value.Text) {
		case "individual", "person", "personal":
			rule, ok = diag.IndividualOKR, true
		}
	}
	if !ok {
		return false
	}
	if r.check.refused == nil {
		r.check.refused = make(map[source.Span]bool)
	}
	r.check.refused[p.Span] = true
	message, hint := r.words(rule, p)
	r.check.say(rule, p.Span, message, hint)
	return true
}

// spellsPerson reports whether a key spells out who: directly_responsible_individual,
// product_owner, contact-person.
func spellsPerson(word string) bool {
	for _, end := range []string{"owner", "individual", "person", "assignee", "manager", "employee"} {
		if strings.HasSuffix(word, end) || strings.HasSuffix(word, end+"s") {
			return true
		}
	}
	return strings.HasPrefix(word, "responsible") || strings.HasPrefix(word, "accountable")
}

// plainWord is a key in lower case and without separators. No refused key is
// longer than 32 letters.
func plainWord(key string) string {
	word := make([]byte, 0, 32)
	for i := 0; i < len(key) && len(word) < 32; i++ {
		switch b := key[i]; {
		case b == '_' || b == '-' || b == ' ' || b == '.':
		case b >= 'A' && b <= 'Z':
			word = append(word, b|0x20)
		default:
			word = append(word, b)
		}
	}
	return string(word)
}

// words are the message and the hint of a refusal.
func (r *refuser) words(rule diag.Rule, p *tree.Pair) (message, hint string) {
	key := tree.Shorten(p.Key)
	switch rule.ID {
	case diag.IndividualOwner.ID:
		message = fmt.Sprintf("`%s` names a person. OKRs here belong to teams: if somebody else took over tomorrow, nothing in this file should change", key)
		hint = "Delete the line. For questions a team can have a channel in okr.yaml: `contact: \"#checkout\"`."
		if r.team != "" {
			hint = fmt.Sprintf("Delete the line; `team: %s` already says whose it is. For questions a team can have a channel in okr.yaml, as in `contact: \"#%s\"`.", r.team, r.team)
		}
	case diag.IndividualOKR.ID:
		message = fmt.Sprintf("`%s: %s` does not exist here. Goals of a single person tend to be judged with the person, and shrink to task lists", key, tree.Shorten(p.Value.Text))
		hint = "Personal goals are useful; keep them with your own development plan. If this is what a team wants to change, delete the line: `team` says which team."
	case diag.CompensationLink.ID:
		message = fmt.Sprintf("`%s` ties this to pay. Teams that are paid by their targets set targets they are sure of, and the review turns into bargaining", key)
		hint = "Delete the line. Pay is decided outside of this repository."
	case diag.PerformanceRating.ID:
		message = fmt.Sprintf("`%s` rates people. A low score here is information about the work; as a mark for somebody it would only teach everyone to aim low", key)
		hint = "Delete the line. Scores are computed from check-ins, and say nothing about persons."
	case diag.PromotionLink.ID:
		message = fmt.Sprintf("`%s` ties this to somebody's career. Targets that decide on promotions are chosen to be safe", key)
		hint = "Delete the line. Careers are decided outside of this repository."
	case diag.StackRanking.ID:
		message = fmt.Sprintf("`%s` ranks people or teams. Scores of different goals cannot be compared, and nobody helps a rival", key)
		hint = "Delete the line. The order of a list says what matters most; `weight` says how much it counts."
	default:
		message = fmt.Sprintf("`%s` is a personnel matter, and this repository is open to the whole organisation", key)
		hint = "Delete the line, and ask the keepers of the repository to remove it from the history too."
	}
	return message, hint
}
