// Package language understands one statement: a key result, an objective or a
// note.
//
// It reads the words, finds out which of them is the verb and in which sense,
// what is counted and whose doing that is, which numbers are levels and which
// are dates or labels, and then decides what the statement says about itself: a
// task in the place of a result, a change that nobody could measure, a person,
// pay, a contest. Every decision is a [Sign] that carries the words which
// decided. There is no model and no chance in it: the same words give the same
// signs.
//
// What is known about a language is data: word lists and patterns under
// lexicon, one folder a language. The code knows the grammar of a language in
// one file each, and decides in terms of classes of words that all languages
// share.
package language
