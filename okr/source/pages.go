package source

// Pages gives the lines of files whose bytes may have been let go. It keeps those
// of the latest two, since what is said about files comes in their order, and a
// second place that belongs to it is mostly in one other. The zero value is ready;
// it is not for several goroutines.
type Pages struct {
	latest, before *File
	lines, older   *Lines
}

// NewPages is Pages with the lines of one file at hand.
func NewPages(file *File, lines *Lines) *Pages { return &Pages{latest: file, lines: lines} }

// Of is the lines of a file.
func (p *Pages) Of(file *File) *Lines {
	switch file {
	case p.latest:
	case p.before:
		p.latest, p.before, p.lines, p.older = p.before, p.latest, p.older, p.lines
	default:
		p.before, p.older = p.latest, p.lines
		p.latest, p.lines = file, file.Lines()
	}
	return p.lines
}
