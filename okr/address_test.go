package okr_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
)

func TestParseAddress(t *testing.T) {
	longest := strings.Repeat("a", 64)
	for _, test := range []struct {
		text string
		want okr.Address
	}{
		{"checkout/2026-Q3", okr.Address{Team: "checkout", Cycle: "2026-Q3"}},
		{"checkout/2026/fast", okr.Address{Team: "checkout", Cycle: "2026", Objective: "fast"}},
		{"a/spring.launch_2/b-1/9", okr.Address{Team: "a", Cycle: "spring.launch_2", Objective: "b-1", KeyResult: "9"}},
		{longest + "/2026/" + longest, okr.Address{Team: longest, Cycle: "2026", Objective: longest}},
	} {
		got, err := okr.ParseAddress(test.text)
		if err != nil || got != test.want {
			t.Errorf("ParseAddress(%q) = %+v, %v, want %+v", test.text, got, err, test.want)
		}
		if got.String() != test.text || got.Depth() != strings.Count(test.text, "/")+1 {
			t.Errorf("%q comes back as %q of depth %d", test.text, got, got.Depth())
		}
	}
}

func TestParseAddressSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "write team/cycle",
		"checkout":                        "write team/cycle",
		"a/2026/b/c/d":                    "write team/cycle",
		"a/2026/b/c/":                     "write team/cycle",
		"checkout/2026/":                  "empty",
		"/2026":                           "empty",
		"a//b":                            "empty",
		"Checkout/2026":                   `"Checkout" has characters`,
		"checkout/2026/fast_checkout":     `"fast_checkout" has characters`,
		"checkout/2026 Q3":                `"2026 Q3" has characters`,
		"checkout/2026/-fast":             `"-fast" has characters`,
		"checkout/2026/été":               "has characters",
		strings.Repeat("a", 65) + "/2026": "longer than 64",
	} {
		if _, err := okr.ParseAddress(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseAddress(%q) says %v, want something with %q", text, err, want)
		}
	}
}

func FuzzParseAddress(f *testing.F) {
	f.Add("checkout/2026-Q3/fast-checkout/p99")
	f.Add("a/b/c/d/e")
	f.Fuzz(func(t *testing.T, text string) {
		address, err := okr.ParseAddress(text)
		if err == nil && address.String() != text {
			t.Errorf("%q comes back as %q", text, address)
		}
	})
}
