package diag

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"runtime"
	"slices"
	"strconv"
	"sync"
)

// Finish sorts findings by path, line, column, rule and message, drops what is said
// twice, and gives each its fingerprint: the first 16 hexadecimal digits of SHA-256
// over rule, subject and ordinal among equals. The given slice may be used for the
// result.
func Finish(findings []Finding) []Finding {
	findings = sorted(findings)
	marks(findings, ordinals(findings))
	return findings
}

// sorted are the findings in order, each once. Mostly they are in order already, and
// a finding is large: so they are moved only where they have to be.
func sorted(findings []Finding) []Finding {
	ascending := true
	for i := 1; i < len(findings) && ascending; i++ {
		ascending = Compare(&findings[i-1], &findings[i]) < 0
	}
	if ascending {
		return findings
	}
	order := make([]int32, len(findings))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return Compare(&findings[a], &findings[b]) })
	order = slices.CompactFunc(order, func(a, b int32) bool { return Compare(&findings[a], &findings[b]) == 0 })
	moved := make([]Finding, len(order))
	for i, from := range order {
		moved[i] = findings[from]
	}
	return moved
}

// Compare is the order of findings: negative where a comes first, 0 where the two say
// the same of the same place.
func Compare(a, b *Finding) int {
	if order := cmp.Compare(a.Path, b.Path); order != 0 {
		return order
	}
	if a.Line != b.Line || a.Column != b.Column {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	}
	if order := cmp.Compare(a.Rule, b.Rule); order != 0 {
		return order
	}
	if order := cmp.Compare(a.Message, b.Message); order != 0 {
		return order
	}
	return cmp.Compare(a.Subject, b.Subject)
}

// ordinals tell the findings of one rule and subject apart, from 0, in their order.
func ordinals(findings []Finding) []int32 {
	type key struct{ rule, subject string }
	seen := make(map[key]int32, len(findings))
	ordinals := make([]int32, len(findings))
	for i := range findings {
		at := key{findings[i].Rule, findings[i].Subject}
		n := seen[at]
		ordinals[i] = n
		seen[at] = n + 1
	}
	return ordinals
}

// marks gives the findings their fingerprints, on all cores where they are many.
func marks(findings []Finding, ordinals []int32) {
	const stretch = 2048
	if len(findings) <= stretch || runtime.GOMAXPROCS(0) == 1 {
		mark(findings, ordinals)
		return
	}
	var group sync.WaitGroup
	share := max(stretch, (len(findings)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	for from := 0; from < len(findings); from += share {
		to := min(from+share, len(findings))
		group.Go(func() { mark(findings[from:to], ordinals[from:to]) })
	}
	group.Wait()
}

func mark(findings []Finding, ordinals []int32) {
	var text []byte
	var digits [16]byte
	for i := range findings {
		f := &findings[i]
		text = append(append(text[:0], f.Rule...), 0)
		text = append(append(text, f.Subject...), 0)
		text = strconv.AppendInt(text, int64(ordinals[i]), 10)
		sum := sha256.Sum256(text)
		hex.Encode(digits[:], sum[:8])
		f.Fingerprint = string(digits[:])
	}
}
