package near_test

import (
	"slices"
	"testing"

	"github.com/okrs-as-code/okrs/okr/near"
)

func TestWords(t *testing.T) {
	keys := []string{"title", "target", "team", "baseline", "by", "increase", "decrease", "checkout"}
	for written, want := range map[string][]string{
		"titel":    {"title"},
		"Titlle":   {"title"},
		"basline":  {"baseline"},
		"chekcout": {"checkout"},
		"ecrease":  {"decrease", "increase"},
		"xyz":      nil,
		"":         nil,
		"zzzzzzzz": nil,
	} {
		if got := near.Words(written, keys); !slices.Equal(got, want) {
			t.Errorf("near %q: %q, want %q", written, got, want)
		}
	}
}

func TestSlip(t *testing.T) {
	for written, want := range map[string]bool{
		"alow": true, "allwo": true, "Alow": true, "alllow": true, "allov": true, "allow": false, "Allow": false,
		"all": false, "also": false, "flow": false, "": false, "allowances": false,
	} {
		if got := near.Slip(written, "allow"); got != want {
			t.Errorf("%q: %t", written, got)
		}
	}
}
