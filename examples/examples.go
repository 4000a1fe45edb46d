// Package examples holds example organisations, embedded in the program so that
// a newcomer has real input before writing any.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed all:acme
var files embed.FS

// Acme is the workspace of an invented company: a year of objectives of nine
// teams, with everything in them that the file format can say.
func Acme() fs.FS {
	acme, err := fs.Sub(files, "acme")
	if err != nil {
		return files // the name is valid, or the program would not have compiled
	}
	return acme
}
