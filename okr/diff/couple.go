package diff

// couples are the things of one kind that are the same before and after, in both
// directions.
type couples[T comparable] struct {
	toAfter, toBefore map[T]T
	// guessed are things after that are known again by their looks alone: they have
	// another id, and no former name says so.
	guessed map[T]bool
}

func newCouples[T comparable]() couples[T] {
	return couples[T]{toAfter: make(map[T]T), toBefore: make(map[T]T), guessed: make(map[T]bool)}
}

// join notes that two things are the same, unless one of them has its other half.
func (c couples[T]) join(before, after T) {
	_, left := c.toAfter[before]
	_, right := c.toBefore[after]
	if !left && !right {
		c.toAfter[before], c.toBefore[after] = after, before
	}
}

// leftBefore are those of the things before that have no other half.
func (c couples[T]) leftBefore(things []named[T]) []named[T] { return left(things, c.toAfter) }

// leftAfter are those of the things after that have no other half.
func (c couples[T]) leftAfter(things []named[T]) []named[T] { return left(things, c.toBefore) }

func left[T comparable](things []named[T], taken map[T]T) []named[T] {
	var rest []named[T]
	for _, n := range things {
		if _, ok := taken[n.thing]; !ok {
			rest = append(rest, n)
		}
	}
	return rest
}

// named is a thing with the name it has and the one it had; empty where it has none.
type named[T comparable] struct {
	thing        T
	name, former string
}

// byName joins things by what they are called: today's names before former ones. A
// former name counts on both sides, so that taking a rename back is no loss either.
// Of several with one name the first goes with the first.
func (c couples[T]) byName(before, after []named[T]) {
	name := func(n named[T]) string { return n.name }
	former := func(n named[T]) string { return n.former }
	c.pass(before, after, name, name)
	c.pass(before, after, name, former)
	c.pass(before, after, former, name)
	c.pass(before, after, former, former)
}

func (c couples[T]) pass(before, after []named[T], of, to func(named[T]) string) {
	before, after = c.leftBefore(before), c.leftAfter(after)
	if len(before) == 0 || len(after) == 0 {
		return
	}
	waiting := make(map[string][]T, len(after))
	for _, n := range after {
		if key := to(n); key != "" {
			waiting[key] = append(waiting[key], n.thing)
		}
	}
	for _, n := range before {
		if found := waiting[of(n)]; len(found) > 0 {
			c.join(n.thing, found[0])
			waiting[of(n)] = found[1:]
		}
	}
}

// byLooks joins things that look the same, where only one on each side does. The names
// hold what they look like.
func (c couples[T]) byLooks(before, after []named[T]) {
	before, after = c.leftBefore(before), c.leftAfter(after)
	count := func(things []named[T]) map[string]int {
		counts := make(map[string]int, len(things))
		for _, n := range things {
			counts[n.name]++
		}
		return counts
	}
	times, others := count(before), count(after)
	alike := make(map[string]T)
	for _, n := range after {
		if n.name != "" && times[n.name] == 1 && others[n.name] == 1 {
			alike[n.name] = n.thing
		}
	}
	for _, n := range before {
		if other, ok := alike[n.name]; ok {
			c.join(n.thing, other)
			c.guessed[other] = true
		}
	}
}
