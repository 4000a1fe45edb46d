package lint

import "github.com/okrs-as-code/okrs/okr/cascade"

// words are what a title is about, as [cascade.Words] has them; they are not to be
// changed.
func (r *Reading) words(title string) []string {
	return r.titles.of(title, func() []string { return cascade.Words(title) })
}
