package language

// quantity is a number in its sentence: what it measures and which part it plays.
type quantity struct {
	at, end int // tokens: the first and the one after the last, unit included
	value   float64
	number  int32 // among the scanner's numbers; -1 for a number word
	flags   quantityFlag
	pair    int // 1 + the other end of a from-to pair
}

type quantityFlag uint32

const (
	isDate     quantityFlag = 1 << iota // a day, a month, a year
	isLabel                             // part of a name: phase 2, v3.1, 30-day
	isPercent                           // per cent of something
	isPoints                            // percentage points, points of a score
	isMoney                             //
	isDuration                          // with a unit of time
	isUnit                              // with another unit of measure: 25 MiB/s
	isBound                             // under 5, at least 3
	isAtMost                            //
	isAtLeast                           //
	isStep                              // by 5
	isFrom                              // the start of a pair, or what holds now
	isTo                                // the end of a pair
	isRate                              // per week
	isWithin                            // within 3 days
	isOutOf                             // 4.4 / 5
	isSpelled                           // no digits: three, double, none
	isEvery                             // all, each, every: a check without a number
	isDeadline                          // within the time that is given: "by 3 May", "in 2 weeks"
	isMultiple                          // 3x, double
)

func (q *quantity) is(f quantityFlag) bool { return q.flags&f != 0 }

// measures reports whether the quantity is a level, not a date or a label.
func (q *quantity) measures() bool {
	return q.flags&(isDate|isDeadline) == 0 && (q.flags&isLabel == 0 || q.flags&isBound != 0)
}

// graded reports whether the quantity is more than a plain count.
func (q *quantity) graded() bool {
	return q.measures() && q.flags&(gradedFlags|isBound) != 0
}

// gradedFlags are those of quantities that no count of things has.
const gradedFlags = isPercent | isPoints | isMoney | isDuration | isUnit | isRate | isOutOf | isFrom | isTo | isMultiple
