package render

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"math/rand"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// sarifLog is the part of a SARIF file that is looked at here. Unknown fields are
// refused, as the schema of OASIS refuses them.
type sarifLog struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []struct {
		Tool struct {
			Driver struct {
				Name, SemanticVersion, Version, InformationURI string
				Rules                                          []struct {
					ID, Name                          string
					ShortDescription, FullDescription sarifText
					Help                              struct{ Text, Markdown string }
					HelpURI                           string
					DefaultConfiguration              struct {
						Level   string
						Enabled *bool
					}
					Properties struct {
						Tags      []string
						Precision string
						Problem   string `json:"problem.severity"`
					}
				}
			}
		}
		AutomationDetails struct{ ID string }
		ColumnKind        string
		Results           []sarifResult
		Invocations       []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level   string
				Message sarifText
			}
		}
	}
}

type sarifText struct{ Text string }

type sarifResult struct {
	RuleID              string
	RuleIndex           int
	Level               string
	Message             sarifText
	Locations           []sarifLocation
	RelatedLocations    []sarifLocation
	PartialFingerprints map[string]string
	Suppressions        *[]struct{ Kind, Status, Justification string }
	Fixes               []struct {
		Description     sarifText
		ArtifactChanges []struct {
			ArtifactLocation struct{ URI string }
			Replacements     []struct {
				DeletedRegion   sarifArea
				InsertedContent sarifText
			}
		}
	}
}

type sarifLocation struct {
	ID               int
	Message          *sarifText
	PhysicalLocation struct {
		ArtifactLocation struct{ URI string }
		Region           sarifArea
	}
}

type sarifArea struct{ StartLine, StartColumn, EndLine, EndColumn int }

// checkSARIF holds a file to what the schema of OASIS and the documentation of
// GitHub's code scanning ask for.
func checkSARIF(t testing.TB, out string) sarifLog {
	t.Helper()
	var log sarifLog
	decoder := json.NewDecoder(strings.NewReader(out))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&log); err != nil {
		t.Fatalf("%v in %.2000s", err, out)
	}
	if strings.Contains(out, "security-severity") {
		t.Error("a security severity")
	}
	if log.Schema == "" || log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("schema %q, version %q, %d runs", log.Schema, log.Version, len(log.Runs))
	}
	run := log.Runs[0]
	driver := run.Tool.Driver
	if driver.Name != "okr" || driver.InformationURI != report.ProjectURL || run.ColumnKind != "unicodeCodePoints" || run.AutomationDetails.ID != "okr/" {
		t.Errorf("driver %q %q, columns %q, id %q", driver.Name, driver.InformationURI, run.ColumnKind, run.AutomationDetails.ID)
	}
	if driver.SemanticVersion == "" && strings.Contains(out, `"semanticVersion"`) || len(run.Invocations) != 1 || !run.Invocations[0].ExecutionSuccessful {
		t.Error("empty version, or no successful invocation")
	}
	seen := make(map[string]bool)
	for _, r := range driver.Rules {
		for _, text := range []string{r.ID, r.Name, r.ShortDescription.Text, r.FullDescription.Text, r.Help.Text, r.Help.Markdown, r.HelpURI} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("an empty text in %+v", r)
			}
		}
		if utf8.RuneCountInString(r.Name) > 255 || utf8.RuneCountInString(r.ShortDescription.Text) > 1024 || utf8.RuneCountInString(r.FullDescription.Text) > 1024 {
			t.Errorf("texts that are too long in %+v", r)
		}
		if !oneOf(r.DefaultConfiguration.Level, "note", "warning", "error") || !oneOf(r.Properties.Precision, "very-high", "high", "medium", "low") ||
			!oneOf(r.Properties.Problem, "error", "warning", "recommendation") || len(r.Properties.Tags) == 0 || len(r.Properties.Tags) > 10 || slices.Contains(r.Properties.Tags, "") {
			t.Errorf("%+v", r)
		}
		seen[r.ID] = true
	}
	for _, r := range run.Results {
		checkSARIFResult(t, r, len(driver.Rules))
		if r.RuleIndex < len(driver.Rules) && driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("rule %d is not %s", r.RuleIndex, r.RuleID)
		}
	}
	if len(run.Results) > sarifResults {
		t.Errorf("%d results", len(run.Results))
	}
	return log
}

func oneOf(text string, choices ...string) bool { return slices.Contains(choices, text) }

var referenceForm = regexp.MustCompile(`^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$`)

var lineHash = regexp.MustCompile(`^[0-9a-f]+:[0-9]+$`)

func checkSARIFResult(t testing.TB, r sarifResult, rules int) {
	t.Helper()
	if r.RuleIndex < 0 || r.RuleIndex >= rules || !oneOf(r.Level, "note", "warning", "error") || strings.TrimSpace(r.Message.Text) == "" {
		t.Errorf("%+v", r)
	}
	if len(r.Locations) != 1 || !lineHash.MatchString(r.PartialFingerprints["primaryLocationLineHash"]) || r.PartialFingerprints["okr/v1"] == "" {
		t.Errorf("%d locations, fingerprints %v", len(r.Locations), r.PartialFingerprints)
	}
	if strings.Contains(r.Message.Text, "](") && !strings.Contains(r.Message.Text, `\](`) {
		t.Errorf("a link in %q", r.Message.Text)
	}
	for _, l := range append(slices.Clone(r.Locations), r.RelatedLocations...) {
		checkURI(t, l.PhysicalLocation.ArtifactLocation.URI)
		checkArea(t, l.PhysicalLocation.Region)
	}
	for _, l := range r.RelatedLocations {
		if l.Message == nil || l.Message.Text == "" {
			t.Errorf("a related place without a message: %+v", l)
		}
	}
	if r.Suppressions != nil {
		for _, s := range *r.Suppressions {
			if !oneOf(s.Kind, "inSource", "external") || s.Status != "accepted" || s.Justification == "" {
				t.Errorf("%+v", s)
			}
		}
	}
	for _, fix := range r.Fixes {
		if fix.Description.Text == "" || len(fix.ArtifactChanges) != 1 || len(fix.ArtifactChanges[0].Replacements) == 0 {
			t.Errorf("%+v", fix)
		}
		for _, change := range fix.ArtifactChanges {
			checkURI(t, change.ArtifactLocation.URI)
			for _, replacement := range change.Replacements {
				checkArea(t, replacement.DeletedRegion)
			}
		}
	}
}

func checkArea(t testing.TB, a sarifArea) {
	t.Helper()
	if min(a.StartLine, a.StartColumn, a.EndColumn) < 1 || a.EndLine < a.StartLine || a.EndLine == a.StartLine && a.EndColumn < a.StartColumn {
		t.Errorf("no region: %+v", a)
	}
}

// checkURI holds a reference to RFC 3986: relative, without scheme, host, query or
// fragment.
func checkURI(t testing.TB, uri string) {
	t.Helper()
	parsed, err := url.Parse(uri)
	if err != nil || uri == "" || parsed.Scheme != "" || parsed.Host != "" || parsed.RawQuery != "" || parsed.Fragment != "" ||
		strings.HasPrefix(uri, "/") || !referenceForm.MatchString(uri) {
		t.Errorf("no relative reference: %q (%v)", uri, err)
	}
}

func TestSARIFFixture(t *testing.T) {
	run := checkSARIF(t, rendered(t, formatNamed(t, "sarif"), fixtureDoc(), Style{})).Runs[0]
	if run.Tool.Driver.SemanticVersion != "1.2.3" {
		t.Errorf("version %q", run.Tool.Driver.SemanticVersion)
	}
	var levels []string
	for _, r := range run.Results {
		levels = append(levels, r.Level)
		if path, err := url.PathUnescape(r.Locations[0].PhysicalLocation.ArtifactLocation.URI); err != nil || path != fixturePath && path != "okr.yaml" {
			t.Errorf("path %q (%v)", path, err)
		}
		if a := r.Locations[0].PhysicalLocation.Region; a.StartLine != a.EndLine {
			t.Errorf("a region of several lines: %+v", a)
		}
		if hash := r.PartialFingerprints; hash["primaryLocationLineHash"] != hash["okr/v1"]+":1" || len(hash["okr/v1"]) != 16 {
			t.Errorf("%v", hash)
		}
		if r.Suppressions == nil {
			t.Errorf("%s does not say that it was not silenced", r.RuleID)
		}
	}
	if got := strings.Join(levels, " "); got != "error error warning note note error error" {
		t.Error(got)
	}
	if hidden := run.Invocations[0].ToolExecutionNotifications; len(hidden) != 1 || hidden[0].Message.Text != report.HiddenSentence(12) {
		t.Errorf("%+v", hidden)
	}
	if s := *run.Results[5].Suppressions; s[0].Kind != "inSource" || s[0].Justification != "of a trial (until 2026-09-30)" {
		t.Errorf("%+v", s)
	}
	if s := *run.Results[6].Suppressions; s[0].Kind != "external" {
		t.Errorf("%+v", s)
	}
	checkRegionsInText(t, run.Results)
}

// checkRegionsInText holds the regions to the characters of the file.
func checkRegionsInText(t *testing.T, results []sarifResult) {
	t.Helper()
	lines := strings.Split(fixtureText, "\n")
	cut := func(a sarifArea) string { return string([]rune(lines[a.StartLine-1])[a.StartColumn-1 : a.EndColumn-1]) }
	if got := cut(results[2].Locations[0].PhysicalLocation.Region); got != "Launch 新しい checkout" {
		t.Errorf("the region holds %q", got)
	}
	if got := cut(results[4].Locations[0].PhysicalLocation.Region); got != "leverage our synergies," {
		t.Errorf("the first line of the region holds %q", got)
	}
	fix := results[2].Fixes[0].ArtifactChanges[0].Replacements
	if len(fix) != 2 || cut(fix[0].DeletedRegion) != "Launch " || cut(fix[1].DeletedRegion) != "  # soon" || fix[0].InsertedContent.Text != "" {
		t.Errorf("%+v", fix)
	}
}

// TestSARIFIsStable holds that fingerprints stay when lines move.
func TestSARIFIsStable(t *testing.T) {
	before := checkSARIF(t, rendered(t, formatNamed(t, "sarif"), fixtureDoc(), Style{})).Runs[0].Results
	doc := fixtureDoc()
	block := doc.Blocks[0].(report.Findings)
	for i := range block.Items {
		block.Items[i].Line += 7
		block.Items[i].EndLine += 7
	}
	after := checkSARIF(t, rendered(t, formatNamed(t, "sarif"), doc, Style{})).Runs[0].Results
	for i := range before {
		if a, b := before[i].PartialFingerprints["primaryLocationLineHash"], after[i].PartialFingerprints["primaryLocationLineHash"]; a != b {
			t.Errorf("%s became %s", a, b)
		}
	}
}

func TestSARIFLimits(t *testing.T) {
	for _, c := range []struct {
		findings, results, notes int
	}{{0, 0, 0}, {5000, 5000, 0}, {6000, 6000, 1}, {26_000, 25_000, 2}} {
		run := checkSARIF(t, rendered(t, formatNamed(t, "sarif"), report.Lint(manyFindings(c.findings), 1), Style{})).Runs[0]
		notes := run.Invocations[0].ToolExecutionNotifications
		if len(run.Results) != c.results || len(notes) != c.notes {
			t.Errorf("%d findings: %d results, %+v", c.findings, len(run.Results), notes)
		}
		if c.notes == 2 && !strings.HasPrefix(notes[0].Message.Text, "1000 results are left out") {
			t.Errorf("%+v", notes)
		}
		for i := 1; i < len(run.Results); i++ {
			if order := []string{"error", "warning", "note"}; slices.Index(order, run.Results[i].Level) < slices.Index(order, run.Results[i-1].Level) {
				t.Fatalf("result %d is graver than the one before", i)
			}
		}
	}
}

// TestSARIFSize packs results that can hardly be packed.
func TestSARIFSize(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	findings := manyFindings(4000)
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	for i := range findings {
		text := make([]byte, 4000)
		for j := range text {
			text[j] = letters[random.Intn(len(letters))]
		}
		findings[i].Message = string(text)
	}
	out := rendered(t, formatNamed(t, "sarif"), report.Lint(findings, 1), Style{})
	var packed bytes.Buffer
	pack := gzip.NewWriter(&packed)
	if _, err := pack.Write([]byte(out)); err != nil || pack.Close() != nil {
		t.Fatal(err)
	}
	run := checkSARIF(t, out).Runs[0]
	if packed.Len() > 10_000_000 || len(run.Results) == len(findings) || len(run.Results) < 2500 || len(run.Invocations[0].ToolExecutionNotifications) != 1 {
		t.Errorf("%d bytes packed, %d results", packed.Len(), len(run.Results))
	}
}

func TestSARIFWithoutVersion(t *testing.T) {
	for tool, want := range map[string]string{"": "/", "v1.2.0": "1.2.0/", "2.0.0-rc.1": "2.0.0-rc.1/", "(devel)": "/(devel)"} {
		driver := checkSARIF(t, rendered(t, formatNamed(t, "sarif"), report.Linted(report.Linting{Tool: tool}), Style{})).Runs[0].Tool.Driver
		if got := driver.SemanticVersion + "/" + driver.Version; got != want {
			t.Errorf("%q: %q, not %q", tool, got, want)
		}
	}
}

func TestRelativeURI(t *testing.T) {
	for path, want := range map[string]string{
		"okrs/a.yaml": "okrs/a.yaml", "a b:c%d.yaml": "a%20b%3Ac%25d.yaml", "目/x": "%E7%9B%AE/x", "//evil.example/x": "evil.example/x",
		"": ".", "a?b#c": "a%3Fb%23c", "../x": "../x", "a\xff": "a%FF", "a+b@c": "a%2Bb%40c",
	} {
		if got := relativeURI(path); got != want {
			t.Errorf("relativeURI(%q) = %q, not %q", path, got, want)
		}
	}
}

func FuzzSARIF(f *testing.F) {
	for _, p := range payloads() {
		f.Add(p, 1, 1, 1, 1)
	}
	f.Fuzz(func(t *testing.T, text string, line, column, endLine, endColumn int) {
		doc := spreadFindings(t, text)
		block := doc.Blocks[0].(report.Findings)
		for i := range block.Items {
			f := &block.Items[i]
			f.Line, f.Column, f.EndLine, f.EndColumn = line, column, endLine, endColumn
			f.Fix, f.Severity = nil, diag.Severity(i)
		}
		checkHarmless(t, "sarif", rendered(t, formatNamed(t, "sarif"), doc, Style{}))
	})
}
