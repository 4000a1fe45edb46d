package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

var strayTag = Rule{
	Rule: diag.Rule{ID: "stray-tag", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A tag that publishes or closes a cycle, on a commit that what is read does not contain."},
	Why: "The tag of a cycle says which definitions are official. Where it stands on another branch it says that of another text, " +
		"so it is passed over here, and the same quarter has different scores on two branches.",
	Source: "Practice of releases, which are tagged on the line that goes on",
	About:  Files,
	Needs:  Past,
	Bad:    []string{"\n-- the tag okr/2026-Q3 of 2026-07-11 on another branch --" + publishedLoans + laterLoans()},
	Good:   []string{"\n-- the tag okr/2026-Q3 of 2026-07-11 --" + publishedLoans + laterLoans()},
	Since:  edition,
	Check:  checkStrayTag,
}

func checkStrayTag(r *Reading, say Say) {
	for _, s := range r.Past.Strays() {
		if s.On > r.At {
			continue
		}
		verb, command := "publishes", "okr publish --cycle "+s.Cycle
		if strings.HasSuffix(s.Tag, "-closed") {
			verb, command = "closes", "okr close --cycle "+s.Cycle
		}
		message := "the tag " + quote(s.Tag) + " of " + s.On.String() + " " + verb + " " + s.Cycle +
			" on a commit that is not in the history of what is read, so it is passed over"
		say(Remark{File: r.Workspace.File, Span: source.Span{}}.Says(message,
			"Merge the branch on which it stands. If it was set by mistake, delete it with "+example("git tag --delete "+s.Tag)+" and run "+example(command)+" where the files are agreed."))
	}
}
