// Package schema holds the two published JSON Schemas: one for the OKR document
// of a team, one for okr.yaml. They are embedded, so that a check needs no
// network, and written for two readers at once: a validator, which needs
// constraints, and an editor, which shows the descriptions and examples while
// somebody types. Both are valid as JSON Schema draft-07 and as 2020-12; alternatives
// are written as if/then on the field that decides, never as oneOf or anyOf, so
// that one slip gives one message.
package schema

import (
	_ "embed" // the schemas are part of the program
	"strconv"
	"strings"
)

const (
	// DocumentID is the $id of the schema of a team document: the absolute address
	// under which it is published, and the base of its references.
	DocumentID = "https://raw.githubusercontent.com/okrs-as-code/okrs/main/schema/document.schema.json"

	// WorkspaceID is the $id of the schema of okr.yaml.
	WorkspaceID = "https://raw.githubusercontent.com/okrs-as-code/okrs/main/schema/workspace.schema.json"
)

// The counts in the published schema, as the method has them by default.
const (
	publishedMinObjectives = 3
	publishedMaxObjectives = 5
)

//go:embed document.schema.json
var documentText string

//go:embed workspace.schema.json
var workspaceText string

// Limits says how many objectives a team document may hold, both ends included.
// A field below 1 stands for the published count, so the zero value is 3 to 5.
type Limits struct {
	MinObjectives, MaxObjectives int
}

// Document returns the JSON Schema of a team document with the counts of limits,
// in its minItems, its maxItems and the sentence that explains them. Every
// other byte is the published one and equal limits give equal bytes. Whether the
// limits make sense together is the caller's question. The slice is the caller's own.
func Document(limits Limits) []byte {
	least, most := limits.MinObjectives, limits.MaxObjectives
	if least < 1 {
		least = publishedMinObjectives
	}
	if most < 1 {
		most = publishedMaxObjectives
	}
	// Each of the published strings occurs exactly once, which a test watches. Editing
	// the text keeps the order of keys, which a round trip through a map would lose.
	return []byte(strings.NewReplacer(
		minItems(publishedMinObjectives), minItems(least),
		maxItems(publishedMaxObjectives), maxItems(most),
		objectives(publishedMinObjectives, publishedMaxObjectives), objectives(least, most),
	).Replace(documentText))
}

// Workspace returns the JSON Schema of okr.yaml. The slice is the caller's own.
func Workspace() []byte {
	return []byte(workspaceText)
}

func minItems(n int) string { return `"minItems": ` + strconv.Itoa(n) + `,` }

func maxItems(n int) string { return `"maxItems": ` + strconv.Itoa(n) + `,` }

// objectives words a range of counts for the description.
func objectives(least, most int) string {
	switch {
	case least == most && least == 1:
		return "exactly 1 objective"
	case least == most:
		return "exactly " + strconv.Itoa(least) + " objectives"
	}
	return strconv.Itoa(least) + " to " + strconv.Itoa(most) + " objectives"
}
