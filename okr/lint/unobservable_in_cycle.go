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
	Since: edition,
	Check: checkObservable,
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
		if r.read(k) {
			continue // it has been observed already, on those who began before
		}
		for _, text := range []okr.Text{k.Title, fine.Name} {
			days, at := window(text.V)
			if days == 0 {
				continue
			}
			began := max(cycle.Start, k.Starts.V, joined(text.V, cycle))
			if began+okr.Date(days) <= cycle.End {
				continue
			}
			left := int(cycle.End-began) + 1
			say(OnKeyResult(k).At(text.Span).Says(
				quote(at)+" does not fit into what is left of "+cycle.ID+": from "+began.String()+" to "+cycle.End.String()+" there are "+inDays(okr.Date(left)),
				"Choose a window that ends in time, such as "+quote(shorter(left)+"-day")+
					", or write "+example("observable_on: "+(began+okr.Date(days)).String())+" into the metric to say that the result comes after the cycle."))
			break
		}
	}
}

// A month of a cohort is when those who are watched begin: behind a word for it, or
// in front of one for them.
var (
	cohortMonth = regexp.MustCompile(`(?i)(?:join\p{L}*|start\p{L}*|beg[iau]n\p{L}*|sign(?:ed|s)?[- ]up|signups|register\p{L}*|enter\p{L}*|enrol\p{L}*|arriv\p{L}*|onboarded|hired|move in|moved in|cohort) ` +
		`(?:in|during|of|from|since) (\p{L}+)|(?:im|aus dem|vom|ab|seit) (\p{L}+) (?:komm|anfang|anfäng|start|beginn|beitret|beigetret|anmeld|angemeldet|einsteig|eingestieg|einzieh|eingezog)|` +
		`(\p{L}+)(?:'s|s)?[- ](?:cohort|joiners|starters|kohorte|jahrgang)`)
	monthNames = [...][]string{
		{"january", "januar", "jan"}, {"february", "februar", "feb"}, {"march", "märz", "mar"}, {"april", "apr"}, {"may", "mai"}, {"june", "juni", "jun"},
		{"july", "juli", "jul"}, {"august", "aug"}, {"september", "sept", "sep"}, {"october", "oktober", "oct", "okt"}, {"november", "nov"}, {"december", "dezember", "dec", "dez"},
	}
)

// joined is the first day of the month in which those begin whom a text watches,
// where it names one within the cycle; else 0.
func joined(text string, cycle *okr.Cycle) okr.Date {
	at := cohortMonth.FindStringSubmatch(text)
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

// A window is a number of days, weeks or months for which somebody is watched: in
// front of what the watching is for, or behind the word that opens it. That a
// contract runs for a year, or an average over 90 days, says nothing of the kind.
var (
	windowBefore = regexp.MustCompile(`(?i)(?:^|[^\p{L}\d])((\d{1,4})[- ]?(days?|weeks?|months?|tages?|tägige[nrs]?|wochen|wöchige[nrs]?|monats?|monatige[nrs]?)[- ](?:[\p{L}]+[- ]){0,2}?` +
		`(retention|survival|churn|renewals?|renewal rate|repurchase|repeat|return|reorder|attrition|readmission|relapse|default|activation|retained|` +
		`bindung|verbleib|abwanderung|wiederkauf\p{L}*|überleben\p{L}*|rückkehr\p{L}*|kündigung\p{L}*|bleibequote|haltequote|wiederaufnahme\p{L}*))(?:$|[^\p{L}])`)
	windowBehind = regexp.MustCompile(`(?i)(?:^|[^\p{L}])((?:after|within|nach|innerhalb von|binnen) (\d{1,4})[- ](days?|weeks?|months?|tagen|tage|wochen|monaten))(?:$|[^\p{L}])`)
	rolling      = regexp.MustCompile(`(?i)(rolling|trailing|moving|last|past|gleitend\p{L}*|letzten?) *$`)
)

// window is how many days a text watches somebody for, and its words; 0 where it
// names no window.
func window(text string) (days int, words string) {
	if !spansTime(text) {
		return 0, ""
	}
	for _, pattern := range []*regexp.Regexp{windowBefore, windowBehind} {
		at := pattern.FindStringSubmatchIndex(text)
		if at == nil || rolling.MatchString(text[:at[2]]) {
			continue
		}
		n, err := strconv.Atoi(text[at[4]:at[5]])
		if err != nil {
			continue
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
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		unit := text[i+1:]
		if unit != "" && (unit[0] == ' ' || unit[0] == '-') {
			unit = unit[1:]
		}
		if len(unit) > 1 && (unit[1] >= utf8.RuneSelf || strings.Contains("da we wo mo ta", strings.ToLower(unit[:2]))) {
			return true
		}
	}
	return false
}
