package tree

import (
	"fmt"
	"strings"
)

// quoted reads a value in quotes, and what stands behind it.
func (f *finder) quoted(at, parent int) {
	opening := f.line
	end, ok := f.quoteEnd(at, parent)
	if !ok {
		f.goTo(opening)
		f.unclosedQuote(at)
		return
	}
	if next := f.skipBlanks(end); !f.atEnd(next) {
		f.afterQuote(at, next, opening)
	}
}

// quoteEnd is the offset behind the closing quote, on the line that the finder
// is then at. A quote that is only closed on a line that belongs to something
// else was never closed.
func (f *finder) quoteEnd(at, parent int) (end int, ok bool) {
	quote := f.text[at]
	for i := at + 1; ; i++ {
		if i >= f.end {
			number, first, more := f.ahead(f.line)
			if !more || first-int(f.report.lines.Offset(number, 1)) <= parent {
				return 0, false
			}
			f.goTo(number)
			i = first
		}
		switch c := f.text[i]; {
		case c == '\\' && quote == '"':
			f.escape(i)
			i++
		case c != quote:
		case quote == '\'' && i+1 < f.end && f.text[i+1] == '\'':
			i++
		default:
			return i + 1, true
		}
	}
}

// escape reports a backslash that means nothing.
func (f *finder) escape(at int) {
	if at+1 >= f.end {
		return
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[f.text[at+1]]
	good := strings.IndexByte("0abt\tnvfre \"'\\N_LPxuU", f.text[at+1]) >= 0 && at+2+digits <= f.end
	for i := 0; good && i < digits; i++ {
		good = strings.IndexByte("0123456789abcdefABCDEF", f.text[at+2+i]) >= 0
	}
	if good {
		return
	}
	end := min(at+2, f.end)
	for end < f.end && f.text[end] >= 0x80 && f.text[end] < 0xC0 {
		end++
	}
	f.found(span(at, end), true, fmt.Sprintf("`%s` means nothing between double quotes", string(f.text[at:end])),
		"Write two backslashes if one is meant, or use single quotes.")
}

// unclosedQuote reports a quote that is opened and not closed.
func (f *finder) unclosedQuote(at int) {
	end := f.tail(at)
	quote := string(f.text[at])
	f.found(span(at, end), true, fmt.Sprintf("the quote (%s) that opens here is not closed", quote),
		"Close it: "+f.report.Corrected(span(end, end), quote)+".")
}

// afterQuote reports text behind a value in quotes.
func (f *finder) afterQuote(at, next, opening int) {
	end := f.tail(next)
	if string(f.text[next:end]) == "," {
		f.found(span(next, end), true, "a comma stands behind this value; lines need none",
			"Delete it: "+f.report.Corrected(span(next, end), "")+".")
		f.masked[next] = ' '
		return
	}
	if opening != f.line {
		f.found(span(next, end), false, "text stands behind the closing quote",
			"Put the whole value in quotes, and write quotes inside it of the other kind.")
		return
	}
	text := string(f.text[at:end])
	if text[0] == text[len(text)-1] {
		text = text[1 : len(text)-1]
	}
	f.found(span(at, end), true, "text stands behind the closing quote",
		"Put the whole value in quotes: "+f.report.Corrected(span(at, end), Quote(text))+".")
}
