// Package sample makes workspaces of any size for benchmarks and tests. The same
// size gives the same bytes, so that figures can be compared between machines.
package sample

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// Size says how large a workspace is.
type Size struct {
	Documents int
	// Cycles is over how many quarters the documents are spread; 8 where it is 0.
	Cycles int
	// Sound makes documents of [SoundDocument], about which a linter has little to say.
	Sound bool
}

// seed is arbitrary and never changes.
const seed = 42

// firstYear is the year of the first quarter.
const firstYear = 2024

// Write makes a workspace in a folder: okr.yaml and okrs/<cycle>/<team>.yaml.
func Write(dir string, size Size) error {
	if size.Cycles == 0 {
		size.Cycles = 8
	}
	teams := (size.Documents + size.Cycles - 1) / size.Cycles
	if err := put(filepath.Join(dir, "okr.yaml"), Register(teams)); err != nil {
		return err
	}
	for i := range size.Documents {
		cycle := Cycle(i % size.Cycles)
		name := filepath.Join(dir, "okrs", cycle, team(i/size.Cycles)+".yaml")
		document := Document
		if size.Sound {
			document = SoundDocument
		}
		if err := put(name, document(i/size.Cycles, i%size.Cycles)); err != nil {
			return err
		}
	}
	return nil
}

func put(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o666)
}

// Cycle is the id of the quarter with a number from 0.
func Cycle(number int) string { return fmt.Sprintf("%d-Q%d", firstYear+number/4, 1+number%4) }

func team(number int) string { return fmt.Sprintf("team-%05d", number) }

// Register is an okr.yaml with so many teams, up to twenty children to a parent.
func Register(teams int) []byte {
	var out bytes.Buffer
	out.WriteString("version: 1\norganization: Sample\nteams:\n")
	for i := range teams {
		fmt.Fprintf(&out, "  - {id: %s, name: Team %d", team(i), i)
		if i > 0 {
			fmt.Fprintf(&out, ", parent: %s", team((i-1)/20))
		}
		out.WriteString("}\n")
	}
	return out.Bytes()
}

// Document is what a team wrote for a quarter, both by number from 0: three to
// five objectives of two to five key results, each with up to three check-ins.
func Document(teamNumber, cycleNumber int) []byte {
	random := rand.New(rand.NewPCG(seed, uint64(teamNumber)<<16|uint64(cycleNumber)))
	var out bytes.Buffer
	fmt.Fprintf(&out, "version: 1\nteam: %s\ncycle: %s\nobjectives:\n", team(teamNumber), Cycle(cycleNumber))
	for o := range 3 + random.IntN(3) {
		writeObjective(&out, random, teamNumber, cycleNumber, o)
	}
	return out.Bytes()
}

func writeObjective(out *bytes.Buffer, random *rand.Rand, teamNumber, cycleNumber, number int) {
	subject := pick(random, subjects)
	commitment := "aspirational"
	if random.IntN(4) == 0 {
		commitment = "committed"
	}
	fmt.Fprintf(out, "  - id: objective-%d\n    title: %s %s\n    commitment: %s\n", number, pick(random, people), subject, commitment)
	fmt.Fprintf(out, "    why_now: The season starts soon and %s still wait too long\n", pick(random, waiting))
	if teamNumber > 0 && random.IntN(3) > 0 {
		fmt.Fprintf(out, "    supports: [%s/%s/objective-0]\n", team((teamNumber-1)/20), Cycle(cycleNumber))
	}
	out.WriteString("    key_results:\n")
	for k := range 2 + random.IntN(4) {
		writeKeyResult(out, random, cycleNumber, number*10+k)
	}
}

func writeKeyResult(out *bytes.Buffer, random *rand.Rand, cycleNumber, number int) {
	baseline := 100 + random.IntN(800)
	target := baseline/2 + random.IntN(20)
	unit := pick(random, units)
	fmt.Fprintf(out, "      - id: result-%d\n        title: %s falls from %d to %d %s\n", number, pick(random, measures), baseline, target, unit)
	fmt.Fprintf(out, "        metric: {unit: %s, baseline: %d, target: %d, source: \"dashboard: %s\"}\n", unit, baseline, target, pick(random, boards))
	checks := random.IntN(4)
	if checks == 0 {
		return
	}
	out.WriteString("        check_ins:\n")
	month := 1 + 3*(cycleNumber%4)
	for c := range checks {
		value := float64(baseline) - float64(baseline-target)*float64(c+1)*(0.1+0.2*random.Float64())
		fmt.Fprintf(out, "          - {date: %d-%02d-%02d, value: %.1f, confidence: %d, note: %s}\n",
			firstYear+cycleNumber/4, month+c, 7+random.IntN(14), value, 3+random.IntN(6), pick(random, notes))
	}
}

func pick(random *rand.Rand, words []string) string { return words[random.IntN(len(words))] }

var (
	people   = []string{"Shoppers", "New customers", "Merchants", "Support colleagues", "Drivers", "Returning visitors"}
	subjects = []string{"find what they came for", "get going without help", "trust what they see", "come back gladly", "never wait for us", "know where their order is"}
	waiting  = []string{"merchants", "first-time buyers", "callers", "two of three drivers", "the smaller shops"}
	measures = []string{"Median time to first answer", "Share of orders that arrive late", "Time from order to door", "Abandoned searches in a hundred", "Failed payments in ten thousand", "Days until a merchant sells"}
	units    = []string{"ms", "orders", "minutes", "searches", "payments", "days"}
	boards   = []string{"checkout/latency", "search/abandoned", "support/first-answer", "delivery/late", "onboarding/days"}
	notes    = []string{"Cache is on in one region", "Moved since the new copy went live", "Flat until the second batch is out", "Slower than hoped after the holiday week", "First cohort looks good"}
)
