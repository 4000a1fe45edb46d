package language

import (
	"slices"
	"testing"
)

// nearMisses are statements beside those of [expectations] that must stay without
// the rule: a noun in the place of a verb, a purpose with numbers of its own, products
// of pay, things that are reviewed.
var nearMisses = []struct {
	read       func(u *Understanding, text string) []Sign
	rule, text string
}{
	{asKeyResult, AppraisalCycle, "Annual review of the fire doors finds 3 faults instead of 9"},
	{asKeyResult, AppraisalCycle, "Annual security review passes with 2 findings, not 9"},
	{asKeyResult, AppraisalCycle, "Riders rise from 40 to 55 percent, counts towards your bonus"},
	{asKeyResult, AppraisalCycle, "Sensors that pass the annual calibration round rise from 40 to 80"},
	{note, AppraisalCycle, "Annual review by the regulator in June"},
	{note, AppraisalCycle, "Yearly calibration round of the scales"},
	{asKeyResult, CompensationLink, "Merchant payout at 80 % of stores within one day"},
	{note, CompensationLink, "Bonus card points count towards your next ride"},
	{note, CompensationLink, "Loyalty bonus for riders linked to the app"},
	{note, CompensationLink, "Merchants get their payout at 80 % of stores within a day"},
	{note, CompensationLink, "Payout ledger tied to the bank, 80 % of entries matched"},
	{note, CompensationLink, "Payout to merchants within 2 days"},
	{note, CompensationLink, "Points count towards your next loyalty bonus"},
	{note, CompensationLink, "Points that count towards your bonus card"},
	{note, CompensationLink, "Riders who use the sign-up bonus rise from 10 to 20 percent"},
	{note, CompensationLink, "Sales linked to the sign-up bonus"},
	{note, CompensationLink, "Shoppers tied to the bonus programme"},
	{note, CompensationLink, "The payroll product is linked to the bank"},
	{asKeyResult, ImprovementPlanForOne, "PIP video calls rise from 40 to 80 a week"},
	{asKeyResult, ImprovementPlanForOne, "Pip installs of the plan package rise from 40 to 80"},
	{objective, MetricInObjective, "Fly the Boeing 737 safely"},
	{objective, MetricInObjective, "Serve riders of Route 66"},
	{objective, MetricInObjective, "Top 3 in customer trust"},
	{objective, NoVerbOrChange, "One app for all"},
	{objective, NoVerbOrChange, "Zero worries on board"},
	{asKeyResult, PerformanceRating, "App rating rises from 3.9 to 4.5"},
	{asKeyResult, SelfImprovement, "All suppliers are certified organic by 9 auditors, up from 3"},
	{asKeyResult, SelfImprovement, "Suppliers that get certified organic rise from 4 to 9"},
	{objective, SelfImprovement, "Everyone gets certified in first aid"},
	{objective, SolutionInObjective, "A new home for newcomers"},
	{objective, SolutionInObjective, "A new start for small shops"},
	{objective, SolutionInObjective, "Travel 100 % by rail"},
	{asKeyResult, StackRanking, "Leaderboard of players opens in 2 s instead of 9 s"},
	{asKeyResult, StackRanking, "The leaderboard of quiz teams opens in 2 s for 90 % of players"},
	{asKeyResult, VanityMetric, "Total cost per ride falls from 4 to 3 euros"},
	{asKeyResult, VanityMetric, "Total patients waiting over 4 hours fall from 60 to 20"},
	{asKeyResult, VanityMetric, "Total waiting time of passengers falls from 9 to 5 minutes"},
	{note, VanityMetric, "Cumulative savings of 40 000 euros"},
	{note, VanityMetric, "Total patients waiting over 4 hours falls from 60 to 20"},
	{asKeyResult, VolumeOfActivity, "Error reports answered within a day rise from 40 to 80"},
	{asKeyResult, VolumeOfActivity, "Error reports answered within a day rise from 40 to 80 percent"},
	{asKeyResult, VolumeOfActivity, "Reports of bullying that reach a counsellor rise from 20 to 60"},
	{asKeyResult, VolumeOfActivity, "Time patients spend with a nurse rises"},
	{asKeyResult, VolumeOfActivity, "Time patients spend with a nurse rises from 3 to 6 minutes"},
	{asKeyResult, VolumeOfActivity, "Time riders save per trip rises from 3 to 6 minutes"},
	{objective, WeaselWords, "Make it easy"},
	{asKeyResult, WrongDirection, "Accelerate claims handling from 30 to 10 days"},
	{asKeyResult, WrongDirection, "Boost onboarding from 9 days to 3 days"},
	{asKeyResult, WrongDirection, "Broken lifts per week fall from 17 to 8"},
	{asKeyResult, WrongDirection, "Cut flowers sold per week go from 90 to 120"},
	{asKeyResult, WrongDirection, "Cut waste by raising reuse from 20 to 60 percent"},
	{asKeyResult, WrongDirection, "Decline letters that give a reason rise from 30 to 60"},
	{asKeyResult, WrongDirection, "Discount drop offs per street from 3 to 9"},
	{asKeyResult, WrongDirection, "Drop boxes per street from 3 to 9"},
	{asKeyResult, WrongDirection, "Drop outs who come back rise from 5 to 20 percent"},
	{asKeyResult, WrongDirection, "Ease of booking rises from 3 to 4.5 of 5"},
	{asKeyResult, WrongDirection, "Expand self-service until calls fall from 90 to 40 a day"},
	{asKeyResult, WrongDirection, "Grow lights per greenhouse fall from 9 to 3"},
	{asKeyResult, WrongDirection, "Growth plates replaced fall from 20 to 10"},
	{asKeyResult, WrongDirection, "Hair cuts booked online rise from 40 to 80 a week"},
	{asKeyResult, WrongDirection, "Increase transparency so that complaints fall from 40 to 20"},
	{asKeyResult, WrongDirection, "Lift doors serviced on time rise from 60 to 90 percent"},
	{asKeyResult, WrongDirection, "Limit switches that last a year rise from 20 to 60"},
	{asKeyResult, WrongDirection, "Lower deck seats sold rise from 20 to 60"},
	{asKeyResult, WrongDirection, "Price cuts for regular riders rise from 3 to 9 a year"},
	{asKeyResult, WrongDirection, "Raise the floor for slow pages: the worst page loads in 2 s, not 9"},
	{asKeyResult, WrongDirection, "Reduce clutter to increase weekly riders from 40 to 55"},
	{asKeyResult, WrongDirection, "Reduce waste and raise reuse from 20 to 60 percent"},
	{asKeyResult, WrongDirection, "Reduced fares used by families rise from 30 to 60"},
	{asKeyResult, WrongDirection, "Rising complaints answered from 30 to 60 percent"},
	{asKeyResult, WrongDirection, "Ski lifts out of service fall from 17 to 8 a season"},
	{asKeyResult, WrongDirection, "Slow down trains on bridges from 10 to 12 minutes"},
	{asKeyResult, WrongDirection, "Speed up boarding from 30 to 10 minutes"},
}

func TestNearMissesStaySilent(t *testing.T) {
	u := load(t, "en")
	for _, c := range nearMisses {
		if slices.ContainsFunc(c.read(u, c.text), func(s Sign) bool { return s.Rule == c.rule }) {
			t.Errorf("%q: found %s", c.text, c.rule)
		}
	}
}
