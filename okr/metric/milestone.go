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

func scoreMilestone(_ Definition, _ Policy, readings []Reading) Outcome {
	var out Outcome
	step := Step{Name: "raw", Note: "not reached"}
	for i, reading := range readings {
		if reading.Done == nil {
			continue
		}
		out.Current = &Reading{Done: new(*reading.Done)}
		step = Step{Name: "raw", Note: "not reached", Terms: []Term{{Name: "current", Reading: i}}}
		if *reading.Done {
			step.Note, step.Value, step.Terms[0].Value = "reached", Int(1), Int(1)
		}
	}
	out.finish(step, false)
	return out
}
