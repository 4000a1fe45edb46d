package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var committedWithoutConfidence = Rule{
	Rule: diag.Rule{ID: "committed-without-confidence", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A commitment that the team itself doubts, and nobody is asked to help."},
	Why: "Others plan on a commitment. When confidence falls below 7, asking for help is what is expected, and the earlier the cheaper: " +
		"what would have to move, and by when is that decided?",
	Source: "Google's OKR playbook (committed objectives: escalate early)",
	About:  Files,
	Bad: []string{`
- id: new-tariff
  title: Every bill after October follows the new tariff
  commitment: committed
  why_now: The regulator checks the first bills in November
  key_results:
    - id: bills
      title: Trial bills that match the new tariff rise from 60 to 100 percent
      metric: {unit: percent, baseline: 60, target: 100, source: billing rehearsal}
      check_ins:
        - {date: 2026-07-10, value: 66, confidence: 9}
        - {date: 2026-07-24, value: 78, confidence: 8}
        - {date: 2026-08-07, value: 80, confidence: 5}
`},
	Good: []string{`
- id: new-tariff
  title: Every bill after October follows the new tariff
  commitment: committed
  why_now: The regulator checks the first bills in November
  key_results:
    - id: bills
      title: Trial bills that match the new tariff rise from 60 to 100 percent
      metric: {unit: percent, baseline: 60, target: 100, source: billing rehearsal}
      check_ins:
        - {date: 2026-07-10, value: 66, confidence: 9}
        - {date: 2026-07-24, value: 78, confidence: 8}
        - {date: 2026-08-07, value: 80, confidence: 5, blocked_by: "Meter data from the grid; their answer is due on 2026-08-21"}
    - id: complaints
      title: Bills that are disputed fall from 40 to 0 per week
      metric: {unit: bills, baseline: 40, target: 0, source: dispute ledger}
      check_ins:
        - {date: 2026-07-10, value: 36, confidence: 8}
        - {date: 2026-07-24, value: 28, confidence: 8}
        - {date: 2026-08-07, value: 19, confidence: 8}
    - id: late-bills
      title: Bills that leave later than the fifth of the month stay at or below 1 percent
      role: guardrail
      metric: {kind: at_most, unit: percent, target: 1, source: billing rehearsal}
      check_ins:
        - {date: 2026-07-24, value: 0.4}
        - {date: 2026-08-07, value: 0.6}
`},
	Since: edition,
	Check: checkCommittedWithoutConfidence,
}

// enough is the confidence from which a commitment is believed in.
func enough() metric.Number { return metric.Int(7) }

func checkCommittedWithoutConfidence(r *Reading, say Say) {
	for k := range r.KeyResults(okr.Draft, okr.Settling, okr.Running) {
		if r.promise(k.Objective) != okr.Committed || k.Guardrail.V || r.done(k) {
			continue
		}
		doubts := doubted(r.Heard(k))
		if len(doubts) == 0 || escalated(doubts) {
			continue
		}
		newest := doubts[len(doubts)-1] // with a confidence, as doubted ends with one
		message := named(k.Title) + " is a commitment, and confidence is " + newest.Confidence.V.String() + " of 10"
		if first := doubts[0]; first.Date.V < newest.Date.V {
			message += ", below 7 since " + first.Date.V.String()
		}
		by := min(r.At+fortnight, k.Objective.Document.Cycle.End)
		say(OnKeyResult(k).At(newest.Confidence.Span).Says(message+"; nothing says what would have to move, or by when that is decided",
			"Ask for help, which a commitment is entitled to: say in the check-in of "+newest.Date.V.String()+" what it waits for, as "+
				"`blocked_by: \"…, decided by "+by.String()+"\"`."))
	}
}

// doubted are the check-ins from the one with which confidence fell below 7 for
// the last time to the last one with a confidence; none where confidence is high.
// What was heard after that belongs to the last.
func doubted(heard []okr.CheckIn) []okr.CheckIn {
	first, last := -1, -1
	for i := range heard {
		switch c := &heard[i]; {
		case !c.Confidence.Written():
		case c.Confidence.V.Cmp(enough()) >= 0:
			first, last = -1, -1
		default:
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return nil
	}
	return heard[first : last+1]
}

// escalated reports whether a check-in says what is waited for and until when, or
// that somebody was asked.
func escalated(checkIns []okr.CheckIn) bool {
	for i := range checkIns {
		c := &checkIns[i]
		if c.BlockedBy.V != "" && (namesDay(c.BlockedBy.V) || namesDay(c.Note.V)) {
			return true
		}
		for _, word := range strings.Fields(plain(c.Note.V + " " + c.BlockedBy.V)) {
			switch {
			case strings.HasPrefix(word, "escalat"), strings.HasPrefix(word, "eskali"):
				return true
			case (strings.HasPrefix(word, "decision") || strings.HasPrefix(word, "decide") || strings.HasPrefix(word, "entscheid")) &&
				namesDay(c.Note.V+" "+c.BlockedBy.V):
				return true
			}
		}
	}
	return false
}

// namesDay reports whether a text names a day of the calendar or of the week: as
// 2026-08-21, 21.8., 08-21, 21 August or Friday, in English or German.
func namesDay(text string) bool {
	number := false // the word before was one
	month := false  // or a month
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t\n,;:!?()[]\"'", r) }) {
		word = strings.TrimRight(word, ".")
		if isDate(word) || isWeekday(word) {
			return true
		}
		digit := isDay(word)
		if digit && month || number && isMonth(word) {
			return true
		}
		number, month = digit, isMonth(word)
	}
	return false
}

// isDate reports whether a word is a day in digits, with or without its year.
func isDate(word string) bool {
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	for _, part := range parts {
		if part != strings.Trim(part, "/-.") || strings.Trim(part, "0123456789") != "" || len(part) > 4 {
			return false
		}
	}
	if _, err := okr.ParseDate(word); err == nil {
		return true
	}
	return len(parts) == 3 || len(parts[0]) == 2 && len(parts[1]) == 2 && strings.ContainsAny(word, "-/")
}

// isDay reports whether a word is the number of a day: 21, 21st.
func isDay(word string) bool {
	for _, ending := range [...]string{"st", "nd", "rd", "th"} {
		word = strings.TrimSuffix(word, ending)
	}
	return len(word) > 0 && len(word) <= 2 && strings.Trim(word, "0123456789") == ""
}

func isMonth(word string) bool {
	switch word {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "okt", "dez":
		return true
	}
	return false
}

func isWeekday(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow",
		"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "morgen":
		return true
	}
	return false
}
