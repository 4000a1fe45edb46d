package load

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// store is where one worker puts what it decodes. There are two of a kind: one
// whose values become part of the workspace, and a passing one for what is only
// looked at, which is emptied after each file and copies no text.
type store struct {
	passing bool

	objectives    slab[okr.Objective]
	backgrounds   slab[okr.Background]
	keyResults    slab[okr.KeyResult]
	bodies        slab[okr.Body]
	fines         slab[okr.Fine]
	checkIns      slab[okr.CheckIn]
	amendments    slab[okr.Amendment]
	values        slab[okr.Value]
	numbers       slab[metric.Number]
	answers       slab[bool]
	stages        slab[metric.Stage]
	phases        slab[okr.Phase]
	cancellations slab[okr.Cancellation]
	outcomes      slab[okr.Outcome]
	links         slab[okr.Link]
	dependencies  slab[okr.Dependency]
	enables       slab[okr.Enable]
	texts         slab[okr.Text]
	objectiveRefs slab[*okr.Objective]
	keyResultRefs slab[*okr.KeyResult]

	copies strings.Builder
	words  map[string]string
	// silent is the background of objectives that give none. It is never written.
	silent *okr.Background
}

func newStore() *store { return &store{words: make(map[string]string), silent: new(okr.Background)} }

func newPassingStore() *store { return &store{passing: true, silent: new(okr.Background)} }

// recycle forgets everything in a passing store.
func (s *store) recycle() {
	for _, slab := range s.slabs() {
		slab.recycle()
	}
}

func (s *store) slabs() []interface{ recycle() } {
	return []interface{ recycle() }{
		&s.objectives, &s.backgrounds, &s.keyResults, &s.bodies, &s.fines, &s.checkIns, &s.amendments, &s.values, &s.numbers, &s.answers,
		&s.stages, &s.phases, &s.cancellations, &s.outcomes, &s.links, &s.dependencies, &s.enables, &s.texts,
		&s.objectiveRefs, &s.keyResultRefs,
	}
}

const (
	textPiece   = 16 << 10 // bytes of text that are copied into one piece
	mostWords   = 8192     // words worth remembering
	longestWord = 96       // longer ones are rarely written twice
)

// text is a copy of a text of a file, so that the file's bytes can be let go.
func (s *store) text(text string) string {
	if s.passing || text == "" {
		return text
	}
	if s.copies.Cap()-s.copies.Len() < len(text) {
		s.copies = strings.Builder{}
		s.copies.Grow(max(textPiece, len(text)))
	}
	from := s.copies.Len()
	s.copies.WriteString(text)
	return s.copies.String()[from:]
}

// word is a copy of a text that is likely written more than once, such as a unit
// or an id; equal ones share it.
func (s *store) word(text string) string {
	if s.passing {
		return text
	}
	if known, ok := s.words[text]; ok {
		return known
	}
	if len(text) > longestWord || len(s.words) >= mostWords {
		return s.text(text)
	}
	known := s.text(text)
	s.words[known] = known
	return known
}
