package tree

import (
	"fmt"
	"slices"
	"strings"
)

// fit says how the indentation of a line goes with what stands above it.
type fit uint8

const (
	fitsSame fit = iota // one more key or item of a block
	fitsNew             // the first of a new block
	fitsNot
)

// fit finds the block that a line belongs to, and reports a line that belongs to
// none.
func (f *finder) fit(at int, dash bool) fit {
	indent := at - f.start
	if indent <= f.muted {
		f.muted = -1
	}
	all := slices.Clone(f.levels)
	for len(f.levels) > 0 && f.top().indent > indent {
		f.levels = f.levels[:len(f.levels)-1]
	}
	popped := len(f.levels) < len(all)
	how := fitsNot
	switch {
	case len(all) == 0, !popped && f.open && f.top().indent < indent:
		how = fitsNew
	case len(f.levels) == 0, f.top().indent < indent:
	case f.top().dash == dash:
		return fitsSame
	case dash && f.open && !popped:
		how = fitsNew // items may stand right below their key
	case !dash && len(f.levels) > 1 && f.levels[len(f.levels)-2] == level{indent, false}:
		f.levels = f.levels[:len(f.levels)-1]
		return fitsSame
	}
	if how == fitsNot {
		f.misfit(at, dash, all)
	}
	f.levels = append(f.levels, level{indent, dash})
	return how
}

func (f *finder) top() level { return f.levels[len(f.levels)-1] }

// misfit reports the indentation of a line, given the blocks that were open above it.
func (f *finder) misfit(at int, dash bool, all []level) {
	indent := at - f.start
	f.usable = false
	if f.muted >= 0 || f.misfits {
		return
	}
	f.misfits = true
	line := span(at, f.end)
	same := len(f.levels) > 0 && f.top().indent == indent
	switch {
	case same && dash:
		f.found(line, false, "a list item stands where only keys can stand",
			"Indent it deeper than the key that the list belongs to, and write nothing behind that key's colon.")
	case same:
		f.found(line, false, "this line stands at the dashes of the list above, but has no dash",
			fmt.Sprintf("Indent it by %s to make it a part of the item above, or write a dash and a space in front of it to begin a new one.",
				spaces(f.insideItem(all, indent))))
	default:
		f.found(line, false, fmt.Sprintf("this line is indented by %s, which fits nothing above it", spaces(indent)),
			"The lines it could belong to are indented by "+f.choices(all, indent)+".")
	}
}

// insideItem is the indentation of the keys of an item whose dash stands at a column.
func (f *finder) insideItem(all []level, dash int) int {
	for _, l := range all {
		if l.indent > dash && !l.dash {
			return l.indent
		}
	}
	return dash + 2
}

// choices are the indentations nearest to a wrong one.
func (f *finder) choices(all []level, indent int) string {
	var near []string
	for i, l := range all {
		below := l.indent < indent && (i+1 == len(all) || all[i+1].indent > indent)
		above := l.indent > indent && (i == 0 || all[i-1].indent < indent)
		if below || above {
			near = append(near, spaces(l.indent))
		}
	}
	return strings.Join(near, " or ")
}

func spaces(count int) string {
	switch count {
	case 0:
		return "no space"
	case 1:
		return "1 space"
	default:
		return fmt.Sprintf("%d spaces", count)
	}
}
