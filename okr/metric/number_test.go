package metric

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"
)

func TestArithmetic(t *testing.T) {
	const biggest = "9223372036854775807"
	for _, test := range []struct{ x, y, sum, difference, product, quotient string }{
		{"0", "0", "0", "0", "0", ""},
		{"0.1", "0.2", "3/10", "-1/10", "1/50", "1/2"},
		{"1/3", "1/6", "1/2", "1/6", "1/18", "2"},
		{"-5", "-20", "-25", "15", "100", "1/4"},
		{"5", "-10", "-5", "15", "-50", "-1/2"},
		{"7/15", "8/15", "1", "-1/15", "56/225", "7/8"},
		{biggest, "1", "9223372036854775808", "9223372036854775806", biggest, biggest},
		{"-" + biggest, "1", "-9223372036854775806", "-9223372036854775808", "-" + biggest, "-" + biggest},
		{biggest, biggest, "18446744073709551614", "0", "85070591730234615847396907784232501249", "1"},
		{biggest, "1/2", "18446744073709551615/2", "18446744073709551613/2", biggest + "/2", "18446744073709551614"},
		{"1/2", biggest, "18446744073709551615/2", "-18446744073709551613/2", biggest + "/2", "1/18446744073709551614"},
		{"1e20", "1e20", "200000000000000000000", "0", "1e40", "1"},
		{"1e20", "-1e20", "0", "200000000000000000000", "-1e40", "-1"},
		{"1e-20", "1e20", "100000000000000000000.00000000000000000001", "-99999999999999999999.99999999999999999999", "1", "1e-40"},
	} {
		x, y := exact(t, test.x), exact(t, test.y)
		same(t, test.x+" + "+test.y, x.Add(y), test.sum)
		same(t, test.x+" − "+test.y, x.Sub(y), test.difference)
		same(t, test.x+" × "+test.y, x.Mul(y), test.product)
		quotient, ok := x.Div(y)
		if ok != (test.quotient != "") {
			t.Errorf("%s ÷ %s: %v", test.x, test.y, ok)
		} else if ok {
			same(t, test.x+" ÷ "+test.y, quotient, test.quotient)
		}
	}
}

func same(t *testing.T, what string, got Number, want string) {
	t.Helper()
	if !got.Equal(exact(t, want)) {
		t.Errorf("%s = %s, want %s", what, show(&got), want)
	}
}

// A number has one form, so that a result that fits again is small again.
func TestNumbersAreNormal(t *testing.T) {
	huge := exact(t, "1e30")
	back, _ := huge.Mul(Ratio(3, 4)).Div(huge)
	for what, n := range map[string]Number{
		"from wide":         back,
		"ratio":             Ratio(-6, -8),
		"negative divisor":  Ratio(6, -8).Neg(),
		"parsed":            must(t, "0.75"),
		"parsed with zeros": must(t, "0.7500"),
	} {
		if n != Ratio(3, 4) {
			t.Errorf("%s: %+v", what, n)
		}
	}
	if whole := Ratio(8, 4); whole != Int(2) || (Number{}) != Int(0) || Ratio(0, -7) != Int(0) {
		t.Errorf("whole numbers have two forms")
	}
	if least := Int(math.MinInt64); least.wide == nil || !least.Neg().Equal(exact(t, "9223372036854775808")) || !least.Neg().Neg().Equal(least) {
		t.Errorf("the least int64 is %+v", least)
	}
	same(t, "MinInt64 / MinInt64", Ratio(math.MinInt64, math.MinInt64), "1")
	same(t, "1 / MinInt64", Ratio(1, math.MinInt64), "-1/9223372036854775808")
}

func must(t testing.TB, text string) Number {
	t.Helper()
	n, err := ParseNumber(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestRatioRefusesZero(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a denominator of 0 did not panic")
		}
	}()
	Ratio(1, 0)
}

func TestOrder(t *testing.T) {
	ascending := []string{"-1e40", "-9223372036854775807", "-7/3", "-2", "0", "1/9223372036854775807", "1/3", "0.34", "1", "9223372036854775807", "1e40"}
	for i, a := range ascending {
		for j, b := range ascending {
			x, y := exact(t, a), exact(t, b)
			want := min(max(i-j, -1), 1)
			if got := x.Cmp(y); got != want {
				t.Errorf("%s against %s: %d, want %d", a, b, got, want)
			}
			if x.Equal(y) != (i == j) {
				t.Errorf("%s equals %s: %v", a, b, x.Equal(y))
			}
			lesser, greater := a, b
			if i > j {
				lesser, greater = b, a
			}
			same(t, "the lesser", x.Min(y), lesser)
			same(t, "the greater", x.Max(y), greater)
		}
	}
	one := Int(1)
	for text, want := range map[string]string{"-0.5": "0", "0": "0", "0.4": "2/5", "1": "1", "1.25": "1"} {
		same(t, text+" clamped", exact(t, text).Clamp(Number{}, one), want)
	}
	for text, want := range map[string]int{"-0.1": -1, "0": 0, "0.1": 1, "-1e40": -1, "1e40": 1} {
		x := exact(t, text)
		if x.Sign() != want || x.IsZero() != (want == 0) || x.Abs().Sign() != want*want || x.Neg().Sign() != -want {
			t.Errorf("the sign of %s", text)
		}
	}
	if got := exact(t, "0.25").Float64(); got != 0.25 {
		t.Errorf("0.25 as a float is %v", got)
	}
}

func TestRounding(t *testing.T) {
	for _, test := range []struct {
		x      string
		places int
		want   string
	}{
		{"0.7", 2, "0.70"}, {"0.655", 2, "0.66"}, {"-0.655", 2, "-0.66"}, {"0.654999", 2, "0.65"},
		{"0.005", 2, "0.01"}, {"-0.004", 2, "0.00"}, {"0", 2, "0.00"}, {"12", 0, "12"}, {"12", 2, "12.00"},
		{"0.5", 0, "1"}, {"-0.5", 0, "-1"}, {"-0.4", 0, "0"}, {"1.5", -3, "2"}, {"2/3", 4, "0.6667"},
		{"-1.05", 1, "-1.1"}, {"1/3", 20, "0.33333333333333333333"}, {"1/9223372036854775807", 18, "0.000000000000000000"},
		{"9223372036854775807/2", 1, "4611686018427387903.5"}, {"9223372036854775807/2", 0, "4611686018427387904"},
		{"9223372036854775807/3", 18, "3074457345618258602.333333333333333333"},
		{"4611686018427387903/2", 1, "2305843009213693951.5"}, {"9223372036854775807/9", 1, "1024819115206086200.8"}, {"-9223372036854775807/9", 2, "-1024819115206086200.78"},
		{"1e40", 1, "10000000000000000000000000000000000000000.0"}, {"-1e-25", 2, "0.00"},
		{"99999999999999999999.995", 2, "100000000000000000000.00"},
	} {
		x := exact(t, test.x)
		if got := x.Fixed(test.places); got != test.want {
			t.Errorf("%s with %d places is %s, want %s", test.x, test.places, got, test.want)
		}
		same(t, test.x+" rounded", x.Round(test.places), test.want)
	}
}

func TestFixedWithin(t *testing.T) {
	for _, test := range []struct{ x, edges, want string }{
		{"0.699999", "0.7", "0.69"}, {"0.7", "0.7", "0.70"}, {"0.7000001", "0.7", "0.70"},
		{"0.996", "1", "0.99"}, {"0.996", "", "1.00"}, {"1", "1", "1.00"}, {"0.3999", "0.4 0.7 1", "0.39"},
		{"0.4", "1 0.7 0.4", "0.40"}, {"0.65", "0.4 0.7 1", "0.65"}, {"0.655", "0.7", "0.66"},
		{"1/3", "1/3", "0.34"}, {"0.3333", "1/3", "0.33"}, {"0.7049", "0.705", "0.70"}, {"0.705", "0.705", "0.71"},
		{"-0.001", "0", "-0.01"}, {"0.001", "0", "0.00"}, {"-0.25", "0 0.4", "-0.25"},
		{"0.702", "0.701 0.704", "0.702"}, {"0.7015", "0.701 0.7016", "0.701"}, {"1e-20", "1e-20 2e-20", "0.00000000000000000001"},
		{"1e40", "1e40", "10000000000000000000000000000000000000000.00"},
	} {
		var edges []Number
		for _, edge := range readings(t, test.edges) {
			edges = append(edges, *edge.Number)
		}
		if got := exact(t, test.x).FixedWithin(2, edges...); got != test.want {
			t.Errorf("%s within %s shows as %s, want %s", test.x, test.edges, got, test.want)
		}
	}
	if got := exact(t, "0.996").FixedWithin(-1, Int(1)); got != "0" {
		t.Errorf("without places 0.996 below 1 shows as %s", got)
	}
}

func TestText(t *testing.T) {
	for _, test := range []struct{ x, text, json, json4, percent string }{
		{"0.2", "0.2", "0.2", "0.2", "20%"},
		{"900", "900", "900", "900", "90000%"},
		{"99.95", "99.95", "99.95", "99.95", "9995%"},
		{"0", "0", "0", "0", "0%"},
		{"-0.655", "-0.655", "-0.655", "-0.655", "-66%"},
		{"0.5", "0.5", "0.5", "0.5", "50%"},
		{"1", "1", "1", "1", "100%"},
		{"1/3", "0.333333", "0.333333333333", "0.3333", "33%"},
		{"2/3", "0.666667", "0.666666666667", "0.6667", "67%"},
		{"-0.00001", "-0.00001", "-0.00001", "0", "0%"},
		{"0.00005", "0.00005", "0.00005", "0.0001", "0%"},
		{"1e-30", "0.000000000000000000000000000001", "0", "0", "0%"},
		{"1e-31", "0.000000", "0", "0", "0%"},
		{"1e21", "1000000000000000000000", "1000000000000000000000", "1000000000000000000000", "100000000000000000000000%"},
		{"1/1024", "0.0009765625", "0.0009765625", "0.001", "0%"},
	} {
		x := exact(t, test.x)
		encoded, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		if x.String() != test.text || string(encoded) != test.json || x.JSON4() != test.json4 || x.Percent(0) != test.percent {
			t.Errorf("%s: %s %s %s %s", test.x, x, encoded, x.JSON4(), x.Percent(0))
		}
	}
	if !exact(t, "1e-30").writtenExactly() || exact(t, "1e-31").writtenExactly() || Ratio(1, 3).writtenExactly() {
		t.Error("what is exact ends within 30 places")
	}
	if got := exact(t, "0.6555").Percent(1); got != "65.6%" {
		t.Errorf("0.6555 is %s", got)
	}
}

func TestSmallArithmeticDoesNotAllocate(t *testing.T) {
	x, y := must(t, "99.6"), must(t, "-0.3")
	var kept Number
	var order int
	for what, run := range map[string]func(){
		"Add":   func() { kept = x.Add(y) },
		"Sub":   func() { kept = x.Sub(y) },
		"Mul":   func() { kept = x.Mul(y) },
		"Div":   func() { kept, _ = x.Div(y) },
		"Cmp":   func() { order = x.Cmp(y) },
		"Round": func() { kept = x.Round(2) },
		"Clamp": func() { kept = x.Clamp(y, x) },
		"Parse": func() { kept, _ = ParseNumber("99.6") },
	} {
		if got := testing.AllocsPerRun(100, run); got != 0 {
			t.Errorf("%s allocates %v times", what, got)
		}
	}
	_, _ = kept, order
}

// FuzzArithmetic holds the path within 63 bits against math/big.
func FuzzArithmetic(f *testing.F) {
	f.Add(int64(993), int64(10), int64(-999), int64(10), 2)
	f.Add(int64(math.MaxInt64), int64(3), int64(math.MinInt64), int64(7), 0)
	f.Add(int64(1), int64(math.MaxInt64), int64(-1), int64(math.MaxInt64-1), 18)
	f.Add(int64(0), int64(1), int64(5), int64(-4), 30)
	f.Fuzz(func(t *testing.T, an, ad, bn, bd int64, places int) {
		if ad == 0 || bd == 0 {
			t.Skip()
		}
		x, y := Ratio(an, ad), Ratio(bn, bd)
		p, q := big.NewRat(an, ad), big.NewRat(bn, bd)
		agree := func(what string, got Number, want *big.Rat) {
			if got.rat().Cmp(want) != 0 {
				t.Errorf("%s of %s and %s is %s, want %s", what, p, q, got.rat(), want)
			}
			if got.wide == nil && (got.den == 1 || got.den < 0 || got.num == math.MinInt64) || got.wide != nil && fromRat(want).wide == nil {
				t.Errorf("%s of %s and %s is not normal: %+v", what, p, q, got)
			}
		}
		agree("sum", x.Add(y), new(big.Rat).Add(p, q))
		agree("difference", x.Sub(y), new(big.Rat).Sub(p, q))
		agree("product", x.Mul(y), new(big.Rat).Mul(p, q))
		if quotient, ok := x.Div(y); ok != (bn != 0) {
			t.Errorf("%s ÷ %s: %v", p, q, ok)
		} else if ok {
			agree("quotient", quotient, new(big.Rat).Quo(p, q))
		}
		if x.Cmp(y) != p.Cmp(q) || y.Cmp(x) != q.Cmp(p) {
			t.Errorf("order of %s and %s", p, q)
		}
		places = int(uint(places) % 40)
		want := p.FloatString(places)
		if r, _ := new(big.Rat).SetString(want); r.Sign() == 0 && want[0] == '-' {
			want = want[1:]
		}
		if got := x.Fixed(places); got != want {
			t.Errorf("%s with %d places is %s, want %s", p, places, got, want)
		}
		shown := exact(t, x.FixedWithin(places, y))
		if (x.Cmp(y) < 0) != (shown.Cmp(y) < 0) {
			t.Errorf("%s shows as %s, across %s", p, show(&shown), q)
		}
	})
}

func BenchmarkNumber(b *testing.B) {
	x, y := must(b, "99.6"), must(b, "99.3")
	for name, run := range map[string]func(){
		"Add":   func() { x.Add(y) },
		"Mul":   func() { x.Mul(y) },
		"Div":   func() { x.Div(y) },
		"Cmp":   func() { x.Cmp(y) },
		"Parse": func() { _, _ = ParseNumber("99.6") },
		"Fixed": func() { x.Fixed(2) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
}

func BenchmarkScore(b *testing.B) {
	d := define(b, "increase baseline=99.3 target=99.9 unit=percent")
	list := readings(b, "99.3 99.4 99.6")
	b.ReportAllocs()
	for b.Loop() {
		Score(d, Policy{}, list)
	}
}
