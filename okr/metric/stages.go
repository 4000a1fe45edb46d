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
func scoreStages(d Definition, _ Policy, readings []Reading, x *explanation) Outcome {
	var raw line
	for i := range readings {
		if readings[i].Text == "" {
			continue
		}
		credit := d.credit(readings[i].Text)
		if d.Aggregate == AggregateMax && raw.count > 0 && credit.Cmp(raw.value) <= 0 {
			continue
		}
		raw = line{value: credit, count: 1}
		raw.terms[0] = Term{Name: "current", Value: credit, Reading: i}
	}
	f := new(figures)
	f.current.Text = readings[raw.terms[0].Reading].Text
	if x != nil {
		raw.note = d.remark(f.current.Text)
	}
	out := Outcome{Current: &f.current}
	f.finish(&out, &raw, false, x)
	return out
}

// stage returns the position of the stage of that name, -1 where none has it.
func (d *Definition) stage(name string) int {
	return slices.IndexFunc(d.Stages, func(s Stage) bool { return s.Name == name })
}

func (d *Definition) credit(name string) Number {
	if at := d.stage(name); at >= 0 {
		return d.Stages[at].Credit
	}
	return Int(0)
}

func (d *Definition) remark(name string) string {
	if d.stage(name) >= 0 {
		return "stage " + quote(name)
	}
	return "no stage reached"
}
