package cli

import (
	"time"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/replay"
)

// The files of the running quarter in which something happened that their dates do
// not tell.
const (
	demoCare     = "okrs/2026-Q3/care.yaml"
	demoCheckout = "okrs/2026-Q3/checkout.yaml"
	demoDelivery = "okrs/2026-Q3/delivery.yaml"
	demoDepots   = "okrs/2026-Q3/depots.yaml"
	demoMakers   = "okrs/2026-Q3/makers.yaml"
	demoRouting  = "okrs/2026-Q3/routing.yaml"
	demoSearch   = "okrs/2026-Q3/search.yaml"
	demoShop     = "okrs/2026-Q3/shop.yaml"
)

// demoScript is the history of the example, as far as its files do not tell it.
func demoScript() replay.Script {
	return replay.Script{
		Until:    okr.NewDate(2026, time.August, 15),
		Detailed: okr.NewDate(2026, time.March, 16),
		Episodes: append(demoReorganisation(), append(demoTurns(), demoRemarks()...)...),
	}
}

// demoReorganisation is the day on which four teams became nine.
func demoReorganisation() []replay.Episode {
	june := okr.NewDate(2026, time.June, 15)
	under := func(team, now string) replay.Episode {
		return replay.Episode{On: june, Path: workspaceFile,
			Now: "name: " + team + "\n    parent: " + now, Was: "name: " + team + "\n    parent: company"}
	}
	return []replay.Episode{
		{On: okr.NewDate(2026, time.July, 1), Path: workspaceFile, What: "say where to begin",
			Now: `#
# New here? Read okrs/2026-Q3/checkout.yaml first: it explains itself line by line. Then
# okrs/2026/company.yaml (where all of it leads) and okrs/2026-Q2/checkout.yaml (how a quarter ends).
`},
		{On: okr.NewDate(2026, time.July, 1), Path: workspaceFile,
			Now: "  # Words of our trade. One abbreviation is missing on purpose: see okrs/2026-Q3/routing.yaml.\n",
			Was: "  # Words of our trade.\n"},
		{On: june, Path: workspaceFile, What: "two departments and five new teams",
			Added: []string{"/teams/1", "/teams/3", "/teams/5", "/teams/6", "/teams/7"}},
		under("Checkout", "shop"), under("Search", "shop"), under("Routing", "delivery"),
	}
}

// demoTurns are what a reader of the history should find: each kind of change once.
func demoTurns() []replay.Episode {
	return []replay.Episode{
		// Within the grace a target may settle without further words.
		{On: okr.NewDate(2026, time.July, 9), Path: demoMakers, What: "settle the target of open-alone",
			Now: "from 30 to 60 percent\n        metric: {unit: percent, baseline: 30, target: 60,",
			Was: "from 30 to 65 percent\n        metric: {unit: percent, baseline: 30, target: 65,"},
		{On: okr.NewDate(2026, time.July, 16), Path: demoCare, What: "add easy-to-reach",
			Added: []string{"/objectives/0/key_results/2"}},
		{On: okr.NewDate(2026, time.July, 20), Path: demoDelivery, What: "name the file after the team",
			Moved: "okrs/2026-Q3/department-delivery.yaml"},
		{On: okr.NewDate(2026, time.July, 21), Path: demoCheckout, What: "reword inspection",
			Now: "title: The trading inspectors confirm our price display without objection",
			Was: "title: The trading inspectors accept our price display"},
		{On: okr.NewDate(2026, time.July, 22), Path: demoCheckout, What: "decline payout-days of makers",
			Added: []string{"/objectives/2/enables"}},
		{On: okr.NewDate(2026, time.July, 23), Path: demoCare, What: "rename reply-hours to same-day-answers",
			Now: "      # Renamed in July; `was` keeps old links and the history alive.\n      - id: same-day-answers\n        was: reply-hours\n",
			Was: "      - id: reply-hours\n"},
		// A reading that was wrong, put right on the next working day.
		{On: okr.NewDate(2026, time.July, 27), Path: demoCheckout, What: "correct the reading of first-order on 2026-07-24",
			Now: "{date: 2026-07-24, value: 2.0, confidence: 4, note: Holiday visitors look but do not buy}",
			Was: "{date: 2026-07-24, value: 2.2, confidence: 5}"},
	}
}

// demoRemarks are comments that could only be written when something had happened.
func demoRemarks() []replay.Episode {
	closing := okr.NewDate(2026, time.July, 8)
	remark := func(month time.Month, day int, path, text string) replay.Episode {
		return replay.Episode{On: okr.NewDate(2026, month, day), Path: path, Now: text}
	}
	return []replay.Episode{
		{On: closing, Path: "okrs/2026-Q2/checkout.yaml",
			Now: `# How a quarter ends: the last reading counts, the score is computed and never typed in. Whatever stayed below
# its line (0.7 for aspirational, 1.0 for committed) says in ` + "`outcome`" + ` what we learned and which it was: the
# market shifted, our estimate was wrong, or a dependency did not hold. That is information, not an excuse.
`},
		{On: closing, Path: "okrs/2026-Q2/checkout.yaml",
			Now: "      # Not done, still worth doing: carried over as checkout/2026-Q3/change-of-mind/late-cancel.\n"},
		remark(time.July, 22, demoMakers, "      # Stopped early and in the open. It keeps its place and its history and leaves the mean.\n"),
		remark(time.July, 24, demoMakers, `      # Our ask was declined with a reason (see checkout/2026-Q3/honest-price). So confidence fell, and we
      # look for another way. A promise that hangs on a declined ask is an error, unless somebody says until
      # when and why it stays: that is the comment at the ask.
`),
		remark(time.July, 24, demoMakers,
			"          # okr:allow unmatched-dependency until 2026-08-28 because we decide on that day whether to amend or to close the books earlier\n"),
		remark(time.July, 24, demoDepots, `      # The clock had been started at the gate instead of the dock. That is a correction, not an easier goal:
      # the right baseline is official at once, the wrong one stays readable.
`),
		remark(time.July, 28, demoRouting, `      # Eased after the two weeks of grace, so it needs an amendment. Title and metric hold the new target,
      # the old one stands under `+"`from`"+`. The official score keeps the old target of 21; both scores are shown.
`),
		remark(time.July, 31, demoShop, "      # Worse than where we started: the score is 0, the raw value below zero is shown beside it.\n"),
		remark(time.August, 7, demoRouting, `      # This guardrail is broken. The scores above stay what they are, but the objective cannot turn green
      # while punctuality is bought with the evenings of the drivers.
`),
		remark(time.August, 7, demoDepots, `      # Past its target already. The score stays at 1 and the raw value of 1.33 is shown beside it: our
      # estimate was too careful.
`),
		remark(time.August, 14, demoSearch, `      # Low confidence twice in a row, with the reason in `+"`blocked_by`"+`, is a call for a decision: ask, amend
      # or stop. The help is agreed: makers/2026-Q3/whole-range/product-facts answers us with `+"`enables`"+`.
`),
		{On: okr.NewDate(2026, time.August, 14), Path: demoCheckout,
			Now: ` The score says how much of the
      # way is done: (4.2 - 3.7) / (4.2 - 3.2) = 0.5 in mid August.
`, Was: "\n"},
	}
}

// revision is a change that the proposal makes to a file: a stretch of text that
// stands once in it, and another one in its place.
type revision struct{ path, now, then string }

// demoProposal is the example pull request: a target eased, a key result gone
// without a word, one reworded, one in another file, and one checked in.
func demoProposal() []revision {
	const moved = `      - id: arrival-error
        title: Mean error of the announced ETA falls from 24 to 12 minutes
        metric: {unit: minutes, baseline: 24, target: 12, source: message log, aggregate: mean}
        indicator: leading
        check_ins:
          - {date: 2026-07-10, value: 23, confidence: 5}
          - {date: 2026-07-17, value: 22, confidence: 5}
          - {date: 2026-07-24, value: 20, confidence: 5, note: Lifts and parking are part of the estimate}
          - {date: 2026-07-31, value: 19, confidence: 5}
          - {date: 2026-08-07, value: 17, confidence: 5, note: A mean over all weeks moves slowly}
          - {date: 2026-08-14, value: 16, confidence: 5}
`
	const behind = "      - id: harsh-braking\n"
	return []revision{
		{demoSearch, "to a basket rise from 23.9 to 40 percent\n        metric: {unit: percent, baseline: 23.9, target: 40,",
			"to a basket rise from 23.9 to 34 percent\n        metric: {unit: percent, baseline: 23.9, target: 34,"},
		{demoDepots, `      # Past its target already. The score stays at 1 and the raw value of 1.33 is shown beside it: our
      # estimate was too careful.
      - id: wrong-items
        title: Wrong items per hundred baskets fall from 2.4 to 1.8
        metric: {unit: items, baseline: 2.4, target: 1.8, source: depot error log}
        check_ins:
          - {date: 2026-07-10, value: 2.3, confidence: 9}
          - {date: 2026-07-24, value: 2.0, confidence: 9, note: Colours on the shelf do more than we hoped}
          - {date: 2026-08-07, value: 1.7, confidence: 10, note: Reached in week six; we keep measuring}
          - {date: 2026-08-14, value: 1.6, confidence: 10}
`, ""},
		{demoShop, "title: Products sent back because the page was wrong fall from 1.9 to 1.0 percent",
			"title: Products sent back because their page was wrong fall from 1.9 to 1.0 percent of sales"},
		{demoRouting, "      # A weakness we left in: what is an ETA? Somebody in the depots had to ask. \"Announced arrival\" says it.\n" + moved, ""},
		{demoDelivery, behind, moved[:len("      - id: arrival-error\n")] +
			"        was: routing/2026-Q3/evening-promise/arrival-error\n" + moved[len("      - id: arrival-error\n"):] + behind},
		{demoRouting, "          - {date: 2026-07-31, value: 33, confidence: 5, note: Reversing beepers lead the list}\n",
			"          - {date: 2026-07-31, value: 33, confidence: 5, note: Reversing beepers lead the list}\n" +
				"          - {date: 2026-08-14, value: 26, confidence: 6, note: Half of the vans have soft beepers}\n"},
	}
}
