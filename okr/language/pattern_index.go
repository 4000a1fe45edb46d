package language

import "math/bits"

// patternIndex lists the patterns that can begin at a token.
type patternIndex struct {
	themes   [mostThemes + 1][]start
	begins   themes    // those of which there are patterns, and the mark of literal words
	literals [][]start // by literal word
	literal  []uint16  // 1 + the place among them, by entry
	numbered []start
}

// start is a pattern as it is looked at first.
type start struct {
	needs   themes // all of them have to occur
	scope   scope
	pattern int32
}

// add lists a pattern by what its first element asks for.
func (x *patternIndex) add(p *pattern, number int32) {
	s := start{needs: p.needs(), scope: p.scope, pattern: number}
	first := &p.elements[0]
	if first.number {
		x.numbered = append(x.numbered, s)
	}
	for _, word := range first.words {
		if x.literal[word] == 0 {
			x.literals = append(x.literals, nil)
			x.literal[word] = uint16(len(x.literals))
		}
		list := &x.literals[x.literal[word]-1]
		*list = append(*list, s)
	}
	begins := first.theme
	x.begins.add(begins.with(firstWords))
	for theme := begins.take(); theme >= 0; theme = begins.take() {
		x.themes[theme] = append(x.themes[theme], s)
	}
}

// onlyTheme reports an element that nothing but a theme fulfils.
func (e *element) onlyTheme() bool {
	return !e.theme.none() && e.noun|e.verb == 0 && e.word == 0 && !e.colon
}

// needs are the themes without which a pattern cannot occur.
func (p *pattern) needs() themes {
	var all themes
	for i := range p.elements {
		if e := &p.elements[i]; e.onlyTheme() && e.theme.single() {
			all.add(e.theme)
		}
	}
	return all
}

// tryPatterns calls try for every pattern that can begin at a token, as long as it
// returns true.
func (r *reading) tryPatterns(from int, where scope, try func(p *pattern, i int) bool) bool {
	starts := &r.lexicon.starts
	for i := from; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.kind == numberToken && !r.tryStarting(starts.numbered, i, where, try) {
			return false
		}
		if !t.theme.meets(starts.begins) {
			continue
		}
		if t.theme.meets(firstWords) && t.entry >= 0 {
			if list := starts.literal[t.entry]; list > 0 && !r.tryStarting(starts.literals[list-1], i, where, try) {
				return false
			}
		}
		for half := range starts.begins {
			for set := t.theme[half] & starts.begins[half]; set != 0; set &= set - 1 {
				if !r.tryStarting(starts.themes[half*64+bits.TrailingZeros64(set)], i, where, try) {
					return false
				}
			}
		}
	}
	return true
}

func (r *reading) tryStarting(list []start, i int, where scope, try func(p *pattern, i int) bool) bool {
	for k := range list {
		s := &list[k]
		if s.scope&where == 0 || !s.needs.within(r.seen.theme) {
			continue
		}
		if p := &r.lexicon.patterns[s.pattern]; r.possible(p) && !try(p, i) {
			return false
		}
	}
	return true
}

// possible reports whether every theme that a pattern asks for occurs.
func (r *reading) possible(p *pattern) bool {
	for i := range p.elements {
		if e := &p.elements[i]; e.onlyTheme() && !e.theme.meets(r.seen.theme) {
			return false
		}
	}
	return true
}
