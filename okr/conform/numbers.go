package conform

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// notNumber speaks about a text where a number belongs.
func (e *explainer) notNumber(p place, f failure) wording {
	key := ""
	if p.pair != nil {
		key = p.pair.Key
	}
	hasUnit := len(p.above) > 0 && p.above[len(p.above)-1].Get("unit") != nil
	if advice, ok := adviseNumber(p.node, key, fmt.Sprint(f.holder["maximum"]) == "1"); ok {
		return e.adopt(p, advice, hasUnit)
	}
	w := plainly(fmt.Sprintf("%s is %s; here belongs a number", p.label(), describe(p.node)), "")
	switch strings.ToLower(strings.Trim(p.node.Text, " .?")) {
	case "tbd", "tba", "todo", "n/a", "na", "unknown", "none", "-", "", "xx", "x":
		w.hint = "Leave the line out until the number is known. To measure it for the first time, write `kind: establish_baseline`."
	}
	return w
}

// adopt words a piece of advice about a place. The unit need not be mentioned
// where the metric has one.
func (c *check) adopt(p place, a advice, hasUnit bool) wording {
	w := wording{rule: diag.Schema, message: p.label() + " is " + describe(p.node) + ", " + a.is}
	w.hint = "Write " + c.reporter().Corrected(p.node.Span, a.number)
	if a.unit != "" && !hasUnit {
		w.hint += fmt.Sprintf(", and `unit: %s` in the metric", a.unit)
	}
	w.hint += "."
	return w
}

// advice is what is wrong with a text that was meant as a number.
type advice struct {
	is     string // goes on after "`value` is `5%`, "
	number string // as YAML writes it
	unit   string // that stood beside it, where a metric could have it
}

// parts takes a text apart into what stands before a number, the number, and what
// stands behind it.
func parts(text string) (before, number, after string, ok bool) {
	m := regexp.MustCompile(`^([^0-9+.-]*)([+-]?(?:[0-9][0-9.,'’ \x{A0}\x{202F}_]*[0-9]|[0-9]|\.[0-9]+)\.?)(.*)$`).FindStringSubmatch(text)
	if m == nil {
		return "", "", "", false
	}
	return strings.TrimSpace(m[1]), m[2], strings.TrimSpace(m[3]), true
}

// adviseNumber finds the number in a text. Share says that the number runs from
// 0 to 1, so that a percentage can be turned into it.
func adviseNumber(n *tree.Node, key string, share bool) (advice, bool) {
	before, written, after, ok := parts(n.Text)
	if !ok || len(n.Text) > 64 || len(written) > 32 || !isUnit(before) || strings.ContainsAny(after, "0123456789") {
		return advice{}, false
	}
	plain, changed := plainDigits(written)
	if plain == "" {
		return advice{}, false
	}
	switch {
	case before != "" || after != "":
		return adviseUnit(before, plain, after, key, share), true
	case changed != "":
		return advice{is: changed, number: plain}, true
	case !n.Plain:
		return advice{is: "a text because of its quotes; here belongs a number", number: plain}, true
	case plain != n.Text:
		return advice{is: "which YAML does not read as a number", number: plain}, true
	}
	return advice{}, false
}

// isUnit reports whether what stands before a number is a currency or a sign that
// people write there.
func isUnit(before string) bool {
	if before == "" || len(before) == 3 && before == strings.ToUpper(before) {
		return true
	}
	return slices.Contains([]string{"$", "€", "£", "¥", "₹", "US$", "<", ">", "<=", ">=", "≤", "≥", "~", "≈", "=", "ca.", "about"}, before)
}

func adviseUnit(before, plain, after, key string, share bool) advice {
	a := advice{is: "a text because of its unit; the number stands alone", number: plain}
	if slices.Contains([]string{"<", ">", "<=", ">=", "≤", "≥", "~", "≈", "=", "ca.", "about"}, before) && after == "" {
		a.is = "a text because of the sign in front; the number stands alone"
		return a
	}
	if factor := map[string]int64{"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "bn": 1e9}[after]; factor != 0 {
		a.is = "a text because of its letter; the number is written in full"
		a.number = times(plain, big.NewRat(factor, 1))
		return a
	}
	if share && after == "%" {
		a.is = "a text because of its percent sign; here belongs a number from 0 to 1"
		a.number = times(plain, big.NewRat(1, 100))
		return a
	}
	if slices.Contains([]string{"baseline", "target", "low", "high", "fail_at", "tolerance", "value", "min", "max", "from", "to"}, key) {
		unit := before + after
		if unit == "%" {
			unit = "percent"
		}
		a.is = "a text because of its unit; the number stands alone, and the unit in `unit`"
		a.unit = inline(unit)
	}
	return a
}

// times multiplies a plain number exactly.
func times(plain string, factor *big.Rat) string {
	r := rat(plain)
	r.Mul(r, factor)
	text := r.FloatString(12)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// plainDigits is a written number as YAML writes it, and what was wrong with it;
// both are empty for what is no number.
func plainDigits(written string) (plain, wrong string) {
	const thousands = "a text because of its thousands marks; numbers are written without"
	plain = written
	if bare := strings.NewReplacer(" ", "", "\u00A0", "", "\u202F", "", "'", "", "’", "", "_", "").Replace(plain); bare != plain {
		plain, wrong = bare, thousands
	}
	comma, point := strings.Count(plain, ","), strings.Count(plain, ".")
	switch {
	case comma == 1 && point > 0 && strings.Index(plain, ",") > strings.LastIndex(plain, "."):
		plain = strings.Replace(strings.ReplaceAll(plain, ".", ""), ",", ".", 1)
		wrong = "a text because of its comma and its thousands marks; decimals have a point"
	case comma > 0:
		plain = tree.PlainNumber(plain)
		if wrong = thousands; strings.Contains(plain, ".") && point == 0 {
			wrong = "a text because of its comma; decimals have a point"
		}
	case point > 1 && !grouped(plain):
		return "", ""
	case point > 1:
		plain, wrong = strings.ReplaceAll(plain, ".", ""), thousands
	}
	plain = strings.TrimSuffix(plain, ".")
	sign := ""
	if plain != "" && (plain[0] == '-' || plain[0] == '+') {
		sign, plain = strings.TrimPrefix(plain[:1], "+"), plain[1:]
	}
	if plain = strings.TrimLeft(plain, "0"); plain == "" || plain[0] == '.' {
		plain = "0" + plain
	}
	if strings.Trim(plain, "0123456789.") != "" || strings.Count(plain, ".") > 1 {
		return "", ""
	}
	return sign + plain, wrong
}

// yesOrNo is the word that YAML has for what people write for done and not done;
// empty for anything else.
func yesOrNo(text string) string {
	switch strings.ToLower(strings.Trim(text, " .!")) {
	case "yes", "y", "on", "done", "true", "complete", "completed", "reached", "achieved", "met", "shipped", "launched", "100%", "✓", "✅", "x":
		return "true"
	case "no", "n", "off", "not done", "not yet", "false", "open", "pending", "in progress", "missed", "0%":
		return "false"
	}
	return ""
}

// readDate is a date that is written in another way, where only one day can be meant.
func readDate(text string) string {
	if strings.Count(text, "/") == 2 && len(text) < 10 {
		return ""
	}
	for _, layout := range []string{
		"2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2.1.2006", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006",
		"2. January 2006", "2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04",
	} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// grouped reports whether points stand between thousands, as in 1.000.000.
func grouped(text string) bool {
	groups := strings.Split(text, ".")
	return !slices.ContainsFunc(groups[1:], func(group string) bool { return len(group) != 3 })
}
