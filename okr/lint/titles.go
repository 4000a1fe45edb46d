package lint

import "github.com/okrs-as-code/okrs/okr/cascade"

// about is what a title is about; it is not to be written.
func (r *Reading) about(title string) cascade.Bag {
	return r.titles.of(title, func() cascade.Bag { return cascade.BagOf(title) })
}
