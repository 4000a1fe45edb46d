package score_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// TestBandsAndVerdicts are the vectors of section I.
func TestBandsAndVerdicts(t *testing.T) {
	scoring := okr.DefaultSettings().Scoring
	for _, v := range []struct {
		id         string
		commitment okr.Commitment
		score      string
		band       score.Band
		verdict    score.Verdict
		shown      string
	}{
		{"B01 below", okr.Aspirational, "0.39", score.Red, score.KeepPursuing, "0.39"},
		{"B01 at", okr.Aspirational, "0.40", score.Yellow, score.Partial, "0.40"},
		{"B02", okr.Aspirational, "0.699999", score.Yellow, score.GoodStretch, "0.69"},
		{"B03", okr.Aspirational, "0.35", score.Red, score.KeepPursuing, "0.35"},
		{"B04", okr.Aspirational, "0.65", score.Yellow, score.GoodStretch, "0.65"},
		{"B05", okr.Committed, "0.99", score.Yellow, score.Missed, "0.99"},
		{"B06", okr.Committed, "1", score.Green, score.Met, "1.00"},
		{"B07", okr.Aspirational, "1", score.Green, score.Landed, "1.00"},
		{"B08", okr.Committed, "0.70", score.Yellow, score.Missed, "0.70"},
		{"red for the committed", okr.Committed, "0.6999", score.Red, score.Missed, "0.69"},
		{"partial ends at the sweet spot", okr.Aspirational, "0.599", score.Yellow, score.Partial, "0.60"},
		{"the sweet spot begins", okr.Aspirational, "0.6", score.Yellow, score.GoodStretch, "0.60"},
		{"landed begins", okr.Aspirational, "0.7", score.Green, score.Landed, "0.70"},
		{"almost everything", okr.Committed, "0.99999", score.Yellow, score.Missed, "0.99"},
		{"thirds", okr.Aspirational, "1/3", score.Red, score.KeepPursuing, "0.33"},
		{"half away from zero", okr.Aspirational, "0.125", score.Red, score.KeepPursuing, "0.13"},
		{"overshoot that counts", okr.Aspirational, "1.255", score.Green, score.Landed, "1.26"},
		{"nothing", okr.Aspirational, "0", score.Red, score.KeepPursuing, "0.00"},
		{"no commitment", "", "0.5", "", "", "0.50"},
	} {
		t.Run(v.id, func(t *testing.T) {
			n := exact(t, v.score)
			is(t, "band", score.BandOf(&n, v.commitment, &scoring), v.band)
			is(t, "verdict", score.VerdictOf(&n, v.commitment, &scoring), v.verdict)
			is(t, "shown", score.Shown(&n, scoring), v.shown)
		})
	}
	is(t, "band of the unknown", score.BandOf(nil, okr.Committed, &scoring), "")
	is(t, "verdict of the unknown", score.VerdictOf(nil, okr.Committed, &scoring), "")
	is(t, "the unknown shown", score.Shown(nil, scoring), "–")
}

// TestVerdictsInAWorkspace holds that an objective's band and verdict follow its
// own commitment and the settings of its organisation.
func TestVerdictsInAWorkspace(t *testing.T) {
	documents := files{"a": objectives(
		objective("hope", "aspirational", "", scored("x", "0.75")),
		objective("promise", "committed", "", scored("x", "0.75")),
	)}
	r := read(t, workspace(t, "", documents), "04-20")
	is(t, "hope", r.Teams[0].Objectives[0].Verdict, score.Landed)
	is(t, "promise", r.Teams[0].Objectives[1].Verdict, score.Missed)
	is(t, "distribution", r.Distribution, score.Distribution{Green: 1, Yellow: 1})
	r = read(t, workspace(t, "bands: [0.5, 0.8], aspirational_success: 0.8, committed_success: 0.75", documents), "04-20")
	is(t, "hope", r.Teams[0].Objectives[0].Verdict, score.GoodStretch)
	is(t, "hope", r.Teams[0].Objectives[0].Band, score.Yellow)
	is(t, "promise", r.Teams[0].Objectives[1].Verdict, score.Met)
}

// TestConfidenceZones cut at 4 and 7.
func TestConfidenceZones(t *testing.T) {
	for value, band := range map[int64]score.Band{0: score.Red, 3: score.Red, 4: score.Yellow, 6: score.Yellow, 7: score.Green, 10: score.Green} {
		n := metric.Int(value)
		is(t, n.String(), score.ConfidenceBand(&n), band)
	}
	is(t, "none", score.ConfidenceBand(nil), "")
}
