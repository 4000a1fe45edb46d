package render

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"

	"github.com/okrs-as-code/okrs/okr/report"
)

// writeJSON prints the data of a document, or where it has none its blocks as data,
// with two spaces for each step. It writes as it goes: lists are never held.
func writeJSON(w io.Writer, doc *report.Doc, _ Style) error {
	data := doc.Data
	if data == nil {
		data = blocksData(doc)
	}
	e := &jsonEncoder{sink: newSink(w)}
	e.value(data)
	e.raw("\n")
	return e.close()
}

// jsonEncoder writes values as JSON.
type jsonEncoder struct {
	*sink
	depth int
	// compact puts everything into one line.
	compact bool
}

// errJSON is what a program mistake in a report looks like; no input leads there.
var errJSON = errors.New("the report holds a value that JSON output cannot carry")

func (e *jsonEncoder) value(v any) {
	switch v := v.(type) {
	case nil:
		e.raw("null")
	case string:
		e.raw(quoted(v))
	case report.Fields:
		e.object(v)
	case report.Seq:
		e.list(v)
	default:
		e.other(v)
	}
}

// object writes fields in their order.
func (e *jsonEncoder) object(fields report.Fields) {
	if fields == nil {
		e.raw("null")
		return
	}
	e.raw("{")
	e.depth++
	for i, f := range fields {
		if i > 0 {
			e.raw(",")
		}
		e.newLine()
		e.raw(quoted(f.Name), ":")
		if !e.compact {
			e.raw(" ")
		}
		e.value(f.Value)
	}
	e.depth--
	if len(fields) > 0 {
		e.newLine()
	}
	e.raw("}")
}

// list writes the items of a sequence as they come.
func (e *jsonEncoder) list(items report.Seq) {
	e.raw("[")
	e.depth++
	empty := true
	if items != nil {
		for item := range items {
			if e.failed() {
				return
			}
			if !empty {
				e.raw(",")
			}
			empty = false
			e.newLine()
			e.value(item)
		}
	}
	e.depth--
	if !empty {
		e.newLine()
	}
	e.raw("]")
}

func (e *jsonEncoder) newLine() {
	if !e.compact {
		e.raw("\n", spaces(2*e.depth))
	}
}

// other writes what is made of plain values: named types, numbers, pointers, slices.
func (e *jsonEncoder) other(v any) {
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Pointer {
		if r.IsNil() {
			e.raw("null")
		} else {
			e.value(r.Elem().Interface())
		}
		return
	}
	switch v := v.(type) {
	case json.Number:
		e.number(v.String())
	case json.Marshaler:
		e.marshaled(v)
	case fmt.Stringer:
		e.raw(quoted(v.String()))
	default:
		e.kind(r)
	}
}

func (e *jsonEncoder) kind(r reflect.Value) {
	switch {
	case r.Kind() == reflect.String:
		e.raw(quoted(r.String()))
	case r.Kind() == reflect.Bool:
		e.raw(strconv.FormatBool(r.Bool()))
	case r.CanInt():
		e.raw(strconv.FormatInt(r.Int(), 10))
	case r.CanUint():
		e.raw(strconv.FormatUint(r.Uint(), 10))
	case r.CanFloat():
		e.float(r.Float())
	case r.Kind() == reflect.Slice:
		e.list(func(yield func(any) bool) {
			for i := range r.Len() {
				if !yield(r.Index(i).Interface()) {
					return
				}
			}
		})
	default:
		e.fail(errJSON)
	}
}
