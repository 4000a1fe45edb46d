package metric

var milestone = Kind{
	Name:    "milestone",
	Purpose: "Something is reached or not, without partial credit; use it sparingly.",
	Example: `metric:
  kind: milestone
  source: "register: approved payment licences"
`,
	Value: YesNo,
	check: checkMilestone,
	score: scoreMilestone,
}

func checkMilestone(d Definition) []Problem {
	if d.Aggregate == "" || d.Aggregate == AggregateLast {
		return nil
	}
	return []Problem{{
		ID: IDSchema, Field: "aggregate",
		Message: "a milestone is reached or not, and there is no " + quote(string(d.Aggregate)) + " of that",
		Hint:    "Delete aggregate: the latest check-in counts.",
	}}
}

// scoreMilestone takes the latest reading.
func scoreMilestone(_ Definition, _ Policy, readings []Reading, x *explanation) Outcome {
	last := len(readings) - 1
	for readings[last].Done == nil {
		last--
	}
	done := *readings[last].Done
	raw := line{value: truth(done), note: "not reached", count: 1}
	raw.terms[0] = Term{Name: "current", Value: raw.value, Reading: last}
	if done {
		raw.note = "reached"
	}
	f := new(figures)
	f.yes = done
	f.current.Done = &f.yes
	out := Outcome{Current: &f.current}
	f.finish(&out, &raw, false, x)
	return out
}
