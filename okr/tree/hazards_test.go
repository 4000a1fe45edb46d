package tree

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// nothing stands for a file of which nothing can be used.
const nothing = "no tree"

// hazards are the findings about each file of testdata/hazards: the place, and how
// the message begins. A file without any must read cleanly.
func hazards() map[string][]string {
	return map[string][]string{
		"alias-as-emphasis.yaml":                {`1:8 a value that begins with * needs quotes`},
		"alias-bomb.yaml":                       {`6:8 the aliases of this file stand for too many values`},
		"alias-of-itself.yaml":                  {"3:5 `*a` stands inside the value that it stands for, which never"},
		"alias-unknown.yaml":                    {"1:8 `*important` refers to an anchor `&important`, and there is"},
		"backquote.yaml":                        {"1:8 a value that begins with ` needs quotes"},
		"bidi-escaped.yaml":                     {},
		"bom.yaml":                              {"3:1 `team` stands here and on line 2"},
		"brace-unclosed-nested.yaml":            {nothing, `1:9 the bracket ({) that opens here is not closed`},
		"bracket-closed-wrongly.yaml":           {nothing, "1:8 the bracket ([) that opens here is not closed before `}`"},
		"bracket-unclosed.yaml":                 {nothing, `1:4 the bracket ([) that opens here is not closed`},
		"cjk-columns.yaml":                      {"1:8 the colon behind `決済` makes a key of it, inside a value without", `2:11 a value that begins with @ needs quotes`, "2:18 a value that begins with ` needs quotes"},
		"colon-in-braces.yaml":                  {"1:28 the colon behind `dashboard` makes a key of it, inside a value"},
		"colon-in-first-line.yaml":              {"1:4 the colon behind `b` makes a key of it, inside a value without"},
		"colon-in-value.yaml":                   {"1:8 the colon behind `Onboarding` makes a key of it, inside a value"},
		"comma-after-value.yaml":                {`1:15 a comma stands behind this value`},
		"comma-as-decimal-point.yaml":           {"1:35 the comma ends the number here: `0,2` becomes 0, and 2 a key", "1:48 the comma ends the number here: `1,000` becomes 1, and 000 a"},
		"comment-in-brackets.yaml":              {},
		"comments-only.yaml":                    {nothing, `1:1 this file is empty`},
		"control-character-escaped.yaml":        {`2:8 this text contains the control character U+001B`},
		"control-character-raw.yaml":            {`2:9 an invisible control character (U+001B) stands here, and 1 more`},
		"crlf.yaml":                             {"6:1 `note` stands here and on line 3"},
		"dash-without-space-on-a-key.yaml":      {nothing, `2:3 a space is missing behind this dash`},
		"dash-without-space.yaml":               {nothing, `3:3 a space is missing behind this dash`},
		"date-as-key.yaml":                      {"1:1 the key `2026-01-05` is a date"},
		"date-with-time-as-key.yaml":            {"1:1 the key `2026-01-05T10:00:00Z` is a date"},
		"depth-of-dashes.yaml":                  {nothing, `1:401 values are nested more than 200 levels deep here`},
		"depth-unclosed.yaml":                   {nothing, `1:204 values are nested more than 200 levels deep here`},
		"depth.yaml":                            {nothing, `1:203 values are nested more than 200 levels deep here`},
		"digits.yaml":                           {"1:9 `1234567890123456789012345678901` has 31 digits"},
		"directive.yaml":                        {nothing, `1:1 this file asks for another version of YAML`},
		"document-second-after-dots.yaml":       {`3:1 a second document begins here`},
		"document-second-broken.yaml":           {`2:1 a second document begins here`},
		"document-second.yaml":                  {`3:1 a second document begins here`},
		"duplicate-key.yaml":                    {"4:5 `id` stands here and on line 2"},
		"empty-document.yaml":                   {nothing, `2:1 this file is empty`},
		"empty-null.yaml":                       {nothing, `1:1 this file is empty`},
		"empty.yaml":                            {nothing, `1:1 this file is empty`},
		"escape-unknown.yaml":                   {"1:12 `\\d` means nothing between double quotes"},
		"exponent.yaml":                         {"1:9 `1e999` has an exponent beyond 30", "2:6 `1e-31` has an exponent beyond 30"},
		"folded-key-deeper.yaml":                {nothing, `2:3 this key is indented deeper than line 1, which has its value`},
		"folded.yaml":                           {},
		"half-indented.yaml":                    {nothing, `3:4 this line is indented by 3 spaces, which fits nothing above it`},
		"half-outdented.yaml":                   {nothing, `4:4 this line is indented by 3 spaces, which fits nothing above it`},
		"hash-cuts-in-braces.yaml":              {"1:12 the text ends before `#12`, which is a comment because of its #"},
		"hash-cuts-initiative.yaml":             {"2:5 the text ends before `#3`, which is a comment because of its #"},
		"hash-cuts-title.yaml":                  {"1:8 the text ends before `#1 in speed`, which is a comment because", "2:7 the text ends before `#12`, which is a comment because of its #", "6:10 the text ends before `#12 and #13`, which is a comment because"},
		"hash-value-in-braces.yaml":             {`2:29 a value that begins with # needs quotes`, `2:48 a value that begins with @ needs quotes`},
		"hash-value.yaml":                       {"3:14 the # makes a comment of `#checkout`, so `contact` is empty", "4:5 the # makes a comment of `#payments`, so this list item is"},
		"hexadecimal.yaml":                      {"1:9 `0x1F` is a number in hexadecimal notation, which readers", "2:6 `0b11` is a number in binary notation, which readers disagree"},
		"infinity.yaml":                         {"1:9 `.inf` is no number to compute with", "2:6 `-.Inf` is no number to compute with", "3:7 `.NaN` is no number to compute with"},
		"item-among-keys.yaml":                  {nothing, `2:1 a list item stands where only keys can stand`},
		"item-at-dashes.yaml":                   {nothing, `3:3 this line stands at the dashes of the list above, but has no`},
		"key-complex.yaml":                      {`1:3 a key must be a single word or text here, not a list, a mapping`, `3:1 a key is written after a question mark here, which this format`},
		"key-missing.yaml":                      {nothing, `1:2 a key is missing in front of this colon`},
		"key-null-and-true.yaml":                {"1:1 the key `null` is a word with a meaning of its own", "2:1 the key `true` is a word with a meaning of its own", "3:1 the key `~` is a word with a meaning of its own"},
		"key-number.yaml":                       {"1:1 the key `1` is a number", "2:1 the key `0x10` is a number"},
		"latin-1.yaml":                          {`1:10 this file is not UTF-8: the byte FC here is no part of any`},
		"leading-zeros.yaml":                    {"1:9 `007` starts with a zero, which makes it an octal number for", "2:6 `-08.50` starts with a zero, which makes it an octal number for", "3:7 `0777` starts with a zero, which makes it an octal number for"},
		"line-separator.yaml":                   {`1:11 an invisible character stands here that some readers take for`},
		"list-on-its-key.yaml":                  {`1:14 a list cannot begin on the line of its key`},
		"lone-cr.yaml":                          {"3:1 `team` stands here and on line 2"},
		"merge-bad-in-list.yaml":                {"3:12 `<<` takes over the keys of a mapping, and there is none behind"},
		"merge-bad.yaml":                        {"2:5 `<<` takes over the keys of a mapping, and there is none behind"},
		"merge-of-a-mapping-key-in-a-list.yaml": {`1:15 a key must be a single word or text here, not a list, a mapping`, "1:20 `<<` takes over the keys of a mapping, and there is none behind"},
		"merge-of-a-mapping-key.yaml":           {`1:2 a key must be a single word or text here, not a list, a mapping`, "1:7 `<<` takes over the keys of a mapping, and there is none behind"},
		"merge-twice.yaml":                      {"4:3 `<<` stands twice in this mapping"},
		"merge.yaml":                            {},
		"nul.yaml":                              {`2:8 an invisible control character (U+0000) stands here`},
		"octal.yaml":                            {"1:9 `0o17` is a number in octal notation, which readers disagree"},
		"percent.yaml":                          {`1:9 a value that begins with % needs quotes`},
		"question-mark-in-braces.yaml":          {`1:10 a question mark without quotes ends a text between brackets for`},
		"quote-text-after-several-lines.yaml":   {nothing, `2:8 text stands behind the closing quote`},
		"quote-text-after.yaml":                 {`1:8 text stands behind the closing quote`, `2:7 text stands behind the closing quote`},
		"quote-unclosed-at-end.yaml":            {`1:8 the quote (') that opens here is not closed`},
		"quote-unclosed.yaml":                   {`1:8 the quote (") that opens here is not closed`},
		"reserved-at.yaml":                      {`1:9 a value that begins with @ needs quotes`},
		"root-outdented.yaml":                   {`2:1 this line and what follows belong to nothing above them, and`},
		"space-after-colon-first.yaml":          {nothing, "1:1 a space is missing behind the colon of `version`"},
		"space-after-colon.yaml":                {nothing, "2:1 a space is missing behind the colon of `team`"},
		"tab-after-dash.yaml":                   {`1:2 a tab stands behind this dash`},
		"tab-indents-in-brackets.yaml":          {`2:1 a tab indents this line`},
		"tab-indents.yaml":                      {nothing, `2:1 a tab indents this line`},
		"tab-on-empty-line.yaml":                {},
		"tags.yaml":                             {"1:4 `!!binary` is a tag", "2:4 `!custom` is a tag", "4:4 `!` is a tag", "5:4 `!!set` is a tag"},
		"text-without-colon.yaml":               {nothing, "2:1 `team checkout` stands among keys, but has no colon"},
		"types.yaml":                            {},
		"underscore.yaml":                       {"1:9 `1_000` has an underscore in it, which some readers ignore and", "2:6 `-1_0.5` has an underscore in it, which some readers ignore and"},
		"utf-16-be-without-mark.yaml":           {nothing, `1:1 this file is saved as UTF-16`},
		"utf-16-le.yaml":                        {nothing, `1:1 this file is saved as UTF-16`},
		"value-is-a-dash.yaml":                  {`1:9 a value that begins with - needs quotes`},
		"value-starts-with-indicator.yaml":      {`1:4 a value that begins with > needs quotes`, `2:4 a value that begins with | needs quotes`, `3:4 a value that begins with & needs quotes`, `4:4 a value that begins with ? needs quotes`, `5:4 a value that begins with , needs quotes`, `6:4 a value that begins with ] needs quotes`},
	}
}

func TestHazards(t *testing.T) {
	files, err := filepath.Glob("testdata/hazards/*.yaml")
	if err != nil || len(files) != len(hazards()) {
		t.Fatalf("%d files, %d expectations: %v", len(files), len(hazards()), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, known := hazards()[filepath.Base(file)]
			if !known {
				t.Fatal("nothing is expected of this file")
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parsed, findings := Parse(file, data)
			var got []string
			if parsed == nil {
				got = append(got, nothing)
			}
			for _, f := range findings {
				if f.Rule != "syntax" || f.Hint == "" || len(f.Excerpt) == 0 || f.Subject == "" {
					t.Errorf("%+v is not complete", f)
				}
				got = append(got, fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.Message))
			}
			if len(got) != len(want) {
				t.Fatalf("got %q, want %q", got, want)
			}
			for i := range got {
				if !strings.HasPrefix(got[i], want[i]) {
					t.Errorf("got %q, want %q", got[i], want[i])
				}
			}
		})
	}
}

// TestCorrectedLines reads the line that a hint offers.
func TestCorrectedLines(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"alias-unknown.yaml", "`title: \"*important\"`"},
		{"backquote.yaml", "`title: \"`code` first\"`"},
		{"bracket-unclosed.yaml", "`x: [1, 2]`"},
		{"brace-unclosed-nested.yaml", "`metric: {kind: stages, stages: [{name: a, credit: 1}]}`"},
		{"cjk-columns.yaml", "`日本語: {価格: \"@円\", 🛒: \"`x`\"}`"},
		{"colon-in-value.yaml", "`title: \"Onboarding: from 14 to 3 days\"`"},
		{"comma-after-value.yaml", "`\"version\": \"1\"`"},
		{"comma-as-decimal-point.yaml", "`metric: {unit: percent, baseline: 0.2, target: 1000}`"},
		{"dash-without-space.yaml", "`- two`"},
		{"hash-value.yaml", "`contact: \"#checkout\"`"},
		{"hash-value-in-braces.yaml", "`- {id: checkout, contact: \"#checkout\", handle: \"@acme/checkout\"}`"},
		{"hash-cuts-title.yaml", "`title: \"We are #1 in speed\"`"},
		{"hash-cuts-title.yaml", "`note: \"See #12\" # okr:allow jargon because x`"},
		{"hexadecimal.yaml", "`target: 31`"},
		{"key-number.yaml", "`\"1\": a`"},
		{"leading-zeros.yaml", "`target: 7`"},
		{"leading-zeros.yaml", "`low: -8.50`, or, if it is meant as text, `low: \"-08.50\"`"},
		{"octal.yaml", "`target: 15`"},
		{"percent.yaml", "`target: \"%5\"`"},
		{"quote-unclosed.yaml", "`title: \"Fast\"`"},
		{"quote-text-after.yaml", "`title: '\"Fast\" checkout'`"},
		{"quote-text-after.yaml", "`note: \"it's late\"`"},
		{"reserved-at.yaml", "`handle: \"@acme/checkout\" # the team`"},
		{"space-after-colon.yaml", "`team: checkout`"},
		{"underscore.yaml", "`target: 1000`"},
	} {
		data, err := os.ReadFile(filepath.Join("testdata/hazards", test.file))
		if err != nil {
			t.Fatal(err)
		}
		var hints []string
		_, findings := Parse(test.file, data)
		for _, f := range findings {
			hints = append(hints, f.Hint)
		}
		if !strings.Contains(strings.Join(hints, "\n"), test.want) {
			t.Errorf("%s: no %s in %q", test.file, test.want, hints)
		}
	}
}
