//go:build !race

package language

const raced = false
