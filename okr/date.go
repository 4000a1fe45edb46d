package okr

import (
	"fmt"
	"time"
)

// Date is a civil date: a day of the calendar without a time or a time zone, so
// that no zone can move a quarter. The zero Date is no date; it stands before
// all others. The value counts days, so dates compare and subtract as numbers.
type Date int32

// epoch is the day before the first one that can be written, so that the zero
// Date is none of them.
var epoch = time.Date(0, time.December, 31, 0, 0, 0, 0, time.UTC).Unix()

const secondsPerDay = 24 * 60 * 60

// NewDate is the date of a year, month and day; days past the end of a month
// run on into the next, as in time.Date.
func NewDate(year int, month time.Month, day int) Date {
	return Date((time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() - epoch) / secondsPerDay)
}

// ParseDate reads a date written as 2026-08-15. It fails for any other form and
// for days that do not exist.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("%q is not a date: write year-month-day, as 2026-08-15", text)
	}
	return NewDate(t.Date()), nil
}

// DateOf is the civil date of a moment in the moment's own location.
func DateOf(t time.Time) Date { return NewDate(t.Date()) }

// String is the date as 2026-08-15; empty for the zero Date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.time().Format(time.DateOnly)
}

// Year is that of the calendar.
func (d Date) Year() int { return d.time().Year() }

// Month is that of the calendar.
func (d Date) Month() time.Month { return d.time().Month() }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

func (d Date) time() time.Time { return time.Unix(int64(d)*secondsPerDay+epoch, 0).UTC() }
