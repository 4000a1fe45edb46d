//go:build race

package edit

// generated is fewer where the race detector makes each take ten times as long.
const generated, deletions = 2000, 400
