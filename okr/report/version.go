package report

// Build is what a binary knows about how it was made; empty fields are unknown.
type Build struct {
	Version string
	// Revision is the full hash of the commit, Date when it was made.
	Revision, Date string
	// Modified says that the tree was not as the commit has it.
	Modified bool
	// Go is the version of the compiler.
	Go string
}

// Version says which build this is.
func Version(b Build) *Doc {
	facts := Facts{Items: []Fact{{"okr", Cell{Text: b.Version, Tone: Strong}}}}
	add := func(label, value string) {
		if value != "" {
			facts.Items = append(facts.Items, Fact{label, Text(value)})
		}
	}
	revision := b.Revision
	if revision != "" && b.Modified {
		revision += " with local changes"
	}
	add("commit", revision)
	add("date", b.Date)
	add("built with", b.Go)
	return &Doc{
		Blocks: []Block{facts},
		Data: Fields{
			{"version", DataVersion},
			{"build", Fields{
				{"version", b.Version},
				{"rev", OrNull(b.Revision)},
				{"date", OrNull(b.Date)},
				{"modified", b.Modified},
				{"go", OrNull(b.Go)},
			}},
		},
	}
}
