package okr_test

import (
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr"
)

func TestNamesOfCyclesAreDates(t *testing.T) {
	january, april := okr.Calendar{FiscalYearStart: 1}, okr.Calendar{FiscalYearStart: 4}
	april1 := okr.Calendar{FiscalYearStart: 4, NamedByStart: true}
	for _, test := range []struct {
		calendar   okr.Calendar
		id         string
		start, end string
	}{
		{january, "2026", "2026-01-01", "2026-12-31"},
		{january, "2026-H1", "2026-01-01", "2026-06-30"},
		{january, "2026-H2", "2026-07-01", "2026-12-31"},
		{january, "2026-T1", "2026-01-01", "2026-04-30"},
		{january, "2026-T3", "2026-09-01", "2026-12-31"},
		{january, "2026-Q1", "2026-01-01", "2026-03-31"},
		{january, "2026-Q4", "2026-10-01", "2026-12-31"},
		{january, "2024-02", "2024-02-01", "2024-02-29"},
		{okr.Calendar{}, "2026-Q1", "2026-01-01", "2026-03-31"},
		{april, "2026", "2025-04-01", "2026-03-31"},
		{april, "2026-Q1", "2025-04-01", "2025-06-30"},
		{april, "2026-Q4", "2026-01-01", "2026-03-31"},
		{april, "2026-H2", "2025-10-01", "2026-03-31"},
		{april, "2026-07", "2026-07-01", "2026-07-31"},
		{april1, "2026", "2026-04-01", "2027-03-31"},
		{april1, "2026-Q4", "2027-01-01", "2027-03-31"},
		{april1, "2026-12", "2026-12-01", "2026-12-31"},
	} {
		c, ok := test.calendar.Cycle(test.id)
		if !ok {
			t.Errorf("%+v knows no cycle %s", test.calendar, test.id)
			continue
		}
		if c.ID != test.id || c.Start.String() != test.start || c.End.String() != test.end {
			t.Errorf("%+v: %s runs from %s to %s, want %s to %s", test.calendar, test.id, c.Start, c.End, test.start, test.end)
		}
	}
	for _, id := range []string{
		"", "26", "02026", "0000", "2026-", "2026-Q0", "2026-Q5", "2026-H3", "2026-T4", "2026-q3", "2026-13", "2026-00", "2026-7",
		"2026-Q3-draft", "2026-X1", "2026-Q", "2026-Q33", "20x6", "spring-launch", "+026", "2026-+1",
	} {
		if c, ok := january.Cycle(id); ok {
			t.Errorf("%q is the cycle from %s to %s, want none", id, c.Start, c.End)
		}
	}
	if c, ok := april.Cycle("0001"); ok {
		t.Errorf("a fiscal year before the first year begins on %q, want none", c.Start)
	}
}

func TestStatesFollowFromDates(t *testing.T) {
	c := &okr.Cycle{ID: "2026-Q3", Start: day("2026-07-01"), End: day("2026-09-30"), Grace: 14}
	for _, test := range []struct{ at, want string }{
		{"2026-06-30", "draft"},
		{"2026-07-01", "settling"},
		{"2026-07-14", "settling"},
		{"2026-07-15", "running"},
		{"2026-09-30", "running"},
		{"2026-10-01", "closing"},
		{"2026-10-14", "closing"},
		{"2026-10-15", "closed"},
	} {
		if got := c.State(day(test.at)).String(); got != test.want {
			t.Errorf("on %s the cycle is %s, want %s", test.at, got, test.want)
		}
	}
	if c.PublishBy() != day("2026-07-14") || c.Days() != 92 {
		t.Errorf("the cycle of %d days is published by %s, want 92 and 2026-07-14", c.Days(), c.PublishBy())
	}
}

func TestAGraceLongerThanTheCycleEndsWithIt(t *testing.T) {
	c := &okr.Cycle{Start: day("2026-07-01"), End: day("2026-07-10"), Grace: 14}
	if got := c.State(day("2026-07-10")); got != okr.Settling {
		t.Errorf("on its last day it is %s, want settling", got)
	}
	if got := c.State(day("2026-07-11")); got != okr.Closing {
		t.Errorf("the day after it is %s, want closing", got)
	}
}

func TestCyclesContainEachOther(t *testing.T) {
	calendar := okr.Calendar{FiscalYearStart: 1}
	year, _ := calendar.Cycle("2026")
	quarter, _ := calendar.Cycle("2026-Q3")
	third, _ := calendar.Cycle("2026-T2")
	if !year.Includes(quarter) || quarter.Includes(year) || !quarter.Includes(quarter) {
		t.Error("a year includes its quarters, not the reverse, and a cycle itself")
	}
	if third.Includes(quarter) || !third.Overlaps(quarter) || !quarter.Overlaps(third) {
		t.Error("the second third and the third quarter overlap without containing each other")
	}
	if !quarter.Contains(day("2026-07-01")) || !quarter.Contains(day("2026-09-30")) || quarter.Contains(day("2026-10-01")) {
		t.Error("the first and the last day belong to a cycle, the next does not")
	}
}

func day(text string) okr.Date {
	date, err := okr.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return date
}

// quarter is the third one of 2026.
var quarter = &okr.Cycle{ID: "2026-Q3", Start: okr.NewDate(2026, time.July, 1), End: okr.NewDate(2026, time.September, 30)}
