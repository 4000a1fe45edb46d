package language

// KeyResult returns the signs of a key result: its sentence, and what its metric
// block says. The signs are in the order of decision: what the statement is, how
// it can be measured, how it is worded, whom it names.
func (u *Understanding) KeyResult(text string, m Measure) []Sign {
	r := u.read(text)
	defer u.release(r)
	if len(r.tokens) == 0 {
		return nil
	}
	r.measure = m
	task := r.taskList()
	r.measurability(task)
	r.direction()
	if !task {
		r.counterMetric()
	}
	r.wording()
	r.keyResultNotes()
	return r.said()
}

// taskList finds out whether the statement is work, and says so. It reports
// whether it did.
func (r *reading) taskList() bool {
	if r.percentComplete() || r.trackerKey() || r.dateOnly() || r.selfImprovement() || r.countsWork() {
		return true
	}
	v := r.decide()
	if v.rule == "" {
		return false
	}
	severity := Warning
	if v.rule == OutputKeyResult && !r.hasLevel() && !r.measure.checked() {
		severity = Error // it has no number either
	}
	if r.measure.moves() && v.rule != VolumeOfActivity && !r.ownUnit() {
		v.strength, severity = Hint, Info // the block measures something: the sentence only words it badly
	}
	r.signAt(v.rule, v.reason, v.strength, severity, v.evidence)
	if v.rule == OutputKeyResult && !r.measure.known() {
		r.dateBesideStep()
	}
	return severity != Info
}

// verdict is the decision that a statement is work.
type verdict struct {
	rule     string
	reason   string
	strength Strength
	evidence evidence
}

// result is the verdict on what is not work.
var result = verdict{}

// decide tells work from result by the shape of the statement.
func (r *reading) decide() verdict {
	switch r.clause.shape {
	case shapeOrder:
		return r.decideOrder()
	case shapeClause:
		return r.decideClause()
	case shapePhrase:
		return r.decidePhrase()
	}
	return result
}
