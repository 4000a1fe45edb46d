package load

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/tree"
)

const mostThings = 1 << 20 // of objectives, teams, cycles: beyond any workspace

func (r *registerReader) limits(n *tree.Node, l *okr.Limits) {
	r.keys(n, map[string]func(*tree.Node){
		"objectives":       func(n *tree.Node) { r.span(n, &l.Objectives) },
		"key_results":      func(n *tree.Node) { r.span(n, &l.KeyResults) },
		"team_key_results": func(n *tree.Node) { r.set(n, &l.TeamKeyResults, 1, mostThings) },
	})
}

// span reads a least and a greatest count. Where only one is written and the
// other one's default contradicts it, the default gives way.
func (r *registerReader) span(n *tree.Node, to *okr.Range) {
	least, most := n.Get("min"), n.Get("max")
	was := *to
	r.keys(n, map[string]func(*tree.Node){
		"min": func(n *tree.Node) { r.set(n, &to.Min, 1, mostThings) },
		"max": func(n *tree.Node) { r.set(n, &to.Max, 1, mostThings) },
	})
	switch {
	case to.Min <= to.Max:
	case least == nil:
		to.Min = to.Max
	case most == nil:
		to.Max = to.Min
	default:
		r.cross(n.Span, "min %d is above max %d", to.Min, to.Max)
		*to = was
	}
}

func (r *registerReader) scoring(n *tree.Node, s *okr.Scoring) {
	r.keys(n, map[string]func(*tree.Node){
		"bands":                func(n *tree.Node) { r.edges(n, &s.Bands) },
		"aspirational_success": func(n *tree.Node) { r.share(n, &s.AspirationalSuccess) },
		"committed_success":    func(n *tree.Node) { r.share(n, &s.CommittedSuccess) },
		"sweet_spot":           func(n *tree.Node) { r.edges(n, &s.SweetSpot) },
		"overshoot":            func(n *tree.Node) { r.pick(n, &s.Overshoot, "cap", "show", "count") },
		"threshold":            func(n *tree.Node) { r.pick(n, &s.Threshold, "last", "held_share", "worst") },
		"threshold_strict":     func(n *tree.Node) { s.ThresholdStrict = r.yes(n).V },
		"unmeasured_at_close":  func(n *tree.Node) { r.pick(n, &s.UnmeasuredAtClose, "refuse", "zero", "exclude") },
		"objective_score":      func(n *tree.Node) { r.pick(n, &s.ObjectiveScore, "mean", "min", "none") },
		"guardrail":            func(n *tree.Node) { r.pick(n, &s.Guardrail, "cap", "flag", "zero") },
		"rollup":               func(n *tree.Node) { r.pick(n, &s.Rollup, "objectives", "key_results") },
		"target_change":        func(n *tree.Node) { r.pick(n, &s.TargetChange, "original", "amended", "both") },
		"cancel_late_after":    func(n *tree.Node) { r.share(n, &s.CancelLateAfter) },
		"pace":                 func(n *tree.Node) { r.pace(n, &s.Pace) },
		"sandbagging":          func(n *tree.Node) { r.calibration(n, &s.Sandbagging) },
		"overreach":            func(n *tree.Node) { r.calibration(n, &s.Overreach) },
	})
}

// pick reads one of a few words over a default.
func (r *reader) pick(n *tree.Node, to *string, words ...string) {
	if v := r.choice(n, words...); v.Written() {
		*to = v.V
	}
}

// share reads a number from 0 to 1 over a default.
func (r *reader) share(n *tree.Node, to *metric.Number) {
	if v := r.within(n, 0, 1); v.Written() {
		*to = v.V
	}
}

// edges reads two shares, the lower one first.
func (r *registerReader) edges(n *tree.Node, to *[2]metric.Number) {
	items := r.items(n)
	if len(items) != len(to) {
		r.slip(n, "two numbers are expected here")
		return
	}
	read := *to
	r.share(items[0], &read[0])
	r.share(items[1], &read[1])
	if read[0].Cmp(read[1]) > 0 {
		r.cross(n.Span, "%s is above %s, and the lower number stands first", read[0], read[1])
		return
	}
	*to = read
}

func (r *registerReader) pace(n *tree.Node, p *okr.Pace) {
	if mode := n.Get("mode"); mode != nil && mode.Text == "ratio" {
		// Differences mean nothing as ratios, so the mode brings its own defaults.
		p.On, p.Off, p.Ahead = metric.Ratio(95, 100), metric.Ratio(75, 100), metric.Ratio(110, 100)
	}
	was := *p
	edge := func(to *metric.Number) func(*tree.Node) {
		return func(n *tree.Node) {
			if v := r.within(n, -2, 2); v.Written() {
				*to = v.V
			}
		}
	}
	r.keys(n, map[string]func(*tree.Node){
		"mode":      func(n *tree.Node) { p.Ratio = r.choice(n, "points", "ratio").V == "ratio" },
		"to":        func(n *tree.Node) { p.ToTarget = r.choice(n, "target", "expected").V == "target" },
		"on":        edge(&p.On),
		"off":       edge(&p.Off),
		"ahead":     edge(&p.Ahead),
		"too_early": func(n *tree.Node) { r.share(n, &p.TooEarly) },
	})
	if p.Off.Cmp(p.On) > 0 || p.On.Cmp(p.Ahead) > 0 {
		r.cross(n.Span, "the edges contradict each other: off %s, on %s and ahead %s must rise", p.Off, p.On, p.Ahead)
		p.On, p.Off, p.Ahead = was.On, was.Off, was.Ahead
	}
}

func (r *registerReader) calibration(n *tree.Node, h *okr.Tendency) {
	r.keys(n, map[string]func(*tree.Node){
		"mean":   func(n *tree.Node) { r.share(n, &h.Mean) },
		"cycles": func(n *tree.Node) { r.set(n, &h.Cycles, 1, mostThings) },
	})
}

func (r *registerReader) lint(n *tree.Node, l *okr.Lint) {
	r.keys(n, map[string]func(*tree.Node){
		"edition":         func(n *tree.Node) { l.Edition = r.whole(n, 1, mostThings) },
		"language":        func(n *tree.Node) { l.Languages = contents(r.oneOrMore(n)) },
		"rules":           func(n *tree.Node) { l.Rules = r.severities(n) },
		"overrides":       func(n *tree.Node) { l.Overrides = r.overrides(n) },
		"glossary":        func(n *tree.Node) { l.Glossary = contents(r.sentences(n, r.sentence)) },
		"baseline":        func(n *tree.Node) { l.Baseline = r.sentence(n).V },
		"stale_days":      func(n *tree.Node) { r.staleDays(n, &l.StaleDays) },
		"strict_hr_words": func(n *tree.Node) { l.StrictHRWords = r.yes(n).V },
	})
}

func (r *registerReader) severities(n *tree.Node) map[string]okr.Text {
	severities := make(map[string]okr.Text)
	pairs := r.pairs(n)
	for i := range pairs {
		if word := r.choice(pairs[i].Value, "error", "warning", "info", "off"); word.Written() {
			word.Span.Start = pairs[i].Span.Start // a wrong id is shown with its severity
			severities[pairs[i].Key] = word
		}
	}
	return severities
}

func (r *registerReader) overrides(n *tree.Node) []okr.Override {
	var overrides []okr.Override
	for _, item := range r.items(n) {
		var o okr.Override
		r.keys(item, map[string]func(*tree.Node){
			"files": func(n *tree.Node) { o.Files = r.oneOrMore(n) },
			"rules": func(n *tree.Node) { o.Rules = r.severities(n) },
		})
		overrides = append(overrides, o)
	}
	return overrides
}

func (r *registerReader) staleDays(n *tree.Node, s *okr.StaleDays) {
	r.keys(n, map[string]func(*tree.Node){
		"warn":           func(n *tree.Node) { r.set(n, &s.Warn, 1, mostDays) },
		"strong":         func(n *tree.Node) { r.set(n, &s.Strong, 1, mostDays) },
		"monthly_metric": func(n *tree.Node) { r.set(n, &s.MonthlyMetric, 1, mostDays) },
	})
}

func (r *registerReader) export(n *tree.Node, e *okr.Export) {
	r.keys(n, map[string]func(*tree.Node){
		"min_team_size":              func(n *tree.Node) { r.set(n, &e.MinTeamSize, 2, mostThings) },
		"min_teams_for_distribution": func(n *tree.Node) { r.set(n, &e.MinTeamsForDistribution, 2, mostThings) },
	})
}

// oneOrMore reads a text or a list of texts.
func (r *reader) oneOrMore(n *tree.Node) []okr.Text {
	if n.Kind == tree.String {
		return []okr.Text{r.sentence(n)}
	}
	return r.sentences(n, r.sentence)
}

func contents(texts []okr.Text) []string {
	words := make([]string, len(texts))
	for i, text := range texts {
		words[i] = text.V
	}
	return words
}
