package report

import "iter"

// Fields is an object of the JSON output: names and values in the order in which
// they are written. Nil Fields are null.
//
// A value may be nil, a bool, a string, a whole number, a finite float64, a
// json.Number, a json.Marshaler that gives a number or a string, Fields, [Seq], [Later],
// a slice of these or a pointer to one of them. Types made of strings and numbers
// count as what they are made of, or as their String where they have one.
type Fields []Field

// Field is one name and its value.
type Field struct {
	Name  string
	Value any
}

// Later is an item of a [Seq] that says its fields when it is written. Several may be
// asked at a time, and each may be asked after the next one was yielded.
type Later interface{ Fields() Fields }

// Seq is a list of the JSON output, made item by item while it is written, so
// that a list of any length takes no room.
type Seq = iter.Seq[any]

// Each is the list of what make says about each item.
func Each[T any](items []T, make func(T) any) Seq {
	return func(yield func(any) bool) {
		for _, item := range items {
			if !yield(make(item)) {
				return
			}
		}
	}
}

// OrNull is the text, or nil where it is empty: absent is null in the JSON output.
func OrNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// DataVersion is the version of the JSON contract, the first field of every output
// that is an object.
const DataVersion = 1
