// Package metric is what a key result measures and how a reading becomes a
// score: exact numbers, the kinds of measure, and the arithmetic of each.
//
// Everything here is a pure value or a pure function of values. A [Definition]
// says what is measured, a [Policy] how an organisation wants it counted, a
// slice of [Reading] what has been observed so far, oldest first and already
// chosen by date; [Score] turns the three into an [Outcome]. Which readings
// count, what is official after an amendment, and what an unmeasured key result
// is worth after its cycle are the business of the callers.
//
// Arithmetic is exact. A [Number] is the rational that the written decimal
// stands for, so 99.3 to 99.9 at 99.6 is one half and not a little less.
// Rounding happens once, when a number is shown.
//
// # How to add a kind of measure
//
// Write one file with one [Kind] literal and add one line to the table in
// kinds.go. The tests find a literal that the table does not know, and hold
// every kind to the same laws: a score lies in 0…1, the target maps to 1, and
// moving towards the target never makes it worse.
package metric
