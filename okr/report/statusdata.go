package report

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/status"
)

// statusData is the reading as the JSON contract has it: every field is there, what is
// absent is null.
func statusData(ws *okr.Workspace, r *status.Reading, options StatusOptions) Fields {
	if r == nil {
		return Fields{{"version", DataVersion}, {"organization", OrNull(ws.Organization)}, {"findings", FindingsData(options.Findings)}}
	}
	return Fields{
		{"version", DataVersion},
		{"organization", OrNull(ws.Organization)},
		{"cycle", r.Cycle.ID},
		{"as_of", r.AsOf.String()},
		{"rev", OrNull(options.Revision.Hash)},
		{"state", r.State.String()},
		{"published", Fields{{"by", OrNull(string(r.Basis.By))}, {"rev", OrNull(r.Basis.Revision)}}},
		{"since", r.Since.String()},
		{"decisions", Each(r.Decisions, func(d status.Decision) any { return decisionData(&d) })},
		{"changes", Each(r.Changes, func(c status.Change) any { return changeData(&c) })},
		{"signals", Fields{
			{"silent", Each(r.Silent, func(s status.Silent) any { return silentData(s) })},
			{"watermelons", Each(r.Watermelons, func(w status.Watermelon) any { return watermelonData(w) })},
			{"hockey_sticks", Each(r.HockeySticks, func(h status.HockeyStick) any { return hockeyData(h) })},
			{"zombies", Each(r.Zombies, func(z status.Zombie) any { return zombieData(z) })},
			{"calibration", calibrationOf(r.Calibration)},
			{"integrity", integrityData(r.Integrity)},
		}},
		{"without", Each(r.Without, func(t *okr.Team) any { return t.ID.V })},
		{"findings", FindingsData(options.Findings)},
	}
}

func decisionData(d *status.Decision) Fields {
	var commitment string
	var confidence, points any
	if d.KeyResult != nil {
		commitment = string(d.Objective.Commitment)
		confidence, points = exact(d.KeyResult.Confidence), share(d.KeyResult.Score)
	}
	return Fields{
		{"address", d.Address()},
		{"team", d.Team.ID.V},
		{"title", d.Title()},
		{"reasons", Each(d.Reasons, func(r status.Reason) any { return string(r) })},
		{"commitment", OrNull(commitment)},
		{"confidence", confidence},
		{"score", points},
		{"pace", paceData(paceOf(d.KeyResult))},
		{"blocked_by", OrNull(d.BlockedBy)},
		{"asks", Each(d.Asks, func(a status.Ask) any { return dueData(a) })},
	}
}

func dueData(a status.Ask) Fields {
	var team any
	if a.Team != nil {
		team = a.Team.ID.V
	}
	return Fields{
		{"to", OrNull(askedAddress(a.Ask))}, {"team", team}, {"state", string(a.State)}, {"needed_by", dayData(neededBy(a.Ask))},
		{"by", dayData(a.By())}, {"declined", OrNull(refusal(a.Ask))},
	}
}

func changeData(c *status.Change) Fields {
	return append(subjectData(c.Subject, string(c.Kind)), Fields{
		{"date", dayData(c.Date)},
		{"field", OrNull(c.Field)},
		{"from", valueData(c.From)},
		{"to", valueData(c.To)},
		{"confidence_before", exact(c.ConfidenceBefore)},
		{"confidence", exact(c.Confidence)},
		{"score_before", share(c.Before)},
		{"score", share(c.Score)},
		{"delta", share(c.Delta())},
		{"check_ins", c.CheckIns},
		{"note", OrNull(c.Note)},
	}...)
}

// subjectData begins an item: its kind where there are several, and what it is about.
func subjectData(s status.Subject, kind string) Fields {
	about := Fields{{"address", s.Address()}, {"team", s.Team.ID.V}, {"title", s.Title()}}
	if kind == "" {
		return about
	}
	return append(Fields{{"kind", kind}}, about...)
}

// valueData is a value as JSON has it; lists are the text of one line.
func valueData(v *okr.Value) any {
	switch {
	case v == nil || v.IsNull():
		return nil
	case v.Number != nil:
		return exact(v.Number)
	case v.Yes != nil:
		return *v.Yes
	}
	return valueText(v)
}

func silenceName(s status.Silence) string {
	if s == status.Heard {
		return "heard"
	}
	return string(s)
}

func silentData(s status.Silent) Fields {
	return Fields{
		{"team", s.Team.ID.V},
		{"last", dayData(s.Last)},
		{"days", s.Days},
		{"state", silenceName(s.Silence)},
		{"key_results", Each(s.KeyResults, func(u status.Unheard) any {
			return append(subjectData(u.Subject, ""), Fields{{"last", dayData(u.Last)}, {"days", u.Days}, {"state", silenceName(u.Silence)}}...)
		})},
	}
}

func watermelonData(w status.Watermelon) Fields {
	return append(subjectData(w.Subject, ""), Fields{
		{"confidence", exact(&w.Confidence)}, {"score", share(&w.Score)}, {"expected", share(w.Expected)},
		{"first", dayData(w.First)}, {"date", dayData(w.On)}, {"note", OrNull(w.Note)},
	}...)
}

func hockeyData(h status.HockeyStick) Fields {
	return append(subjectData(h.Subject, ""), Fields{
		{"from", dayData(h.From)}, {"before", share(&h.Before)}, {"after", share(&h.After)}, {"late", share(&h.Late)},
	}...)
}

func zombieData(z status.Zombie) Fields {
	return append(subjectData(z.Subject, ""), Fields{
		{"cycles", Each(z.Legs, func(leg status.Leg) any {
			return Fields{
				{"cycle", leg.Cycle.ID}, {"address", leg.Address}, {"unit", OrNull(leg.Unit)}, {"baseline", exact(leg.Baseline)},
				{"target", exact(leg.Target)}, {"low", exact(leg.Low)}, {"high", exact(leg.High)}, {"last", readingData(leg.Last)},
				{"score", share(leg.Score)}, {"landed", leg.Landed},
			}
		})},
	}...)
}

// calibrationOf is the calibration of confidence; landed is a number of forecasts.
func calibrationOf(c *status.Calibration) any {
	if c == nil {
		return nil
	}
	return Fields{
		{"brier", share(&c.Brier)},
		{"n", c.N},
		{"buckets", Each(c.Buckets, func(b status.Bucket) any {
			return Fields{{"confidence", b.Confidence}, {"n", b.N}, {"landed", b.Landed}, {"share", share(new(landed(b)))}}
		})},
		{"cycles", c.Cycles},
		{"without_forecast", c.Unsaid},
		{"few", c.N < status.FewForecasts},
	}
}

func integrityData(i *status.Integrity) any {
	if i == nil {
		return nil
	}
	addresses := func(subjects []status.Subject) Seq {
		return Each(subjects, func(s status.Subject) any { return s.Address() })
	}
	return Fields{
		{"published", i.Published},
		{"added", addresses(i.Added)},
		{"vanished", addresses(i.Vanished)},
		{"cancelled", addresses(i.Cancelled)},
		{"undeclared", Each(i.Undeclared, func(u status.Undeclared) any {
			return Fields{
				{"address", u.Address()}, {"fields", Each(u.Fields, func(f string) any { return f })}, {"direction", string(u.Direction)},
			}
		})},
	}
}
