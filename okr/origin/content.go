package origin

import "github.com/go-git/go-git/v5/plumbing"

// HashOf is the name that git gives to a content: a file with these bytes has it.
func HashOf(content []byte) Hash { return Hash(plumbing.ComputeHash(plumbing.BlobObject, content)) }
