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
	// out is what waits for the sink.
	out []byte
	// scribes write parts of a crowd, each to its own out.
	scribes []jsonEncoder
}

const (
	spillBytes = 64 << 10 // what waits at most before it is written
	indents    = "\n                                                                "
)

// raw writes parts as they are.
func (e *jsonEncoder) raw(parts ...string) {
	for _, part := range parts {
		e.out = append(e.out, part...)
	}
}

// spill hands what waits to the sink.
func (e *jsonEncoder) spill() {
	e.pass(e.out)
	e.out = e.out[:0]
}

func (e *jsonEncoder) pass(text []byte) {
	if e.err == nil && len(text) > 0 {
		_, e.err = e.w.Write(text)
	}
}

// close writes what is still held back and tells how it went.
func (e *jsonEncoder) close() error {
	e.spill()
	return e.sink.close()
}

// errJSON is what a program mistake in a report looks like; no input leads there.
var errJSON = errors.New("the report holds a value that JSON output cannot carry")

func (e *jsonEncoder) value(v any) {
	switch v := v.(type) {
	case nil:
		e.raw("null")
	case string:
		e.out = appendQuoted(e.out, v)
	case *string:
		e.text(v)
	case int:
		e.out = strconv.AppendInt(e.out, int64(v), 10)
	case report.Fields:
		e.object(v)
	case report.Seq:
		e.list(v)
	case report.Later:
		e.object(v.Fields())
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
		e.out = append(appendQuoted(e.out, f.Name), ':')
		if !e.compact {
			e.out = append(e.out, ' ')
		}
		e.value(f.Value)
	}
	e.depth--
	if len(fields) > 0 {
		e.newLine()
	}
	e.raw("}")
}

// text writes a text, or null where there is none.
func (e *jsonEncoder) text(v *string) {
	if v == nil {
		e.raw("null")
		return
	}
	e.out = appendQuoted(e.out, *v)
}

// list writes the items of a sequence as they come. Those that say their fields later
// are asked in crowds, several at a time.
func (e *jsonEncoder) list(items report.Seq) {
	e.raw("[")
	e.depth++
	empty := true
	var crowd []report.Later
	if items != nil {
		for item := range items {
			if e.failed() {
				return
			}
			if later, ok := item.(report.Later); ok {
				if crowd = append(crowd, later); len(crowd) == mostCrowd {
					e.crowd(crowd, empty)
					empty, crowd = false, crowd[:0]
				}
				continue
			}
			e.crowd(crowd, empty)
			empty, crowd = empty && len(crowd) == 0, crowd[:0]
			e.item(item, empty)
			empty = false
			if len(e.out) >= spillBytes {
				e.spill()
			}
		}
	}
	e.crowd(crowd, empty)
	empty = empty && len(crowd) == 0
	e.depth--
	if !empty {
		e.newLine()
	}
	e.raw("]")
}

// item writes an item of a list.
func (e *jsonEncoder) item(item any, first bool) {
	if !first {
		e.out = append(e.out, ',')
	}
	e.newLine()
	e.value(item)
}

func (e *jsonEncoder) newLine() {
	switch {
	case e.compact:
	case 2*e.depth < len(indents):
		e.out = append(e.out, indents[:1+2*e.depth]...)
	default:
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
		e.out = appendQuoted(e.out, v.String())
	default:
		e.kind(r)
	}
}

func (e *jsonEncoder) kind(r reflect.Value) {
	switch {
	case r.Kind() == reflect.String:
		e.out = appendQuoted(e.out, r.String())
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
