package language

import (
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzUnderstand holds that no text breaks the reader: signs are lawful, facts lie
// inside the text, and time stays small.
func FuzzUnderstand(f *testing.F) {
	for _, code := range Languages() {
		for i, text := range all(f, code) {
			if i%9 == 0 {
				f.Add(text, "%", 0.0, 100.0)
			}
		}
	}
	f.Add("from 3 → 4 to 5/6 by 7% (now 8) \"9\" @a a@b.c https://x/y ABC-1 1.2.3 24/7 $€ 5-", "posts per week", 1.0, 2.0)
	f.Add("İ ẞ ſ 中文 ١٢٣ \xff\xfe ⅓ ２３", "", -1.0, 1e300)
	u := load(f, Languages()...).With(Names{Glossary: []string{"a"}, Teams: []string{"b"}, Products: []string{"c"}})
	f.Fuzz(func(t *testing.T, text, unit string, baseline, target float64) {
		start := time.Now()
		m := Measure{Unit: unit, HasBaseline: baseline != 0, HasTarget: target != 0, Baseline: baseline, Target: target}
		for _, signs := range [][]Sign{u.KeyResult(text, m), u.KeyResult(text, Measure{}), u.Objective(text), u.Note(text)} {
			if wrong := lawful(text, signs); wrong != "" && text != "" {
				t.Fatalf("%q: %s", text, wrong)
			}
		}
		s := u.Parse(text)
		spans := []Span{s.Verb, s.Subject, s.Object, s.Affected, s.Effect, s.Deadline}
		for _, n := range s.Numbers {
			spans = append(spans, n.Span, n.Counted)
		}
		for _, span := range spans {
			if span.Start < 0 || span.End < span.Start || span.End > len(text) {
				t.Fatalf("%q: facts outside the text: %+v", text, s)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[span.Start:span.End]) {
				t.Fatalf("%q: facts cut a character: %+v", text, s)
			}
		}
		if spent := time.Since(start); spent > 2*time.Second && len(text) < 1<<16 {
			t.Fatalf("%d bytes took %v", len(text), spent)
		}
	})
}
