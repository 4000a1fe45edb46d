package edit

import "strings"

// blockScalar reads the header of a block scalar and the lines of its text.
func (r *reader) blockScalar(e *entry, parent, start int) {
	here := r.at(start)
	l := r.lines[here]
	at := start
	for at < l.end && !isBlank(r.data[at]) {
		at++
	}
	header := string(r.data[start:at])
	e.scalar, e.lines = true, []string{header}
	e.after = strings.TrimRight(string(r.data[at:l.end]), " \t")
	if i := strings.IndexAny(header, "123456789"); i > 0 {
		e.width = parent + int(header[i]-'0')
	}
	last, end := here, here+1
	for ; end < len(r.lines); end++ {
		body := r.of(end)
		indent := indentOf(body)
		switch {
		case indent == len(body):
			if e.width > 0 && indent > e.width {
				last = end
			}
			continue
		case e.width == 0 && indent > parent:
			e.width = indent
		}
		if e.width == 0 || indent < e.width {
			break
		}
		last = end
	}
	r.scalarEnd(e, here, last, end)
}

// scalarEnd takes the lines of a block scalar up to the last that has text; where
// the header keeps all line breaks, the blank lines behind it too.
func (r *reader) scalarEnd(e *entry, here, last, end int) {
	header := e.lines[0]
	if strings.Contains(header, "+") {
		last = end - 1
	}
	if strings.Contains(header, "+") || last > here && isEmpty(r.of(last)) {
		r.pins++
	}
	for i := here + 1; i <= last; i++ {
		e.lines = append(e.lines, r.of(i))
	}
	e.last, r.next = last, last+1
	tail := r.lines[len(r.lines)-1]
	if r.next == len(r.lines) && tail.next == tail.end && !strings.Contains(header, "-") {
		r.pins++
		r.unfinished = true
	}
}
