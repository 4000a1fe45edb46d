package lint

import "slices"

// Rules lists all rules in the order of the catalogue, those last that watch over
// the files and the rules themselves: a new one is a file and a line below.
func Rules() []Rule {
	return slices.Concat(
		peopleRules(),
		taskRules(),
		measureRules(),
		focusRules(),
		ambitionRules(),
		alignmentRules(),
		cadenceRules(),
		incentiveRules(),
		languageRules(),
		meaningRules(),
		formatRules(),
		exceptionRules(),
	)
}

// peopleRules are about people and what belongs to personnel.
func peopleRules() []Rule {
	return []Rule{
		individualOwner,
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
	}
}

// taskRules find work in the place of a result.
func taskRules() []Rule {
	return []Rule{
		outputKR,
		deliverableKR,
		milestoneHeavy,
		percentCompleteKR,
		dateAsTarget,
		initiativeAsKR,
		solutionInObjective,
		effortAsProgress,
	}
}

// measureRules ask whether a result can be measured.
func measureRules() []Rule {
	return []Rule{
		noNumber,
		noBaseline,
		noUnit,
		weaselWords,
		targetEqualsBaseline,
		wrongDirection,
		percentageWithoutBase,
		ambiguousPercent,
		noSource,
		selfGraded,
		valueOutOfDomain,
		laggingOnly,
		unobservableInCycle,
		metricConflict,
		outOfInfluence,
	}
}

// focusRules ask for little at a time.
func focusRules() []Rule {
	return []Rule{
		tooManyObjectives,
		tooFewObjectives,
		tooManyKRs,
		tooFewKRs,
		overload,
		businessAsUsual,
		kpiList,
		duplicateOKR,
		lowValueObjective,
	}
}

// ambitionRules weigh what is promised.
func ambitionRules() []Rule {
	return []Rule{
		sandbaggingHistory,
		timidTarget,
		targetAlreadyMet,
		overreach,
		mixedCommitment,
		noCommitmentType,
		committedWithoutConfidence,
		committedMissSilent,
		noStretchDeclared,
	}
}

// alignmentRules follow links from team to team.
func alignmentRules() []Rule {
	return []Rule{
		orphanObjective,
		alignmentCycle,
		danglingLink,
		copyDownCascade,
		mirrorTree,
		passThroughKR,
		unmatchedDependency,
		lateDependency,
		sharedKRDiverges,
		oneWayShare,
		deepCascade,
		uncoveredCompanyObjective,
	}
}

// cadenceRules follow what is said over time.
func cadenceRules() []Rule {
	return []Rule{
		staleCheckIn,
		setAndForget,
		frozenCurrent,
		watermelon,
		movedGoalposts,
		vanishedKR,
		noRetrospective,
		missWithoutReason,
		latePublish,
		longCycle,
		copyPasteQuarter,
		handTypedScore,
		backfilledCheckIns,
		rewrittenCheckIn,
		editedAfterClose,
		weightsChangedLate,
		backdatedCancellation,
		redefinedMetric,
		amendmentContradictsHistory,
		strayTag,
		confidenceMismatch,
		baselineNeverUsed,
	}
}

// incentiveRules ask what a number invites to.
func incentiveRules() []Rule {
	return []Rule{
		teamCompetition,
		vanityMetric,
		noCounterMetric,
		volumeOfActivity,
		gameableRatio,
		goodToHitCap,
	}
}

// languageRules read for those who were not there.
func languageRules() []Rule {
	return []Rule{
		compoundKR,
		metricInObjective,
		jargon,
		acronymSoup,
		hippo,
		essay,
		noVerbOrChange,
	}
}

// meaningRules are found when files are read and the catalogue does not know them.
func meaningRules() []Rule {
	return []Rule{
		impossibleMetric,
		wrongReading,
		zeroWeights,
		dateOutsideCycle,
		amendmentMismatch,
		futureDate,
		readingAfterClose,
		unmeasuredAtClose,
	}
}

// formatRules watch over the files themselves.
func formatRules() []Rule {
	return []Rule{
		syntax,
		schema,
		unreadFile,
		unknownTeam,
		unknownCycle,
		duplicateID,
		duplicateDocument,
		teamLoop,
		cycleDates,
	}
}

// exceptionRules watch over rules and exceptions.
func exceptionRules() []Rule {
	return []Rule{
		unknownRule,
		brokenAllow,
		unusedAllow,
		expiredAllow,
		unusedOverride,
	}
}

// ByID is the rule with the id; ok is false where there is none.
func ByID(id string) (rule Rule, ok bool) {
	rules := Rules()
	if i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id }); i >= 0 {
		return rules[i], true
	}
	return Rule{}, false
}

// IDs are the ids of all rules, in the order of [Rules].
func IDs() []string {
	var ids []string
	for _, rule := range Rules() {
		ids = append(ids, rule.ID)
	}
	return ids
}
