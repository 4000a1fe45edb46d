package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/language"
)

// Names are the words that a workspace explains itself: its glossary, its teams
// and what they offer.
func Names(ws *okr.Workspace) language.Names {
	names := language.Names{Glossary: append([]string{ws.Organization}, ws.Settings.Lint.Glossary...)}
	for _, t := range ws.Teams {
		names.Teams = append(names.Teams, t.Name.V, t.ID.V)
		for _, product := range t.Products {
			names.Products = append(names.Products, product.V)
		}
	}
	return names
}
