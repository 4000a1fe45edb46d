package report

import (
	"iter"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/lint"
)

// Coached is a statement and the advice on it; none where it is fine.
type Coached struct {
	Text   string
	Advice []lint.Advice
}

// Coach is advice on statements, in their order: the statement with the words
// that decided set off, and below it what is wrong and what to try. For programs
// it is a list with an entry for each statement.
func Coach(entries []Coached) *Doc {
	doc := &Doc{
		Data:    Each(entries, func(e Coached) any { return coachedData(e) }),
		Records: coachedRecords(entries),
	}
	for i, e := range entries {
		if i > 0 {
			doc.Blocks = append(doc.Blocks, Gap{})
		}
		doc.Blocks = append(doc.Blocks, e.blocks()...)
	}
	return doc
}

func (e Coached) blocks() []Block {
	if strings.TrimSpace(e.Text) == "" {
		return []Block{Paragraph{Spans: []Span{{Text: "An empty line: nothing to say.", Tone: Muted}}}}
	}
	statement := Paragraph{Spans: e.marked()}
	if len(e.Advice) == 0 {
		return []Block{statement, List{Items: []Item{{Spans: Plain("Nothing to add: this reads well.")}}}}
	}
	items := make([]Item, 0, len(e.Advice))
	for _, a := range e.Advice {
		item := Item{Spans: []Span{
			{Text: a.Severity.String(), Tone: Strong}, {Text: ": " + a.Message}, {Text: " [" + a.Rule + "]", Tone: Muted},
		}}
		if a.Hint != "" {
			item.Items = []Item{{Spans: []Span{{Text: "try: ", Tone: Strong}, {Text: a.Hint}}}}
		}
		items = append(items, item)
	}
	return []Block{statement, List{Items: items}}
}

// marked is the statement with the words strong that the gravest advice rests on.
func (e Coached) marked() []Span {
	if len(e.Advice) == 0 {
		return Plain(e.Text)
	}
	evidence := slices.Clone(e.Advice[0].Evidence)
	slices.SortFunc(evidence, func(a, b language.Span) int { return a.Start - b.Start })
	var spans []Span
	at := 0
	for _, span := range evidence {
		if span.Start < at || span.End > len(e.Text) || span.End <= span.Start {
			continue
		}
		if span.Start > at {
			spans = append(spans, Span{Text: e.Text[at:span.Start]})
		}
		spans = append(spans, Span{Text: e.Text[span.Start:span.End], Tone: Strong})
		at = span.End
	}
	if at < len(e.Text) {
		spans = append(spans, Span{Text: e.Text[at:]})
	}
	return spans
}

func coachedData(e Coached) Fields {
	return Fields{
		{"text", e.Text},
		{"findings", Each(e.Advice, func(a lint.Advice) any {
			return Fields{
				{"rule", a.Rule},
				{"category", a.Category},
				{"severity", a.Severity},
				{"message", a.Message},
				{"hint", OrNull(a.Hint)},
			}
		})},
	}
}

// coachedRecords are the findings as a table; a statement without any has one row
// with its text alone.
func coachedRecords(entries []Coached) *Records {
	var rows iter.Seq[[]string] = func(yield func([]string) bool) {
		for _, e := range entries {
			if len(e.Advice) == 0 && !yield([]string{e.Text, "", "", "", "", ""}) {
				return
			}
			for _, a := range e.Advice {
				if !yield([]string{e.Text, a.Rule, string(a.Category), a.Severity.String(), a.Message, a.Hint}) {
					return
				}
			}
		}
	}
	return &Records{Columns: []string{"text", "rule", "category", "severity", "message", "hint"}, Rows: rows}
}
