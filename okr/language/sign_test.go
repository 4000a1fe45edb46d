package language

import (
	"slices"
	"strings"
	"testing"
)

// expectation is one sign of a statement: its rule, its reason, and the words
// that decided, joined by " … ".
type expectation struct {
	read     func(u *Understanding, text string) []Sign
	text     string
	rule     string
	reason   string
	evidence string
	severity Severity
}

var (
	objective = (*Understanding).Objective
	note      = (*Understanding).Note
)

var expectations = []expectation{
	// Work in the place of a result.
	{asKeyResult, "Launch the new website", OutputKeyResult, "verb-makes", "Launch … website", Error},
	{asKeyResult, "Launch 3 websites", OutputKeyResult, "verb-makes", "Launch … websites", Warning},
	{asKeyResult, "Roll the tool out to all sites", OutputKeyResult, "verb-makes", "Roll … tool", Error},
	{asKeyResult, "Run 10 customer interviews", OutputKeyResult, "verb-does", "Run … customer interviews", Warning},
	{asKeyResult, "Hire 4 engineers", OutputKeyResult, "verb-hires", "Hire … engineers", Warning},
	{asKeyResult, "Track the response time of every endpoint", OutputKeyResult, "verb-watches", "Track … response time", Error},
	{asKeyResult, "Clear the queue by answering 70 letters", OutputKeyResult, "verb-does", "", ""},
	{asKeyResult, "Shrink the queue by answering 70 letters", OutputKeyResult, "number-in-means", "Shrink … by answering", Warning},
	{asKeyResult, "The data team publishes a glossary", OutputKeyResult, "team-does", "team publishes … glossary", Error},
	{asKeyResult, "Migration to the new payment provider", Deliverable, "project-noun", "Migration", Warning},
	{asKeyResult, "Customer dashboard", Deliverable, "deliverable-noun", "dashboard", Warning},
	{asKeyResult, "The new website is live", Deliverable, "state-of-work", "website is live", Warning},
	{asKeyResult, "Dashboard delivered by May 3", Deliverable, "state-of-work", "Dashboard delivered", Error},
	{asKeyResult, "The app supports dark mode", Deliverable, "has-own-work", "", ""},
	{asKeyResult, "Users can reset their password by SMS", Deliverable, "capability", "Users … reset", Warning},
	{asKeyResult, "12 webinars a month", VolumeOfActivity, "activity-noun", "12 webinars", Warning},
	{asKeyResult, "12 webinars", OutputKeyResult, "activity-noun", "12 webinars", Warning},
	{asKeyResult, "Increase the number of blog posts from 4 to 12", VolumeOfActivity, "counts-own-work", "Increase … blog posts", Warning},
	{asKeyResult, "Complete 80% of the roadmap", PercentComplete, "per-cent-of-work", "80% … roadmap", Warning},
	{asKeyResult, "Migration project 100% complete", PercentComplete, "per-cent-of-work", "project 100% complete", Warning},
	{asKeyResult, "Ship the export feature by June 30", DateAsTarget, "only-a-date", "30", Error},
	{asKeyResult, "PAY-1234 merged", InitiativeAsKeyResult, "tracker-key", "PAY-1234", Warning},
	{asKeyResult, "See https://tracker.example.com/browse/ABC-7", InitiativeAsKeyResult, "tracker-link", "https://tracker.example.com/browse/ABC-7", Warning},
	{asKeyResult, "Read 5 books about leadership", SelfImprovement, "learning-done", "Read … books", Warning},

	{asKeyResult, "Rollout of the till system in all canteens finished", Deliverable, "state-of-work", "Rollout … finished", Warning},
	{asKeyResult, "Sign a contract with a second miller", OutputKeyResult, "verb-does", "Sign … contract", Error},
	{asKeyResult, "New timetable app deployed to 100% of commuters", Deliverable, "state-of-work", "app deployed", Warning},
	{asKeyResult, "Ticket 5120 resolved", InitiativeAsKeyResult, "tracker-word", "Ticket 5120", Warning},
	{asKeyResult, "Venue chosen", Deliverable, "state-of-work", "Venue chosen", Warning},
	{asKeyResult, "Share of drivers who exceed expectations rises from 40 to 60 percent", PerformanceRating, "", "", ""},
	{asKeyResult, "Share of staff that exceeds expectations rises from 30 to 50 percent", PerformanceRating, "rating-of-people", "", Error},
	{asKeyResult, "Average performance rating of nurses rises from 2 to 4", PerformanceRating, "rating-of-people", "", Error},
	{asKeyResult, "Good 360 feedback rises from 50 to 70 percent", AppraisalCycle, "appraisal", "360 feedback", Error},
	{asKeyResult, "All nurses complete the hygiene course", SelfImprovement, "learning-done", "", Warning},
	{objective, "Build the best booking platform", SolutionInObjective, "names-the-work", "Build … platform", Warning},
	{objective, "Rewrite the timetable", SolutionInObjective, "names-the-work", "Rewrite … timetable", Warning},
	{objective, "Become a better neighbour for the village", WeaselWords, "claim", "better", Info},
	{objective, "A better and more seamless trip for those who commute", WeaselWords, "claim", "better", Info},

	// Claims that nobody could measure, and numbers that two readers compute
	// differently.
	{asKeyResult, "Improve customer satisfaction", WeaselWords, "claim-without-number", "Improve", Warning},
	{asKeyResult, "Increase revenue", NoNumber, "no-number", "Increase revenue", Error},
	{asKeyResult, "Grow income by 20%", PercentageWithoutBase, "relative-change", "20%", Info},
	{asKeyResult, "Increase the conversion rate by 5%", AmbiguousPercent, "rate-by-percent", "conversion rate … 5%", Warning},
	{asKeyResult, "Reduce waiting time from 4 to 9 days", WrongDirection, "verb-against-numbers", "Reduce … 4 … 9", Error},
	{asKeyResult, "Raise trust from 9 to 7", WrongDirection, "verb-against-numbers", "Raise … 9 … 7", Error},
	{asKeyResult, "Cut delivery time from 9 to 4 days", NoCounterMetric, "speed", "time", Info},

	// How it is put.
	{asKeyResult, "Raise sales from 3 to 5 and cut cost from 9 to 7", Compound, "two-changes", "9", Warning},
	{asKeyResult, "Win 40 clinics and reduce the churn of the others", Compound, "two-orders", "Win … and reduce", Warning},
	{asKeyResult, "Synergies worth 3 million euros", Jargon, "jargon", "Synergies", Info},
	{asKeyResult, "Move the XQR, the ZPL and the WVT to 9%", AcronymSoup, "unexplained-capitals", "XQR … ZPL … WVT", Warning},
	{objective, "Open a shop in Rome because the CEO wants it", Authority, "authority-as-reason", "CEO wants", Warning},

	// Objectives.
	{objective, "Reach 10,000 users", MetricInObjective, "number", "10,000", Warning},
	{objective, "Launch the mobile app", SolutionInObjective, "names-the-work", "Launch … mobile app", Warning},
	{objective, "Migration to the cloud", SolutionInObjective, "project-noun", "Migration", Warning},
	{objective, "Maintain market share", BusinessAsUsual, "keeps-what-is", "Maintain market share", Warning},
	{objective, "Operational excellence", NoVerbOrChange, "theme", "excellence", Warning},
	{objective, "Fearless releases", NoVerbOrChange, "theme", "releases", Info},
	{objective, "Fleet renewal", NoVerbOrChange, "theme", "renewal", Warning},
	{objective, "Paint the gym", SolutionInObjective, "names-the-work", "Paint … gym", Warning},
	{objective, "Streamline the handover between day and night shift", SolutionInObjective, "inward", "Streamline … handover", Warning},
	{objective, "Clarify who decides what in the project teams", SolutionInObjective, "inward", "Clarify", Warning},
	{objective, "Regular maintenance of the lifts", BusinessAsUsual, "comes-round", "Regular maintenance", Warning},
	{objective, "Achieve operational excellence through digital enablement", WeaselWords, "buzzwords", "", Warning},
	{objective, "Reduce scrap, raise output and keep people happy", WeaselWords, "several-claims", "Reduce … keep", Warning},
	{objective, "Faster lanes, safer crossings, greener stops", WeaselWords, "several-claims", "Faster … greener", Warning},
	{objective, "Reach new heights", WeaselWords, "slogan", "", Warning},
	{asKeyResult, "Half-day workshop on data quality", OutputKeyResult, "activity-noun", "workshop", Error},
	{asKeyResult, "Winter uniforms ordered", Deliverable, "state-of-work", "uniforms ordered", Warning},
	{objective, "Improve internal collaboration", WeaselWords, "slogan", "Improve … collaboration", Warning},
	{objective, "Improve the skills and the cohesion of the crew", WeaselWords, "claim", "Improve", Info},
	{objective, "Accelerate growth", WeaselWords, "slogan", "", ""},
	{objective, "Make " + strings.Repeat("more and more ", 10) + "people happy", Essay, "too-long", "", Warning},

	// Notes.
	{note, "@jdoe takes over", PersonInText, "handle", "@jdoe", Warning},
	{note, "Ask jane.doe@example.com", PersonInText, "address", "jane.doe@example.com", Warning},
	{note, "Jane will cut churn", PersonInText, "name", "Jane", Warning},
	{asKeyResult, "@jdoe cuts churn from 9% to 7%", PersonInText, "handle", "@jdoe", Error},
	{note, "My objectives for this quarter", IndividualGoal, "goals-of-one", "My objectives", Error},
	{note, "Each account manager makes 40 calls", IndividualGoal, "quota-by-head", "Each account manager … 40", Warning},
	{note, "The bonus depends on the OKR score", CompensationLink, "pay-by-goals", "bonus … OKR score", Error},
	{note, "Needed for the promotion case", PromotionLink, "promotion-decided", "promotion case", Error},
	{note, "To be discussed in the performance review", AppraisalCycle, "appraisal", "performance review", Warning},
	{asKeyResult, "NPS 40 for the annual appraisal", AppraisalCycle, "appraisal", "", Error},
	{note, "Rating: meets expectations", PerformanceRating, "rating-of-people", "meets expectations", Error},
	{note, "Stack ranking of the engineers", StackRanking, "ranks-people", "Stack ranking", Error},
	{note, "She was put on a PIP", ImprovementPlanForOne, "improvement-plan", "put on … PIP", Error},
	{note, "Our CFO's objectives", TitleAsTeam, "title-owns", "CFO … objectives", Warning},
	{note, "Tom failed to deliver the data", BlameInRetrospective, "person-failed", "Tom failed", Warning},
	{note, "Outperform the other squads", TeamCompetition, "beats-team", "Outperform … other squads", Warning},
	{note, "Reach 1 million page views", VanityMetric, "counts-attention", "page views", Warning},
	{note, "A safe target", TimidTarget, "safe-target", "safe target", Warning},
	{note, "3 of 5 tickets done", EffortAsProgress, "counts-tasks", "", Info},

	// The same in other company.
	{asKeyResult, "Be ready for the annual review in June", AppraisalCycle, "", "", ""},
	{asKeyResult, "Mid-year appraisal of drivers", AppraisalCycle, "", "", ""},
	{asKeyResult, "Riders rise from 40 to 55 percent, contributes to the annual pay raise", CompensationLink, "", "", ""},
	{asKeyResult, "Riders rise from 40 to 55 percent, counts towards your bonus", CompensationLink, "", "", ""},
	{asKeyResult, "Riders rise from 40 to 55 percent, linked to the bonus of every driver", CompensationLink, "", "", ""},
	{asKeyResult, "Riders rise from 40 to 55 percent, payout at 80 %", CompensationLink, "", "", ""},
	{asKeyResult, "Riders rise from 40 to 55 percent, tied to our bonus", CompensationLink, "", "", ""},
	{note, "Counts towards your bonus", CompensationLink, "", "", ""},
	{note, "Passengers rise from 4 to 5, tied to our bonus", CompensationLink, "", "", ""},
	{note, "Payout at 80 %", CompensationLink, "", "", ""},
	{note, "Results are tied to our bonus", CompensationLink, "", "", ""},
	{note, "This contributes to the annual pay raise", CompensationLink, "", "", ""},
	{asKeyResult, "PIP for two employees is closed", ImprovementPlanForOne, "", "", ""},
	{objective, "Grow to 500 shops", MetricInObjective, "", "", ""},
	{objective, "Security", NoVerbOrChange, "", "", ""},
	{asKeyResult, "Share of drivers whose performance rating is 4 or more", PerformanceRating, "", "", ""},
	{asKeyResult, "All drivers get certified in first aid", SelfImprovement, "", "", ""},
	{asKeyResult, "Everyone gets certified in first aid", SelfImprovement, "", "", ""},
	{objective, "A new booking platform for everyone", SolutionInObjective, "", "", ""},
	{asKeyResult, "A leaderboard of depot teams is read by 40 % of drivers", StackRanking, "", "", ""},
	{asKeyResult, "Top performers leave less often", StackRanking, "", "", ""},
	{asKeyResult, "All-time downloads rise from 40 to 55 thousand", VanityMetric, "", "", ""},
	{asKeyResult, "Cumulative riders rise from 40 to 55 thousand", VanityMetric, "", "", ""},
	{asKeyResult, "Total registered users rise from 40 to 55 thousand", VanityMetric, "", "", ""},
	{asKeyResult, "Blog posts rise from 3 to 9 a month", VolumeOfActivity, "", "", ""},
	{asKeyResult, "Reports written per month rise from 3 to 9", VolumeOfActivity, "", "", ""},
	{objective, "Seamless and robust travel for all passengers", WeaselWords, "", "", ""},
	{asKeyResult, "Churn drops from 4 to 9 percent", WrongDirection, "", "", ""},
	{asKeyResult, "Complaints fall from 8 to 17 a week", WrongDirection, "", "", ""},
	{asKeyResult, "Cut the time to answer from 4 to 9 hours", WrongDirection, "", "", ""},
	{asKeyResult, "Increase riders from 55 to 40", WrongDirection, "", "", ""},
	{asKeyResult, "Reduce clutter from 4 to 9 boxes to increase weekly riders", WrongDirection, "", "", ""},
	{asKeyResult, "Reduce the share of riders who wait from 4 to 9 percent", WrongDirection, "", "", ""},
	{asKeyResult, "Reduce what guests wait from 4 to 9 minutes", WrongDirection, "", "", ""},
	{asKeyResult, "Riders drop from 40 to 55", WrongDirection, "", "", ""},
	{asKeyResult, "We will cut delivery time from 4 to 9 days", WrongDirection, "", "", ""},
}

func TestSignsSayWhy(t *testing.T) {
	u := load(t, "en")
	named := make(map[string]bool)
	for _, e := range expectations {
		named[e.rule] = true
		signs := e.read(u, e.text)
		at := slices.IndexFunc(signs, func(s Sign) bool { return s.Rule == e.rule })
		if at < 0 {
			t.Errorf("%q: no %s in %v", e.text, e.rule, signs)
			continue
		}
		s := signs[at]
		if e.severity == "" { // only that the rule speaks
			continue
		}
		if s.Reason != e.reason || s.Severity != e.severity {
			t.Errorf("%q: %s is %s because %s, want %s because %s", e.text, e.rule, s.Severity, s.Reason, e.severity, e.reason)
		}
		if got := quote(e.text, s.Evidence); e.evidence != "" && got != e.evidence {
			t.Errorf("%q: %s rests on %q, want %q", e.text, e.rule, got, e.evidence)
		}
	}
	for _, rule := range Rules() {
		if !named[rule] {
			t.Errorf("no statement shows %s", rule)
		}
	}
}

// quote joins the words of a sign.
func quote(text string, spans []Span) string {
	var words []string
	for _, s := range spans {
		words = append(words, text[s.Start:s.End])
	}
	return strings.Join(words, " … ")
}

func TestSignsOfNames(t *testing.T) {
	u := load(t, "en")
	known := u.With(Names{Glossary: []string{"Jane", "XQR ZPL WVT"}, Teams: []string{"Payments"}, Products: []string{"portal"}})
	for _, c := range []struct {
		read            func(u *Understanding, text string) []Sign
		text, rule      string
		without, within bool // found without and with the names
	}{
		{note, "Jane's payout time fell", PersonInText, true, false},
		{asKeyResult, "Move the XQR, the ZPL and the WVT to 9%", AcronymSoup, true, false},
		{note, "We want to outrun and outperform Payments", TeamCompetition, false, true},
		{objective, "Build a portal", SolutionInObjective, true, false},
	} {
		has := func(u *Understanding) bool {
			return slices.ContainsFunc(c.read(u, c.text), func(s Sign) bool { return s.Rule == c.rule })
		}
		if has(u) != c.without || has(known) != c.within {
			t.Errorf("%q: %s without names %v, with names %v", c.text, c.rule, has(u), has(known))
		}
	}
}
