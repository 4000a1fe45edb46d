package lint

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

var overreach = Rule{
	Rule: diag.Rule{ID: "overreach", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Aspirational targets that have stayed far away for several cycles in a row."},
	Why: "A target that is never near stops informing anyone: it neither steers the work nor tells what was possible. " +
		"The reasons that were written at the close usually say what to change, such as fewer objectives or an agreed dependency.",
	Source: "re:Work; Google's OKR playbook",
	About:  Files,
	Bad: []string{outOfReach("2025-Q4", "2025-11-15", "2025-12-30", "22") + outOfReach("2026-Q1", "2026-02-15", "2026-03-30", "22.5") +
		outOfReach("2026-Q2", "2026-05-15", "2026-06-29", "23") + runningQuarter},
	Good: []string{outOfReach("2025-Q4", "2025-11-15", "2025-12-30", "26") + outOfReach("2026-Q1", "2026-02-15", "2026-03-30", "26.5") +
		outOfReach("2026-Q2", "2026-05-15", "2026-06-29", "25.5") + runningQuarter},
	Since: edition,
	Check: checkOverreach,
}

func checkOverreach(r *Reading, say Say) {
	limit := r.Workspace.Settings.Scoring.Overreach
	for _, c := range r.records(limit.Cycles) {
		if c.mean().Cmp(limit.Mean) >= 0 {
			continue
		}
		message := "the aspirational targets of " + c.document.TeamID.V + " stayed out of reach, " + r.shown(c.mean()) + " on average: " + strings.Join(r.each(c), ", ")
		hint := "Set fewer objectives, agree what you need from others before you publish, and halve the step from baseline to target until confidence starts at an honest 5."
		if reasons := r.reasons(c); len(reasons) > 0 {
			message += "; the reasons given were " + list(reasons)
		} else {
			hint += " Write down why at each close, as `outcome: {reason: …, learned: \"…\"}`: those reasons would say here what to change."
		}
		say(OnDocument(c.document).Says(message, hint))
	}
}

// reasons are those that a team gave in the cycles of its record, the most frequent
// first, with how often.
func (r *Reading) reasons(c record) []string {
	count := make(map[string]int)
	for _, cycle := range c.cycles {
		d := r.Workspace.Document(c.document.TeamID.V, cycle.ID)
		if d == nil {
			continue
		}
		for o := range d.Every() {
			for _, k := range o.KeyResults {
				if k.Body != nil && k.Outcome != nil && k.Outcome.Reason.V != "" {
					count[k.Outcome.Reason.V]++
				}
			}
		}
	}
	words := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	for i, word := range words {
		words[i] = word + " (" + strconv.Itoa(count[word]) + ")"
	}
	return words
}

// outOfReach is a closed quarter whose misses say what they taught.
func outOfReach(cycle, middle, end, value string) string {
	const misses = `
        outcome: {reason: estimate_wrong, learned: Readers decide in the first lines and we had changed the endings}`
	var lines []string
	for _, line := range strings.Split(closedQuarter(cycle, middle, end, value), "\n") {
		if strings.HasSuffix(line, ", value: "+value+"}") {
			line += misses
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
