package okr_test

import (
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr"
)

func TestParseDate(t *testing.T) {
	for _, text := range []string{"2026-08-15", "0001-01-01", "2024-02-29", "9999-12-31"} {
		date, err := okr.ParseDate(text)
		if err != nil || date.String() != text || date.IsZero() {
			t.Errorf("ParseDate(%q) = %v, %v", text, date, err)
		}
	}
	for _, text := range []string{
		"", "2026-02-29", "2026-13-01", "2026-1-1", "15.08.2026", "2026-08-15T00:00:00Z", "0000-12-31", "-001-01-01", "20260815", "2026-08-15 ",
	} {
		if date, err := okr.ParseDate(text); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", text, date)
		}
	}
}

func TestDatesAreDays(t *testing.T) {
	eve, day := okr.NewDate(2023, time.December, 31), okr.NewDate(2024, time.January, 1)
	if day-eve != 1 {
		t.Errorf("New Year is %d days after its eve, want 1", day-eve)
	}
	if got := okr.NewDate(2024, time.March, 0).String(); got != "2024-02-29" {
		t.Errorf("the day before March 2024 is %s, want 2024-02-29", got)
	}
	if leap := okr.NewDate(2025, time.January, 1) - day; leap != 366 {
		t.Errorf("2024 has %d days, want 366", leap)
	}
	if day.Year() != 2024 || day.Month() != time.January {
		t.Errorf("%s is in %d-%d", day, day.Year(), day.Month())
	}
	var none okr.Date
	if !none.IsZero() || none.String() != "" || none >= okr.NewDate(1, time.January, 1) {
		t.Errorf("the zero date is %q and must stand before all others", none)
	}
}

func TestNoTimeZoneMovesADate(t *testing.T) {
	late := time.Date(2026, time.June, 30, 23, 30, 0, 0, time.FixedZone("west", -11*60*60))
	early := time.Date(2026, time.June, 30, 0, 30, 0, 0, time.FixedZone("east", 14*60*60))
	for _, moment := range []time.Time{late, early} {
		if got := okr.DateOf(moment).String(); got != "2026-06-30" {
			t.Errorf("DateOf(%s) = %s, want 2026-06-30", moment, got)
		}
	}
}
