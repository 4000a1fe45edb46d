// Package cascade reads from a workspace who supports whom: a graph of teams,
// objectives and key results, and what is missing or wrong in it.
//
// A graph is a pure reading of a workspace at a date, and linear in its size.
// Nothing in it recurses, so that a chain of a hundred thousand objectives and a
// ring of as many can be read like any other. It says what the files say: support
// is an agreement between teams, and nothing is rolled up along it.
package cascade
