package origin

import (
	"fmt"
	"strconv"
	"strings"
)

// RevisionError says why a text names no commit, and what to write instead.
type RevisionError struct {
	Text    string // as it was given
	Problem string
	Remedy  string
	Unknown bool // well written, and no such thing is here
}

// Error is the text, what is wrong and what to do.
func (e *RevisionError) Error() string {
	message := fmt.Sprintf("revision %q: %s", e.Text, e.Problem)
	if e.Remedy != "" {
		message += ": " + e.Remedy
	}
	return message
}

// revision is a text of the grammar
//
//	revision = ( name | hash | "HEAD" | "@" ) [ "@{upstream}" | "@{u}" ] { step }
//	step     = "~" [ number ] | "^" [ number ] | "^{}" | "^{commit}"
//
// gitrevisions(7) has more; all of it is refused by name, since an answer that is
// wrong in silence is worse than none.
type revision struct {
	text     string
	base     string
	upstream bool
	steps    []step
}

// step goes from a commit to an older one: along n first parents, or to its n-th
// parent.
type step struct {
	parent bool // to the n-th parent; otherwise along first parents
	n      int
}

// mostSteps is the largest number after "~"; no history is longer.
const mostSteps = 10_000_000

const plain = "write a branch, a tag, a hash or HEAD, then ~n or ^n"

// refused are the forms of git that are told by a piece of text they contain,
// in the order they are looked for.
var refused = []struct{ piece, problem, remedy string }{
	{"..", "is a range of commits", "write one revision"},
	{"@{-", "means a branch that was checked out earlier, which is not read here", "write its name"},
	{"@{push}", "means the branch pushed to, which is not read here", "write its name, as in origin/main"},
	{"^{/", "searches in commit messages, which is not done here", plain},
	{"^{tree}", "names a tree, and a commit is needed", plain},
	{"^{blob}", "names a file, and a commit is needed", plain},
	{"^@", "names several commits", "write ^1 or ^2 for one parent"},
	{"^!", "is a range of commits", "write one revision"},
	{"^-", "is a range of commits", "write one revision"},
}

// parseRevision reads a revision, or says what is wrong with it.
func parseRevision(text string) (revision, error) {
	r := revision{text: text}
	if err := r.refuse(); err != nil {
		return r, err
	}
	end := strings.IndexAny(text, "~^")
	if end < 0 {
		end = len(text)
	}
	r.base = text[:end]
	if err := r.reflog(); err != nil {
		return r, err
	}
	if r.base == "" || r.base == "@" {
		if r.base == "" && !r.upstream {
			return r, r.wrong("does not say where to start", plain)
		}
		r.base = "HEAD"
	}
	if !validName(r.base) {
		return r, r.wrong("is not a name that git allows", plain)
	}
	return r, r.climb(text[end:])
}

func (r *revision) wrong(problem, remedy string) error {
	return &RevisionError{Text: r.text, Problem: problem, Remedy: remedy}
}

// refuse answers the forms of git that are told at a glance.
func (r *revision) refuse() error {
	switch text := r.text; {
	case text == "":
		return r.wrong("is empty", plain)
	case strings.HasPrefix(text, "-"):
		return r.wrong("begins with -, as an option does", plain)
	case strings.HasPrefix(text, ":/"):
		return r.wrong("searches in commit messages, which is not done here", plain)
	case strings.Contains(text, ":"):
		return r.wrong("names a file in a commit, and a commit is needed", "leave out the part from the colon on")
	case strings.HasPrefix(text, "^"):
		return r.wrong("leaves commits out, which only a range can", plain)
	}
	for _, form := range refused {
		if strings.Contains(r.text, form.piece) {
			return r.wrong(form.problem, form.remedy)
		}
	}
	return nil
}

// reflog reads @{upstream} and refuses its relatives, which depend on what was
// done in this clone.
func (r *revision) reflog() error {
	at := strings.Index(r.base, "@{")
	if at < 0 {
		return nil
	}
	word := r.base[at:]
	if !strings.EqualFold(word, "@{upstream}") && !strings.EqualFold(word, "@{u}") {
		return r.wrong("asks what stood there earlier in this clone, which is not read here", "write the hash of the commit, or ~n for n commits before")
	}
	r.base, r.upstream = r.base[:at], true
	return nil
}

// climb reads the steps.
func (r *revision) climb(text string) error {
	for text != "" {
		mark := text[0]
		if mark != '~' && mark != '^' {
			return r.wrong(fmt.Sprintf("goes on with %q, which means nothing here", text), plain)
		}
		text = text[1:]
		if mark == '^' && strings.HasPrefix(text, "{") {
			inside, rest, _ := strings.Cut(text[1:], "}")
			if inside != "" && inside != "commit" || !strings.Contains(text, "}") {
				return r.wrong("asks for something else than a commit", plain)
			}
			text = rest
			continue
		}
		digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
		n := 1
		if digits > 0 {
			var err error
			if n, err = strconv.Atoi(text[:digits]); err != nil || n > mostSteps {
				return r.wrong("goes back further than any history", plain)
			}
		}
		text = text[digits:]
		r.steps = append(r.steps, step{parent: mark == '^', n: n})
	}
	return nil
}

// validName holds a name to git-check-ref-format(1).
func validName(name string) bool {
	if name == "" || name == "@" || strings.HasPrefix(name, "-") || strings.HasSuffix(name, ".") ||
		strings.Contains(name, "..") || strings.Contains(name, "@{") || strings.ContainsAny(name, " ~^:?*[\\\x7f") {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || strings.HasPrefix(part, ".") || strings.HasSuffix(part, ".lock") {
			return false
		}
	}
	return !strings.ContainsFunc(name, func(r rune) bool { return r < ' ' })
}
