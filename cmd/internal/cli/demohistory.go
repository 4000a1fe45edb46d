package cli

import (
	"bytes"
	"fmt"
	"io/fs"
	"time"

	"github.com/okrs-as-code/okrs/examples"
	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/replay"
)

// demoBranch is where the example pull request lies, beside main.
const demoBranch = "proposal"

// writeDemo makes the example a git repository: its history on main, which is
// checked out, the tags, and the proposal. All of it is the same each time, the
// hashes included.
func writeDemo(dir string) (err error) {
	steps, err := replay.Steps(examples.Acme(), demoScript())
	if err != nil {
		return err
	}
	opened, err := origin.Create(dir)
	if err != nil {
		return err
	}
	defer func() {
		if closing := opened.Close(); err == nil {
			err = closing
		}
	}()
	repository := opened.As("Acme", "okr@acme.example")
	head, err := writeSteps(repository, steps)
	if err != nil {
		return err
	}
	if err := repository.CheckOut(); err != nil {
		return err
	}
	return writeProposal(repository, head, steps[len(steps)-1].When)
}

// writeSteps commits a replay to the branch that is checked out, which moves once.
func writeSteps(repository *origin.Repository, steps []replay.Step) (head origin.Hash, err error) {
	for i, step := range steps {
		draft := origin.Draft{Files: step.Files, Message: step.Message, When: step.When}
		if i > 0 {
			draft.Parents = []origin.Hash{head}
		}
		write := repository.Record
		if i == len(steps)-1 {
			write = repository.Write
		}
		if head, err = write(draft); err != nil {
			return head, err
		}
		for _, tag := range step.Tags {
			if _, err := repository.CreateTag(tag.Name, head, tag.Message, tag.When); err != nil {
				return head, err
			}
		}
	}
	return head, nil
}

// writeProposal commits the example pull request to its branch, an hour after the last
// commit of main.
func writeProposal(repository *origin.Repository, head origin.Hash, last time.Time) error {
	files := make(map[string][]byte)
	for _, r := range demoProposal() {
		data, ok := files[r.path]
		if !ok {
			var err error
			if data, err = fs.ReadFile(examples.Acme(), r.path); err != nil {
				return err
			}
		}
		if bytes.Count(data, []byte(r.now)) != 1 {
			return fmt.Errorf("the proposal does not fit %s", r.path)
		}
		files[r.path] = bytes.Replace(data, []byte(r.now), []byte(r.then), 1)
	}
	_, err := repository.Write(origin.Draft{
		Branch:  demoBranch,
		Parents: []origin.Hash{head},
		Files:   files,
		Message: "Be realistic about the second half of the quarter",
		When:    last.Add(time.Hour),
	})
	return err
}
