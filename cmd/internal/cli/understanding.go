package cli

import (
	"slices"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/lint"
)

// understanding reads sentences in the languages of a workspace and knows its own
// names. It is nil where no language of it can be read.
func (p *place) understanding(ws *okr.Workspace) (*language.Understanding, error) {
	var known, unknown []string
	for _, tag := range ws.Settings.Lint.Languages {
		code, _, _ := strings.Cut(strings.ToLower(tag), "-")
		switch {
		case !slices.Contains(language.Languages(), code):
			unknown = append(unknown, tag)
		case !slices.Contains(known, code):
			known = append(known, code)
		}
	}
	if len(unknown) > 0 {
		p.env.note("rules that read sentences know %s, and not %s: of okr.yaml's `language` they leave that out",
			strings.Join(language.Languages(), " and "), strings.Join(unknown, " or "))
	}
	if len(known) == 0 {
		return nil, nil
	}
	understanding, err := p.lexicons(known)
	if err != nil {
		return nil, err
	}
	return understanding.With(lint.Names(ws)), nil
}

// readAhead begins to read the lexicon of the language that most workspaces are written
// in, while there is nothing to do but to wait for files.
func (p *place) readAhead() {
	p.ahead = sync.OnceValues(func() (*language.Understanding, error) { return language.Load(language.Languages()[0]) })
	go func() { _, _ = p.ahead() }()
}

// lexicons are those of some languages, as they were read ahead or else now.
func (p *place) lexicons(languages []string) (*language.Understanding, error) {
	if p.ahead != nil && slices.Equal(languages, language.Languages()[:1]) {
		return p.ahead()
	}
	return language.Load(languages...)
}
