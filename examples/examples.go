// Package examples holds example organisations, embedded in the program so that
// a newcomer has real input before writing any.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed all:acme all:smells
var files embed.FS

// Acme is the workspace of an invented company: a year of objectives of nine
// teams, with everything in them that the file format can say.
func Acme() fs.FS { return folder("acme") }

// Smells is the workspace of another invented company, in which every rule of the
// linter speaks at least once on 2026-08-15: mistakes as they look in real life,
// each with a comment that says what would be better.
func Smells() fs.FS { return folder("smells") }

func folder(name string) fs.FS {
	inside, err := fs.Sub(files, name)
	if err != nil {
		return files // the name is valid, or the program would not have compiled
	}
	return inside
}
