//go:build race

package language

// raced: the race detector makes pools forget, so that nothing can be said about
// allocations.
const raced = true
