package metric

import "slices"

var stages = Kind{
	Name:    "stages",
	Purpose: "Named steps, each worth a credit that was fixed beforehand, where no number can be read.",
	Example: `metric:
  kind: stages
  stages:
    - {name: pilot, credit: 0.3}
    - {name: half of the regions, credit: 0.7}
    - {name: all regions, credit: 1}
  source: "register: regions in service"
`,
	Requires: []string{"stages"},
	Value:    StageName,
	check:    checkStages,
	score:    scoreStages,
}

func checkStages(d Definition) []Problem {
	var problems []Problem
	wrong := func(field, message, hint string) {
		problems = append(problems, Problem{ID: IDSchema, Field: field, Message: message, Hint: hint})
	}
	seen := map[string]bool{NoStage: true}
	for i, stage := range d.Stages {
		switch {
		case stage.Name == "":
			wrong("stages", "a stage has no name", "Name what is visible from outside once it is reached.")
		case stage.Name == NoStage:
			wrong("stages", "none is not free as the name of a stage: it says that no stage is reached", "Choose another name.")
		case seen[stage.Name]:
			wrong("stages", "two stages are named "+quote(stage.Name), "Give each stage a name of its own.")
		}
		seen[stage.Name] = true
		credit := stage.Credit
		if credit.Sign() < 0 || credit.Cmp(Int(1)) > 0 {
			wrong("stages", "the credit "+credit.String()+" of stage "+quote(stage.Name)+" is outside 0 to 1", "Write a share, such as 0.3; the last stage has 1.")
		}
		if i > 0 && credit.Cmp(d.Stages[i-1].Credit) <= 0 {
			before := d.Stages[i-1]
			wrong("stages", "stage "+quote(stage.Name)+" has credit "+credit.String()+", no more than the "+before.Credit.String()+" of "+quote(before.Name)+" before it", "Order the stages by credit, each above the one before.")
		}
	}
	switch d.Aggregate {
	case "", AggregateLast, AggregateMax:
	default:
		wrong("aggregate", "stages know no aggregate "+quote(string(d.Aggregate)), "Delete aggregate for the latest stage, or write aggregate: max for the highest.")
	}
	return problems
}

// scoreStages takes the credit of the stage of the latest reading, or of the
// highest one where the aggregate is max.
func scoreStages(d Definition, _ Policy, readings []Reading) Outcome {
	var out Outcome
	var raw Step
	for i, reading := range readings {
		if reading.Text == "" {
			continue
		}
		step := Step{Name: "raw", Note: "no stage reached", Terms: []Term{{Name: "current", Reading: i}}}
		at := slices.IndexFunc(d.Stages, func(s Stage) bool { return s.Name == reading.Text })
		if at >= 0 {
			step.Value = d.Stages[at].Credit
			step.Terms[0].Value = step.Value
			step.Note = "stage " + quote(reading.Text)
		}
		if d.Aggregate == AggregateMax && out.Current != nil && step.Value.Cmp(raw.Value) <= 0 {
			continue
		}
		raw = step
		out.Current = &Reading{Text: reading.Text}
	}
	out.finish(raw, false)
	return out
}
