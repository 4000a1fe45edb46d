package load

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// link is an address, not yet followed.
func (d *decoder) link(n *tree.Node) okr.Link {
	if n.Kind != tree.String {
		d.slip(n, "an address is expected here, such as team/cycle/objective")
		return okr.Link{}
	}
	if _, err := okr.ParseAddress(n.Text); err != nil {
		d.slip(n, err.Error())
		return okr.Link{}
	}
	return okr.Link{Address: d.name(n)}
}

// linkTo is an address that few things have; nil where it cannot be read.
func (d *decoder) linkTo(n *tree.Node) *okr.Link {
	link := d.link(n)
	if !link.Address.Written() {
		return nil
	}
	at := d.links.one()
	*at = link
	return at
}

func (d *decoder) linkList(n *tree.Node) []okr.Link {
	items := d.items(n)
	list := d.links.take(len(items))[:0]
	for _, item := range items {
		if link := d.link(item); link.Address.Written() {
			list = append(list, link)
		}
	}
	return list
}

// dependencyList holds addresses, or mappings with more about them.
func (d *decoder) dependencyList(n *tree.Node) []okr.Dependency {
	items := d.items(n)
	list := d.dependencies.take(len(items))[:0]
	for _, item := range items {
		entry := okr.Dependency{Span: item.Span}
		if item.Kind == tree.String {
			entry.On = d.link(item)
		} else {
			d.dependency(item, &entry)
		}
		if entry.On.Address.Written() || entry.Outside.Written() {
			list = append(list, entry)
		}
	}
	return list
}

func (d *decoder) dependency(n *tree.Node, entry *okr.Dependency) {
	pairs := d.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "on":
			entry.On = d.link(p.Value)
		case "outside":
			entry.Outside = d.sentence(p.Value)
		case "needed_by":
			entry.NeededBy = d.day(p.Value)
		case "note":
			entry.Note = d.sentence(p.Value)
		default:
			d.unknown(p)
		}
	}
}

// enableList holds addresses, or mappings with more about them.
func (d *decoder) enableList(n *tree.Node) []okr.Enable {
	items := d.items(n)
	list := d.enables.take(len(items))[:0]
	for _, item := range items {
		entry := okr.Enable{Span: item.Span}
		if item.Kind == tree.String {
			entry.For = d.link(item)
		} else {
			d.enable(item, &entry)
		}
		if entry.For.Address.Written() {
			list = append(list, entry)
		}
	}
	return list
}

func (d *decoder) enable(n *tree.Node, entry *okr.Enable) {
	pairs := d.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "for":
			entry.For = d.link(p.Value)
		case "by":
			entry.By = d.day(p.Value)
		case "declined":
			entry.Declined = d.sentence(p.Value)
		default:
			d.unknown(p)
		}
	}
}
