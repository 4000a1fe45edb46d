package render

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestSanitize(t *testing.T) {
	for in, want := range map[string]string{
		"plain text, é 漢字 🎉":          "plain text, é 漢字 🎉",
		"a\tb\nc":                     "a b c",
		"a\r\nb":                      "a b",
		"a\rb":                        `a\u{d}b`,
		"\x1b[31m":                    `\u{1b}[31m`,
		"\x00\x07\b\x7f":              `\u{0}\u{7}\u{8}\u{7f}`,
		"\u0085\u009b":                `\u{85}\u{9b}`,
		"\u2028\u2029":                `\u{2028}\u{2029}`,
		"\u202e\u2066":                `\u{202e}\u{2066}`,
		"a\u200bb\u200d\ufeff\u00ad":  `a\u{200b}b\u{200d}\u{feff}\u{ad}`,
		"\u3164\u115f\U000e0041":      `\u{3164}\u{115f}\u{e0041}`,
		"❤\ufe0f":                     "❤\ufe0f",
		"x\ufe0f\ufe0f":               "x\ufe0f" + `\u{fe0f}`,
		" \ufe0f":                     ` \u{fe0f}`,
		"x\U000e0100":                 `x\u{e0100}`,
		"葛\U000e0100":                 "葛\U000e0100",
		"e\u0301":                     "e\u0301",
		"bad \xff\x9b utf8":           "bad \uFFFD\uFFFD utf8",
		"##[add-mask]a":               `##\[add-mask]a`,
		"###[x":                       `###\[x`,
		"# #[x] #[y]":                 "# #[x] #[y]",
		"##\u200b[x]":                 `##\u{200b}[x]`,
		"non\u00a0breaking\u3000wide": "non\u00a0breaking\u3000wide",
	} {
		if got := Sanitize(in); got != want {
			t.Errorf("Sanitize(%q) = %q, not %q", in, got, want)
		}
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"::error::x":                 `\::error::x`,
		" \u00a0::error::x":          " \u00a0" + `\::error::x`,
		"\x1b[31m::error::x":         "\x1b[31m" + `\::error::x`,
		" \x1b[1m\x1b[2m ::x\x1b[0m": " \x1b[1m\x1b[2m " + `\::x` + "\x1b[0m",
		"a ::b":                      "a ::b",
		":::":                        `\:::`,
		": :":                        ": :",
		"##" + "[x]":                 `##\[x]`,
	} {
		if got := guard(in); got != want {
			t.Errorf("guard(%q) = %q, not %q", in, got, want)
		}
	}
}

func FuzzSanitize(f *testing.F) {
	for _, p := range payloads() {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Sanitize(text)
		if problem := unprintable(got, "text"); problem != "" || strings.ContainsAny(got, "\n\t") {
			t.Errorf("%q has %s", got, problem)
		}
		if !utf8.ValidString(got) || strings.Contains(got, "##[") {
			t.Errorf("%q can do harm", got)
		}
		for _, r := range got {
			if unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
				t.Errorf("%q has %U", got, r)
			}
		}
		if again := Sanitize(got); again != got {
			t.Errorf("sanitizing %q again gives %q", got, again)
		}
		for at := range text {
			if !strings.HasPrefix(sanitize(text, ' '), sanitize(text[:at], ' ')) {
				t.Errorf("the beginning %q of %q is sanitized to something else", text[:at], text)
			}
			if at > 40 {
				break
			}
		}
	})
}
