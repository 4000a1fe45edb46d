package metric

import (
	"math/big"
	"strings"
	"testing"
)

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "0", "+5": "5", "-12": "-12", "0.5": "1/2", ".5": "1/2", "5.": "5", "-0.20": "-1/5",
		"20e6": "20000000", "2E+6": "2000000", "25e-1": "5/2", "1e30": "1000000000000000000000000000000",
		"1e-30":                          "1/1000000000000000000000000000000",
		"1.0e-30":                        "1/1000000000000000000000000000000",
		"0e30":                           "0",
		"0." + strings.Repeat("0", 50):   "0",
		"123456789012345678901234567890": "123456789012345678901234567890",
		"9223372036854775808":            "9223372036854775808",
		"-999999999999999999":            "-999999999999999999",
		"0.000000000000000001":           "1/1000000000000000000",
	} {
		n, err := ParseNumber(text)
		if err != nil || show(&n) != want {
			t.Errorf("%s is %s %v, want %s", text, show(&n), err, want)
		}
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "the number is missing",
		"  ":                                "the number is missing",
		"007":                               `"007" begins with a needless zero: write 7`,
		"-00.5":                             `"-00.5" begins with a needless zero: write -0.5`,
		"00":                                `"00" begins with a needless zero: write 0`,
		"1_000":                             `"1_000" has underscores in it: write 1000`,
		"0x1F":                              `"0x1F" is not written in base ten: write plain decimal digits`,
		"0o17":                              `"0o17" is not written in base ten: write plain decimal digits`,
		".nan":                              `".nan" is not something that can be measured: leave it out until there is a number`,
		"-.Inf":                             `"-.Inf" is not something that can be measured: leave it out until there is a number`,
		"1e31":                              `the exponent of "1e31" is beyond ±30: choose a larger or smaller unit`,
		"1e-31":                             `the exponent of "1e-31" is beyond ±30: choose a larger or smaller unit`,
		"1e999999":                          `the exponent of "1e999999" is beyond ±30: choose a larger or smaller unit`,
		"1234567890123456789012345678901":   `"1234567890123456789012345678901" has more than 30 digits: round it to what was really measured`,
		"0.0000000000000000000000000000001": `"0.0000000000000000000000000000001" has more than 30 decimal places: round it to what was really measured`,
		"1.5e-30":                           `"1.5e-30" has more than 30 decimal places: round it to what was really measured`,
		"0,5":                               `"0,5" has a decimal comma: write 0.5`,
		"-12,75":                            `"-12,75" has a decimal comma: write -12.75`,
		"1,000":                             `"1,000" has a comma, which can be read in two ways: write 1000 or 1.000`,
		"0,125":                             `"0,125" has a decimal comma: write 0.125`,
		"1,000,000":                         `"1,000,000" has thousands marks: write 1000000`,
		"1.000.000":                         `"1.000.000" has thousands marks: write 1000000`,
		"1,000.5":                           `"1,000.5" has thousands marks: write 1000.5`,
		"1.000,5":                           `"1.000,5" has thousands marks: write 1000.5`,
		"1 000":                             `"1 000" has thousands marks: write 1000`,
		"1'000":                             `"1'000" has thousands marks: write 1000`,
		"5%":                                `"5%" has its unit in it: write 5, and "%" as the unit`,
		"400 ms":                            `"400 ms" has its unit in it: write 400, and "ms" as the unit`,
		"-0.5pp":                            `"-0.5pp" has its unit in it: write -0.5, and "pp" as the unit`,
		"12k":                               `"12k" is shortened: write 12000`,
		"−5":                                `"−5" has a typographic minus sign: write -5`,
		" 5":                                `" 5" has spaces around it: write 5`,
		"yes":                               `"yes" is not a number: write digits and, if needed, a decimal point, such as 0.5`,
		"12/20":                             `"12/20" is not a number: write digits and, if needed, a decimal point, such as 0.5`,
		"2026-07-10":                        `"2026-07-10" is not a number: write digits and, if needed, a decimal point, such as 0.5`,
		"192.168.1.1":                       `"192.168.1.1" is not a number: write digits and, if needed, a decimal point, such as 0.5`,
		"1e":                                `"1e" has its unit in it: write 1, and "e" as the unit`,
		".":                                 `"." is not a number: write digits and, if needed, a decimal point, such as 0.5`,
		"--5":                               `"--5" is not a number: write digits and, if needed, a decimal point, such as 0.5`,
		"5\n\x1b[31m":                       `"5\n\x1b[31m" is not a number: write digits and, if needed, a decimal point, such as 0.5`,
	} {
		n, err := ParseNumber(text)
		if err == nil {
			t.Errorf("%q is accepted as %s", text, n)
		} else if err.Error() != want {
			t.Errorf("%q:\n got %s\nwant %s", text, err, want)
		}
	}
}

// A message stays one readable line, whatever the text is.
func TestRefusalsAreShort(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("9", 100_000), "0" + strings.Repeat("1", 100_000), "00." + strings.Repeat("0", 100_000),
		strings.Repeat("x", 100_000), strings.Repeat("9", 40) + "k", "1" + strings.Repeat("_0", 100_000), "1" + strings.Repeat(",000", 100_000),
		"5" + strings.Repeat("é", 100_000), strings.Repeat("\x00", 100_000),
	} {
		_, err := ParseNumber(text)
		if err == nil || len(err.Error()) > 600 || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.10s…: error of %d bytes", text, len(err.Error()))
		}
	}
}

// FuzzParseNumber: nothing panics; what is accepted means what math/big reads,
// and is written back as the same number.
func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"0", "-0.5", "+12e-3", "007", "1_000", "0x1F", ".nan", "99.95", "1e30", "1e-30", "5%", "1,000.5", "1.000,5", "12k", "−3", ".5", "5.", "400 ms"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := ParseNumber(text)
		if err != nil {
			if err.Error() == "" || strings.ContainsAny(err.Error(), "\n\r\x1b") {
				t.Errorf("%q: error %q", text, err)
			}
			return
		}
		want, ok := new(big.Rat).SetString(text)
		if !ok || n.rat().Cmp(want) != 0 {
			t.Errorf("%q is %s, want %s", text, show(&n), want)
		}
		back, ok := new(big.Rat).SetString(n.String())
		if !ok || back.Cmp(want) != 0 {
			t.Errorf("%q is written back as %s", text, n)
		}
		encoded, _ := n.MarshalJSON()
		if _, ok := new(big.Rat).SetString(string(encoded)); !ok {
			t.Errorf("%q is %s in JSON", text, encoded)
		}
	})
}

func TestParseRelative(t *testing.T) {
	for _, test := range []struct{ text, baseline, target, written string }{
		{"+20%", "200", "240", "+20%"},
		{"-40%", "50", "30", "-40%"},
		{"+20 %", "-50", "-40", "+20%"},
		{"-20%", "-50", "-60", "-20%"},
		{"+0.5pp", "2", "2.5", "+0.5pp"},
		{"-0.50 pp", "2", "1.5", "-0.5pp"},
		{"+5%", "2", "2.1", "+5%"},
		{"+0%", "2", "2", "+0%"},
	} {
		r, err := ParseRelative(test.text)
		if err != nil {
			t.Error(err)
			continue
		}
		if same(t, test.text, r.Resolve(exact(t, test.baseline)), test.target); r.String() != test.written {
			t.Errorf("%s is written %s", test.text, r)
		}
	}
	for text, want := range map[string]string{
		"20%":   `"20%" has no sign: write +20% or -20%`,
		"0.5pp": `"0.5pp" has no sign: write +0.5pp or -0.5pp`,
		"+20":   `"+20" does not say of what: write +20% for a fifth of the baseline or +0.5pp for half a percentage point`,
		"":      `"" does not say of what: write +20% for a fifth of the baseline or +0.5pp for half a percentage point`,
		"%":     `"%" has no sign: write +20%`,
		"+%":    `"+" is not a number: write digits and, if needed, a decimal point, such as 0.5`,
		"+0,5%": `"+0,5" has a decimal comma: write +0.5`,
	} {
		if _, err := ParseRelative(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
