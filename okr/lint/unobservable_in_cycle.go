package lint

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var unobservableInCycle = Rule{
	Rule: diag.Rule{ID: "unobservable-in-cycle", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A result that can only be known after the cycle is over."},
	Why: "Whether somebody stays for ninety days is known ninety days later. A cycle that ends before has to be closed with a guess, " +
		"or kept open; a shorter window tells most of it in time.",
	Source: "Experience with retention windows that outlast the quarter",
	About:  Files,
	Bad: []string{`
- id: first-shops
  title: New shops find their feet with us
  commitment: aspirational
  why_now: Half of the shops that joined in spring are gone
  key_results:
    - id: stay
      title: 90-day retention of new shops rises from 51 to 66 percent
      starts: 2026-08-01
      metric: {unit: percent, baseline: 51, target: 66, source: shop register}
`},
	Good: []string{`
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: first-shops
    title: New shops find their feet with us
    commitment: aspirational
    why_now: Half of the shops that joined in spring are gone
    key_results:
      - id: stay
        title: 30-day retention of new shops rises from 68 to 80 percent
        metric: {unit: percent, baseline: 68, target: 80, source: shop register}
      - id: first-sale
        title: New shops with a sale in their first week rise from 35 to 55 percent
        metric: {unit: percent, baseline: 35, target: 55, source: order ledger}
`},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "where `observable_on` says so"}},
	Check:  checkObservable,
}

func checkObservable(r *Reading, say Say) {
	for k := range r.KeyResults() {
		cycle, fine := k.Objective.Document.Cycle, k.Metric.Finely()
		if day := fine.ObservableOn; day.Written() {
			if day.V > cycle.End {
				say(OnKeyResult(k).At(day.Span).As(diag.Info).Says(
					named(k.Title)+" can be known on "+day.V.String()+", "+inDays(day.V-cycle.End)+" after "+cycle.ID+" ends; it has no score before",
					"Keep it if the wait is meant; otherwise choose a shorter window whose end falls before "+cycle.End.String()+"."))
			}
			continue
		}
		read := r.read(k)
		for _, text := range []okr.Text{k.Title, fine.Name} {
			days, at := window(text.V)
			if days == 0 {
				continue
			}
			month := joined(text.V, cycle)
			if read && month == 0 && !newcomers().MatchString(text.V) {
				continue // it has been observed already, on those who began before
			}
			began := max(cycle.Start, k.Starts.V, month)
			if began+okr.Date(days) <= cycle.End {
				continue
			}
			left := int(cycle.End-began) + 1
			message := quote(at) + " does not fit into what is left of " + cycle.ID + ": from " + began.String() + " to " + cycle.End.String() + " there are " + inDays(okr.Date(left))
			if read {
				message += ". What has been read so far is of those who began before"
			}
			say(OnKeyResult(k).At(text.Span).Says(message,
				"Choose a window that ends in time, such as "+quote(shorter(left)+"-day")+
					", or write "+example("observable_on: "+(began+okr.Date(days)).String())+" into the metric to say that the result comes after the cycle."))
			break
		}
	}
}

// A month of a cohort is when those who are watched begin: behind a word for it, or
// in front of one for them.
var (
	cohortMonth = compiled(`(?i)(?:join\p{L}*|start\p{L}*|beg[iau]n\p{L}*|sign(?:ed|s)?[- ]up|signups|register\p{L}*|enter\p{L}*|enrol\p{L}*|arriv\p{L}*|onboarded|hired|move in|moved in|cohort) ` +
		`(?:in|during|of|from|since) (\p{L}+)|(?:im|aus dem|vom|ab|seit) (\p{L}+) (?:komm|anfang|anfäng|start|beginn|beitret|beigetret|anmeld|angemeldet|einsteig|eingestieg|einzieh|eingezog)|` +
		`(\p{L}+)(?:'s|s)?[- ](?:cohort|joiners|starters|kohorte|jahrgang)`)
	// newcomers are those who begin in the cycle, though no month is named.
	newcomers = compiled(`(?i)(?:^|[^\p{L}])(?:new(?:ly)?|newcomers?|joiners|neue[nrs]?|neukund\p{L}*|neuzugäng\p{L}*)(?:$|[^\p{L}])`)

	monthNames = [...][]string{
		{"january", "januar", "jan"}, {"february", "februar", "feb"}, {"march", "märz", "mar"}, {"april", "apr"}, {"may", "mai"}, {"june", "juni", "jun"},
		{"july", "juli", "jul"}, {"august", "aug"}, {"september", "sept", "sep"}, {"october", "oktober", "oct", "okt"}, {"november", "nov"}, {"december", "dezember", "dec", "dez"},
	}
)

// joined is the first day of the month in which those begin whom a text watches,
// where it names one within the cycle; else 0.
func joined(text string, cycle *okr.Cycle) okr.Date {
	at := cohortMonth().FindStringSubmatch(text)
	if at == nil {
		return 0
	}
	word := strings.ToLower(at[1] + at[2] + at[3])
	for i, names := range monthNames {
		if !slices.Contains(names, word) {
			continue
		}
		for year := cycle.Start.Year(); year <= cycle.End.Year(); year++ {
			if first := okr.NewDate(year, time.Month(i+1), 1); cycle.Contains(first) {
				return first
			}
		}
	}
	return 0
}

// read reports whether a value was read by the date.
func (r *Reading) read(k *okr.KeyResult) bool {
	for _, c := range r.Heard(k) {
		if c.Value != nil {
			return true
		}
	}
	return false
}

// shorter is a usual window that leaves room for people to enter it.
func shorter(left int) string {
	for _, days := range []int{30, 14, 7} {
		if days*2 <= left {
			return strconv.Itoa(days)
		}
	}
	return "3"
}

// count is a number of days, weeks or months in digits or, as far as windows have
// them, in words.
const count = `\d{1,4}|two|three|four|six|eight|nine|twelve|zwei|drei|vier|sechs|acht|neun|zwölf`

// spelled are the numbers that count names in words.
func spelled(word string) (n int, known bool) {
	switch strings.ToLower(word) {
	case "two", "zwei":
		return 2, true
	case "three", "drei":
		return 3, true
	case "four", "vier":
		return 4, true
	case "six", "sechs":
		return 6, true
	case "eight", "acht":
		return 8, true
	case "nine", "neun":
		return 9, true
	case "twelve", "zwölf":
		return 12, true
	}
	return 0, false
}

// A window is a number of days, weeks or months for which somebody is watched: in
// front of what the watching is for, or behind the word that opens it. That a
// contract runs for a year, or an average over 90 days, says nothing of the kind.
var (
	windowBefore = compiled(`(?i)(?:^|[^\p{L}\d])((` + count + `)[- ]?(days?|weeks?|months?|tages?|tägige[nrs]?|wochen|wöchige[nrs]?|monats?|monatige[nrs]?)[- ](?:[\p{L}]+[- ]){0,2}?` +
		`(retention|survival|churn|renewals?|renewal rate|repurchase|repeat|return|reorder|attrition|readmission|relapse|default|activation|retained|` +
		`bindung|verbleib|abwanderung|wiederkauf\p{L}*|überleben\p{L}*|rückkehr\p{L}*|kündigung\p{L}*|bleibequote|haltequote|wiederaufnahme\p{L}*))(?:$|[^\p{L}])`)
	windowBehind = compiled(`(?i)(?:^|[^\p{L}])((?:after|within|nach|innerhalb von|binnen) (` + count + `)[- ](days?|weeks?|months?|tagen|tage|wochen|monaten))(?:$|[^\p{L}])`)
	rolling      = compiled(`(?i)(rolling|trailing|moving|last|past|gleitend\p{L}*|letzten?) *$`)
)

// window is how many days a text watches somebody for, and its words; 0 where it
// names no window.
func window(text string) (days int, words string) {
	if !spansTime(text) {
		return 0, ""
	}
	for _, pattern := range [...]func() *regexp.Regexp{windowBefore, windowBehind} {
		at := pattern().FindStringSubmatchIndex(text)
		if at == nil || rolling().MatchString(text[:at[2]]) {
			continue
		}
		n, known := spelled(text[at[4]:at[5]])
		if !known {
			n, _ = strconv.Atoi(text[at[4]:at[5]])
		}
		switch unit := strings.ToLower(text[at[6]:at[7]]); {
		case strings.HasPrefix(unit, "w"):
			n *= 7
		case strings.HasPrefix(unit, "mon"):
			n *= 30
		}
		return n, text[at[2]:at[3]]
	}
	return 0, ""
}

// spansTime reports whether a number of a text may be one of days, weeks or months, in
// one of the languages: far quicker than to try the patterns at every letter.
func spansTime(text string) bool {
	for i := range len(text) {
		unit := text[i+1:]
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			if unit != "" && (unit[0] == ' ' || unit[0] == '-') {
				unit = unit[1:]
			}
			if beginsTime(unit) {
				return true
			}
		case (c == ' ' || c == '-') && beginsTime(unit):
			if _, known := spelled(text[strings.LastIndexAny(text[:i], " -")+1 : i]); known {
				return true
			}
		}
	}
	return false
}

// beginsTime reports whether a text may begin with a unit of time.
func beginsTime(text string) bool {
	const lower = 'a' - 'A'
	if len(text) < 2 || text[1] >= utf8.RuneSelf {
		return len(text) > 1
	}
	switch second := text[1] | lower; text[0] | lower {
	case 'd', 't': // days, Tage
		return second == 'a'
	case 'w': // weeks, Wochen
		return second == 'e' || second == 'o'
	case 'm': // months, Monate
		return second == 'o'
	}
	return false
}
