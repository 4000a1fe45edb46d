package diag

// Severity says how much a finding matters. The zero value is invalid, so that
// a forgotten severity shows.
type Severity uint8

// The severities, from the mildest to the gravest.
const (
	SeverityInvalid Severity = iota
	Off                      // the rule does not speak
	Info                     // worth knowing
	Warning                  // should be looked at
	Error                    // must be mended
)

var severityNames = [...]string{"invalid", "off", "info", "warning", "error"}

// String is the word that files and outputs use: off, info, warning or error.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads the word of a severity; ok is false for any other word.
func ParseSeverity(word string) (severity Severity, ok bool) {
	for i, name := range severityNames {
		if i > 0 && name == word {
			return Severity(i), true
		}
	}
	return SeverityInvalid, false
}

// Milder is the severity one step down; information stays information.
func (s Severity) Milder() Severity {
	if s > Info {
		return s - 1
	}
	return s
}

// Category groups rules by what they watch over.
type Category string

// The categories. Format is for files that cannot be read as they are meant.
const (
	People        Category = "people"
	TaskList      Category = "task-list"
	Measurability Category = "measurability"
	Focus         Category = "focus"
	Ambition      Category = "ambition"
	Alignment     Category = "alignment"
	Cadence       Category = "cadence"
	Incentives    Category = "incentives"
	Language      Category = "language"
	Format        Category = "format"
)

// Categories lists all categories in the order in which they are explained.
func Categories() []Category {
	return []Category{People, TaskList, Measurability, Focus, Ambition, Alignment, Cadence, Incentives, Language, Format}
}

// Class says who may silence a finding and which command reports it.
type Class uint8

// The classes. A finding of form cannot be silenced; one of meaning is reported
// by validation too, and is never milder than a warning; a rule speaks in lint.
const (
	ClassInvalid Class = iota
	ClassForm
	ClassMeaning
	ClassRules
)
