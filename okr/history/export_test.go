package history

// Held is how many contents are known, and how many bytes of them are kept.
func (p *Past) Held() (contents, bytes int) {
	p.pages.mu.Lock()
	defer p.pages.mu.Unlock()
	for _, g := range p.pages.byHash {
		g.mu.Lock()
		bytes += len(g.data)
		g.mu.Unlock()
	}
	return len(p.pages.byHash), bytes
}

// Shares reports whether two pasts have their contents in common.
func Shares(a, b *Past) bool { return a.pages == b.pages }
