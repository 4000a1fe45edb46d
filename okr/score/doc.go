// Package score reads how far the objectives of a cycle have come at a date.
//
// A [Reading] is a pure value made of a workspace, its past, a cycle and a date.
// What is dated after the date has not happened. Every result carries two
// definitions of its key result: the official one, as it was published, and the
// one in force, as amendments have made it; the distance between the two scores
// says how much of a change is the world's and how much is the goalpost's.
//
// # The order of operations
//
//  1. definitions: published and in force (terms.go, published.go)
//  2. the check-ins that count (window.go)
//  3. raw and score of each key result (keyresult.go; the arithmetic is in package metric)
//  4. special states: cancelled, deferred, unmeasured (state.go)
//  5. the mean of an objective, its guardrails, band and verdict (objective.go, band.go)
//  6. teams and the cycle (rollup.go)
//  7. calibration over closed cycles (calibrate.go)
//
// Confidence, pace and forecast stand beside a score and never in it. Nothing is
// rounded before it is shown ([Shown]). Unknown is nil and never 0. Children do
// not roll up into parents, and teams are in the order of the tree, never in the
// order of their scores.
package score
