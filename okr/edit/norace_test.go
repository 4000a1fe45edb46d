//go:build !race

package edit

// generated is how many documents the laws of Format are tried on, deletions those
// of DeleteEntry.
const generated, deletions = 20_000, 4000
