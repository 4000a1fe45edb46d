package conform

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/schema"
)

func TestRefusedKeys(t *testing.T) {
	for rule, keys := range map[string]string{
		"individual-owner": "owner owners Owner OWNER assignee assigned_to Assigned_To assignedTo assigned-to dri DRI responsible accountable lead champion " +
			"manager employee employee_id person people member members individual author reviewer reviewers checked_in_by " +
			"directly_responsible_individual Directly-Responsible-Individual responsible_person product_owner contact_person team_lead led_by accountable_people",
		"performance-rating": "rating performance_rating review_score reviewScore",
		"compensation-link":  "bonus bonus_weight payout compensation salary incentive commission",
		"promotion-link":     "promotion promo career_level",
		"stack-ranking":      "rank stack_rank stackRank",
		"pip-reference":      "pip PIP",
		"appraisal-cycle":    "calibration appraisal",
	} {
		for _, key := range strings.Fields(keys) {
			for place, line := range map[string]string{
				"1:1": key + ": x\n" + smallDocument,
				"7:5": strings.Replace(smallDocument, "title: Fast", "title: Fast\n    "+key+": {owner: x}", 1),
			} {
				got := look(t, line)
				if want := fmt.Sprintf("%s %s `%s", place, rule, key); len(got) != 1 || !strings.HasPrefix(got[0], want) {
					t.Errorf("%s gives %q, want %q", key, got, want)
				}
			}
			deep := strings.Replace(smallDocument, "unit: ms", "unit: ms, "+key+": x", 1)
			if got := look(t, deep); len(got) != 1 || !strings.HasPrefix(got[0], "11:28 "+rule) {
				t.Errorf("%s in a metric gives %q", key, got)
			}
		}
	}
}

func TestRefusedWords(t *testing.T) {
	got := look(t, "owner: x\n"+smallDocument)[0]
	for _, want := range []string{"names a person", "`team: checkout` already says whose it is", "contact: \"#checkout\""} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
	for _, level := range []string{"individual", "Person", "personal"} {
		if got := look(t, "level: "+level+"\n"+smallDocument); len(got) != 1 || !strings.HasPrefix(got[0], "1:1 individual-okr `level: "+level) {
			t.Errorf("%q", got)
		}
	}
	if got := look(t, "level: team\n"+smallDocument); len(got) != 1 || !strings.HasPrefix(got[0], "1:1 schema `level`") {
		t.Errorf("%q", got)
	}
}

// TestFreeNames lets rules and units of okr.yaml have any names, and no other key.
func TestFreeNames(t *testing.T) {
	free := smallWorkspace + "  overrides:\n    - {files: x, rules: {owner: off, rank: error}}\nunits:\n  bonus: {domain: {min: 0}}\n  people: {}\n"
	free = strings.Replace(free, "jargon: off", "individual-owner: error, rating: off", 1)
	if got := look(t, free); len(got) > 0 {
		t.Errorf("%q", got)
	}
	got := look(t, strings.Replace(free, "domain: {min: 0}", "owner: x", 1)+"salary: 1\n")
	if len(got) != 2 || !strings.Contains(got[0], "individual-owner") || !strings.Contains(got[1], "compensation-link") {
		t.Errorf("%q", got)
	}
}

// TestNoSchemaKeyIsRefused also lets the first check be enough for good files.
func TestNoSchemaKeyIsRefused(t *testing.T) {
	keys := refusedKeys()
	var visit func(at any, properties bool)
	visit = func(at any, properties bool) {
		switch at := at.(type) {
		case map[string]any:
			for key, below := range at {
				if word := plainWord(key); properties && (spellsPerson(word) || keys[word].ID != "" || keys[strings.TrimSuffix(word, "s")].ID != "") {
					t.Errorf("the schema has the key %s, which is refused", key)
				}
				if key != "examples" || properties {
					visit(below, key == "properties" && !properties)
				}
			}
		case []any:
			for _, below := range at {
				visit(below, false)
			}
		}
	}
	for _, text := range [][]byte{schema.Document(schema.Limits{}), schema.Workspace()} {
		var root any
		if err := json.Unmarshal(text, &root); err != nil {
			t.Fatal(err)
		}
		visit(root, false)
	}
}
