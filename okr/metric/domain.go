package metric

import "strings"

// Domain is the range of values that a metric can have, both ends included. A
// nil end is open.
type Domain struct {
	Min, Max *Number
}

// Contains reports whether n lies in the domain.
func (d Domain) Contains(n Number) bool {
	return (d.Min == nil || n.Cmp(*d.Min) >= 0) && (d.Max == nil || n.Cmp(*d.Max) <= 0)
}

// IsZero reports whether the domain is open at both ends.
func (d Domain) IsZero() bool { return d.Min == nil && d.Max == nil }

// The ends of the domains that units imply. They are never written.
var (
	nought    = Int(0)
	one       = Int(1)
	hundred   = Int(100)
	lowestNPS = Int(-100)
)

// DomainOf returns what values a unit allows: percent 0…100, a share 0…1, NPS
// -100…100, durations and counts from 0, anything else no limit. Upper and
// lower case make no difference. A given override replaces the unit's domain as
// a whole, so that it can also open an end. The ends are not to be written.
func DomainOf(unit string, override Domain) Domain {
	if !override.IsZero() {
		return override
	}
	switch word := unitWord(unit); {
	case word == "%":
		return Domain{Min: &nought, Max: &hundred}
	case word == "share":
		return Domain{Min: &nought, Max: &one}
	case word == "nps":
		return Domain{Min: &lowestNPS, Max: &hundred}
	case word == "count" || word == "counts" || isDuration(word):
		return Domain{Min: &nought}
	}
	return Domain{}
}

// SameUnit reports whether two units are the same: percent is %, and upper and
// lower case make no difference.
func SameUnit(a, b string) bool { return unitWord(a) == unitWord(b) }

// unitWord returns the one spelling under which a unit is known here.
func unitWord(unit string) string {
	word := strings.ToLower(strings.TrimSpace(unit))
	if word == "percent" {
		return "%"
	}
	return word
}

func isDuration(word string) bool {
	switch word {
	case "ms", "s", "sec", "min", "h", "d":
		return true
	}
	switch strings.TrimSuffix(word, "s") {
	case "millisecond", "second", "minute", "hour", "day", "week", "month", "year":
		return true
	}
	return false
}

// String returns the domain as words: "from 0 to 100", "from 0", "up to 1".
func (d Domain) String() string {
	switch {
	case d.Min != nil && d.Max != nil:
		return "from " + d.Min.String() + " to " + d.Max.String()
	case d.Min != nil:
		return "from " + d.Min.String()
	case d.Max != nil:
		return "up to " + d.Max.String()
	}
	return "any number"
}
