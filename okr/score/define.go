package score

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// definitions are the versions of a key result that are scored.
type definitions struct {
	published, inForce *Terms
	uncorrected        *Terms // as published, before its baseline was corrected; nil where it was not
	undeclared         []string
	starts             okr.Date // of the published one; zero where it has no start of its own
}

// define finds the definitions. The common case, a key result that nobody ever
// changed, has one, for which there is room.
func (s *scorer) define(room *Terms, definition, listed, then *okr.KeyResult, vanished bool) definitions {
	published := then
	if then != nil {
		published = s.publishedDefinition(definition, then)
	} else if !listed.IsRef() {
		published = s.firstVersion(definition)
		then = published
	}
	if published != nil {
		d := s.defineByHistory(room, definition, listed, published, then, vanished)
		d.starts = published.Starts.V
		return d
	}
	d := s.defineByFile(room, definition, listed)
	d.starts = definition.Starts.V
	return d
}

// defineByFile takes both definitions from the file and its amendments.
func (s *scorer) defineByFile(room *Terms, definition, listed *okr.KeyResult) definitions {
	if len(definition.Amendments) == 0 {
		room.written(definition, listed)
		return definitions{published: room, inForce: room}
	}
	official := s.official(definition, listed)
	inForce := s.inForce(definition, listed)
	d := definitions{published: official.terms(), inForce: inForce.terms()}
	d.join()
	d.uncorrected = s.uncorrected(official, definition.Amendments, func(a *okr.Amendment) bool {
		return a.Date.V > s.cycle.PublishBy()
	})
	return d
}

// join makes one of two definitions that mean the same.
func (d *definitions) join() {
	if len(differences(d.published, d.inForce)) == 0 {
		d.published = d.inForce
	}
}

// inForce is the version in the file without what has not happened yet.
func (s *scorer) inForce(definition, listed *okr.KeyResult) version {
	v := written(definition, listed)
	v.undo(definition.Amendments, s.ws.Settings.Units, listed.IsRef(), s.future)
	return v
}

// official is the published version as the amendments lead back to it.
func (s *scorer) official(definition, listed *okr.KeyResult) version {
	v := written(definition, listed)
	v.undo(definition.Amendments, s.ws.Settings.Units, listed.IsRef(), s.unofficial)
	return v
}

// publishedDefinition is what defined a published listing; nil where nobody
// knows any more.
func (s *scorer) publishedDefinition(definition, then *okr.KeyResult) *okr.KeyResult {
	if !then.IsRef() {
		return usable(then)
	}
	if counterpart := s.published.keyResults[definition]; counterpart != nil {
		return usable(counterpart)
	}
	return usable(then.Definition())
}

func usable(k *okr.KeyResult) *okr.KeyResult {
	if k == nil || k.Body == nil || k.Objective.Document.Outline {
		return nil
	}
	return k
}

// defineByHistory takes the official definition from the published document.
// A baseline corrected since then is official as well.
func (s *scorer) defineByHistory(room *Terms, definition, listed, published, then *okr.KeyResult, vanished bool) definitions {
	if !vanished && unchanged(definition, listed, published, then) {
		room.written(definition, listed)
		return definitions{published: room, inForce: room}
	}
	official := s.officialByHistory(definition, published, then)
	d := definitions{published: official.terms()}
	if vanished {
		return d
	}
	isNew := news(published.Amendments)
	inForce := s.inForce(definition, listed)
	d.inForce = inForce.terms()
	if metric.SameUnit(d.published.Unit, d.inForce.Unit) {
		d.published.Domain = d.inForce.Domain
	}
	d.undeclared = s.undeclared(definition, listed, published, then, isNew)
	d.join()
	d.uncorrected = s.uncorrected(official, definition.Amendments, isNew)
	return d
}

func (s *scorer) officialByHistory(definition, published, then *okr.KeyResult) version {
	v := written(published, then)
	v.undo(published.Amendments, s.ws.Settings.Units, then.IsRef(), s.future)
	isNew := news(published.Amendments)
	for _, a := range newestFirst(definition.Amendments) {
		if corrects(&a) && !s.future(&a) && isNew(&a) {
			v.set("baseline", &a.To, nil)
			v.corrected = definition.Objective.Document.File
			break
		}
	}
	return v
}

// uncorrected are the official terms with the baseline from before its
// corrections, where there are any among the amendments that the test picks.
func (s *scorer) uncorrected(official version, amendments []okr.Amendment, picked func(*okr.Amendment) bool) *Terms {
	var from *okr.Value
	for _, a := range newestFirst(amendments) {
		if corrects(&a) && !s.future(&a) && picked(&a) {
			from = &a.From
		}
	}
	if from == nil {
		return nil
	}
	official.set("baseline", from, nil)
	return official.terms()
}

// undeclared are the fields in which the file and its amendments together do not
// lead back to what was published.
func (s *scorer) undeclared(definition, listed, published, then *okr.KeyResult, isNew func(*okr.Amendment) bool) []string {
	before, now := written(published, then), written(definition, listed)
	now.undo(definition.Amendments, s.ws.Settings.Units, listed.IsRef(), isNew)
	return differences(before.terms(), now.terms())
}
