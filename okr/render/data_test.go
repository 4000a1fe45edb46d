package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

type word string

type exact struct{ text string }

func (e exact) MarshalJSON() ([]byte, error) {
	if e.text == "" {
		return nil, errors.New("no number")
	}
	return []byte(e.text), nil
}

func (e exact) String() string { return "not this" }

func encoded(v any) (string, error) {
	var out bytes.Buffer
	err := writeJSON(&out, &report.Doc{Data: v}, Style{})
	return strings.TrimSuffix(out.String(), "\n"), err
}

func TestJSONValues(t *testing.T) {
	var none *exact
	half, text := 0.5, "x"
	for _, c := range []struct {
		value any
		want  string
	}{
		{"a\"b\\c", `"a\"b\\c"`}, {"<a href='x'>&</a>", `"<a href='x'>&</a>"`}, {"\n\r\t", `"\n\r\t"`},
		{"\x1b\x00\x7f\u009b", `"\u001b\u0000\u007f\u009b"`}, {"\u2028\u202e\u200b", `"\u2028\u202e\u200b"`},
		{"\U000e0041", `"\udb40\udc41"`}, {"é漢🎉", `"é漢🎉"`}, {"a\xffb", "\"a\uFFFDb\""}, {"##[x]", `"##\u005bx]"`},
		{true, "true"}, {7, "7"}, {int64(-7), "-7"}, {uint8(7), "7"}, {0.25, "0.25"}, {math.NaN(), "null"}, {math.Inf(1), "null"},
		{json.Number("0.30"), "0.30"}, {exact{"1e3"}, "1e3"}, {exact{`"s"`}, `"s"`}, {exact{"null"}, "null"}, {&exact{"5"}, "5"}, {none, "null"},
		{&half, "0.5"}, {&text, `"x"`}, {word("w"), `"w"`}, {diag.Warning, `"warning"`}, {diag.Focus, `"focus"`},
		{[]string{}, "[]"}, {[]string(nil), "[]"}, {report.Seq(nil), "[]"}, {report.Fields{}, "{}"}, {report.Fields(nil), "null"},
		{[]int{1, 2}, "[\n  1,\n  2\n]"},
		{report.Fields{{Name: "b", Value: nil}, {Name: "a", Value: []any{report.Fields{{Name: "c", Value: 1}}}}},
			"{\n  \"b\": null,\n  \"a\": [\n    {\n      \"c\": 1\n    }\n  ]\n}"},
	} {
		if got, err := encoded(c.value); err != nil || got != c.want {
			t.Errorf("%#v is written %s (%v), not %s", c.value, got, err, c.want)
		}
	}
	for _, wrong := range []any{json.Number("1,5"), json.Number(""), json.Number("1 "), exact{}, exact{"{}"}, make(chan int), map[string]int{}, struct{}{}} {
		if got, err := encoded(wrong); err == nil {
			t.Errorf("%#v is written %s", wrong, got)
		}
	}
}

// TestJSONIsIndentedAsUsual holds our indentation equal to that of encoding/json.
func TestJSONIsIndentedAsUsual(t *testing.T) {
	for name, doc := range samples() {
		out := rendered(t, Formats()[2], doc, Style{})
		var want bytes.Buffer
		if err := json.Indent(&want, []byte(out), "", "  "); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if want.String() != out {
			t.Errorf("%s is indented in another way", name)
		}
	}
}

func FuzzJSON(f *testing.F) {
	for _, p := range payloads() {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		out, err := encoded(text)
		if err != nil {
			t.Fatal(err)
		}
		var back string
		if err := json.Unmarshal([]byte(out), &back); err != nil || back != string([]rune(text)) {
			t.Errorf("%q is written %s and read %q (%v)", text, out, back, err)
		}
		if unprintable(out, "json") != "" || len(workflowCommands(out)) > 0 {
			t.Errorf("%s can do harm", out)
		}
	})
}

func TestCSVCell(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "text": "text", "-5": "-5", "+3.5e-4": "+3.5e-4", "-0.25": "-0.25", "1 200": "1 200",
		"=1+1": "'=1+1", "+1+1": "'+1+1", "-1+1": "'-1+1", "-": "'-", "@a": "'@a", "\ta": "' a", "\ra": `'\u{d}a`,
		" =1": "' =1", "\n=1": "' =1", "＝1": "'＝1", "::error::x": "'::error::x", "a=b": "a=b", "2026-07-10": "2026-07-10",
		"-5 %": "'-5 %", "a\nb": "a b", "\x1b[31m": `\u{1b}[31m`,
	} {
		if got := csvCell(in); got != want {
			t.Errorf("csvCell(%q) = %q, not %q", in, got, want)
		}
	}
}

func TestCSVIsReadBack(t *testing.T) {
	rows := [][]string{{`quote " comma , semicolon ;`, ""}, {" lead", "trail "}, {"`", `\.`}}
	var out bytes.Buffer
	doc := &report.Doc{Records: &report.Records{Columns: []string{"a", "b"}, Rows: records(rows)}}
	if err := writeCSV(&out, doc, Style{}); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(got) != 4 || got[1][0] != rows[0][0] || got[2][1] != rows[1][1] || got[3][1] != rows[2][1] {
		t.Errorf("%q (%v)", got, err)
	}
	if err := writeCSV(&out, &report.Doc{Records: &report.Records{Columns: []string{"a"}}}, Style{}); err != nil {
		t.Error(err)
	}
}
