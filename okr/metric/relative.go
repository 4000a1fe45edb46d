package metric

import (
	"errors"
	"fmt"
	"strings"
)

// Relative is a target given as a change of the baseline.
type Relative struct {
	Amount Number // signed: 20 for +20%, -0.5 for -0.5pp
	Points bool   // percentage points are added; otherwise Amount is per cent of the baseline
}

// ParseRelative reads "+20%", "-40%" or "+0.5pp". The sign is needed, because
// "20%" can be read as a level. The error says in one line what to write.
func ParseRelative(text string) (Relative, error) {
	trimmed := strings.TrimSpace(text)
	number, points := strings.CutSuffix(trimmed, "pp")
	if !points {
		var percent bool
		if number, percent = strings.CutSuffix(trimmed, "%"); !percent {
			return Relative{}, fmt.Errorf("%s does not say of what: write +20%% for a fifth of the baseline or +0.5pp for half a percentage point", quote(text))
		}
	}
	number = strings.TrimSpace(number)
	if number == "" || (number[0] != '+' && number[0] != '-') {
		corrected := "+20%"
		if isPlain(number) {
			unit := trimmed[len(trimmed)-1:]
			if points {
				unit = "pp"
			}
			corrected = fmt.Sprintf("+%s%s or -%s%s", number, unit, number, unit)
		}
		return Relative{}, errors.New(instead(text, "has no sign", corrected))
	}
	amount, err := ParseNumber(number)
	if err != nil {
		return Relative{}, err
	}
	return Relative{Amount: amount, Points: points}, nil
}

// Resolve returns the absolute target: the baseline with Amount per cent of its
// size added, or with Amount points added. The size carries no sign, so that a
// plus always means upwards.
func (r Relative) Resolve(baseline Number) Number {
	if r.Points {
		return baseline.Add(r.Amount)
	}
	return baseline.Add(baseline.Abs().Mul(r.Amount).Mul(Ratio(1, 100)))
}

// String returns the change as a file writes it: "+20%", "-0.5pp".
func (r Relative) String() string {
	text := r.Amount.String()
	if r.Amount.Sign() >= 0 {
		text = "+" + text
	}
	if r.Points {
		return text + "pp"
	}
	return text + "%"
}
