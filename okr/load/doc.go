// Package load reads a workspace: it finds the files, reads each into a tree,
// holds the tree against the schema, decodes it into the vocabulary, and then
// sees what the files mean together.
//
// # The road of a file
//
// Workers take one document at a time: bytes, tree, form, values, and what can be
// said about the document alone. Then tree and bytes are dropped; what is kept
// are the values and two offsets for each. When all documents stand, one pass
// over them resolves the addresses and looks for what only shows between files.
//
// Findings are of form (from reading and from the schema) and of meaning (from
// here). What form has said about a part of a file, meaning does not say again:
// a key result with a broken metric is left out, and a link to it is not called
// dangling.
//
// # How to add a field
//
// A field has three homes: the schema, a type of the vocabulary, and the function
// here that reads that type, as one more case of its switch. A test reads every
// property of both schemas and finds a forgotten one.
package load
