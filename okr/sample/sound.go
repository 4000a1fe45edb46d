package sample

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// SoundDocument is what a team wrote for a quarter where it keeps to the method:
// every title its own, guardrails, sources, check-ins through the quarter, and at its
// end what was learned. A linter has little to say about it.
func SoundDocument(teamNumber, cycleNumber int) []byte {
	random := rand.New(rand.NewPCG(seed+1, uint64(teamNumber)<<16|uint64(cycleNumber)))
	var out bytes.Buffer
	fmt.Fprintf(&out, "version: 1\nteam: %s\ncycle: %s\nobjectives:\n", team(teamNumber), Cycle(cycleNumber))
	for o := range 3 + random.IntN(2) {
		writeSoundObjective(&out, random, teamNumber, cycleNumber, o)
	}
	out.WriteString("retrospective: {believed: The letters would be read, happened: Half of them were, change: We write fewer and shorter ones}\n")
	return out.Bytes()
}

func writeSoundObjective(out *bytes.Buffer, random *rand.Rand, teamNumber, cycleNumber, number int) {
	fmt.Fprintf(out, "  - id: objective-%d\n    title: %s %s %s\n    commitment: aspirational\n", number, pick(random, groups), pick(random, habits), pick(random, places))
	fmt.Fprintf(out, "    why_now: The season begins soon and %s wait too long %s\n", pick(random, waiting), pick(random, places))
	if teamNumber > 0 {
		fmt.Fprintf(out, "    supports: [%s/%s/objective-%d]\n", team((teamNumber-1)/20), Cycle(cycleNumber), random.IntN(3))
	}
	out.WriteString("    key_results:\n")
	for k := range 2 + random.IntN(2) {
		writeSoundResult(out, random, cycleNumber, number*10+k)
	}
	fmt.Fprintf(out, "      - id: guard-%d\n        title: Complaints of %s who %s %s stay at or below %d\n        role: guardrail\n", number,
		strings.ToLower(pick(random, groups)), pick(random, habits), pick(random, places), 3+number)
	fmt.Fprintf(out, "        metric: {kind: at_most, unit: complaints, target: %d, source: letter box}\n        check_ins:\n", 3+number)
	writeSoundChecks(out, random, cycleNumber, func(int) string { return fmt.Sprint(random.IntN(3)) }, false)
}

func writeSoundResult(out *bytes.Buffer, random *rand.Rand, cycleNumber, number int) {
	baseline := 10 + random.IntN(30)
	way := 10 + random.IntN(20)
	fmt.Fprintf(out, "      - id: result-%d\n        title: %s who %s %s rise from %d to %d percent\n", number,
		pick(random, groups), pick(random, habits), pick(random, places), baseline, baseline+way)
	fmt.Fprintf(out, "        metric: {unit: percent, baseline: %d, target: %d, source: \"dashboard: %s\"}\n        check_ins:\n", baseline, baseline+way, pick(random, boards))
	writeSoundChecks(out, random, cycleNumber, func(step int) string { return fmt.Sprint(baseline + (step+1)*way/10 + random.IntN(3)) }, true)
	out.WriteString("        outcome: {reason: estimate_wrong, learned: The first letter matters more than the third}\n")
}

// writeSoundChecks writes a check-in for every other week of a quarter.
func writeSoundChecks(out *bytes.Buffer, random *rand.Rand, cycleNumber int, value func(step int) string, confident bool) {
	month := 1 + 3*(cycleNumber%4)
	for step := range 6 {
		confidence := ""
		if confident {
			confidence = fmt.Sprintf(", confidence: %d", 4+random.IntN(3))
		}
		fmt.Fprintf(out, "          - {date: %d-%02d-%02d, value: %s%s, note: %s %s}\n",
			firstYear+cycleNumber/4, month+step/2, 10+14*(step%2), value(step), confidence, pick(random, notes), pick(random, places))
	}
}

// A title is a group, a habit and a place: enough to make few of them alike.
var (
	groups = []string{"Readers", "Patients", "Pupils", "Tenants", "Visitors", "Farmers", "Nurses", "Cyclists", "Parents", "Bakers", "Donors", "Travellers", "Musicians", "Fishers", "Gardeners", "Carpenters", "Students", "Swimmers", "Painters", "Neighbours", "Climbers", "Sailors", "Potters", "Walkers"}
	habits = []string{
		"return within a week", "find help without calling us", "find a seat at once", "bring a friend along", "finish what they began", "know the way by heart",
		"answer on the same day", "share their tools", "sleep well afterwards", "read the whole letter", "book again unasked", "mend things themselves",
		"arrive before noon", "leave with a smile", "vote for their street", "keep their appointment", "cook for each other", "speak up in meetings",
		"learn a second craft", "trust the forecast", "sing in the choir", "save half their water", "swap their garden fruit", "plan their own route",
	}
	places = []string{
		"in the old town", "on the coast", "near the harbour", "after dark", "in winter", "at the lake", "beyond the river", "on market days", "in small villages", "along the railway",
		"in the mountains", "during the fair", "in the northern parishes", "under the new roof", "on the islands", "around the stadium", "in rented rooms", "at the border", "in the vineyards", "by the mill",
		"on holidays", "in the valley", "behind the station", "among the oaks",
	}
)
