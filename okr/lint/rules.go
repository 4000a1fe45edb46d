package lint

// Rules lists the rules that read a statement, in the order of the catalogue: a
// new one is a file and a line here.
func Rules() []Rule {
	return []Rule{
		personInText,
		titleAsTeam,
		individualOKR,
		performanceRating,
		compensationLink,
		promotionLink,
		appraisalCycle,
		stackRanking,
		pipReference,
		selfImprovementKR,
		blameInRetro,
		outputKR,
		deliverableKR,
		percentCompleteKR,
		dateAsTarget,
		initiativeAsKR,
		solutionInObjective,
		effortAsProgress,
		noNumber,
		weaselWords,
		wrongDirection,
		percentageWithoutBase,
		ambiguousPercent,
		businessAsUsual,
		timidTarget,
		teamCompetition,
		vanityMetric,
		noCounterMetric,
		volumeOfActivity,
		compoundKR,
		metricInObjective,
		jargon,
		acronymSoup,
		hippo,
		essay,
		noVerbOrChange,
	}
}

// RuleByID is the rule with the id; ok is false where there is none.
func RuleByID(id string) (rule Rule, ok bool) {
	for _, r := range Rules() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}
