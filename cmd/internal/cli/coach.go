package cli

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/report"
)

type coach struct {
	output
	viewpoint
	as        string
	languages []string
}

func newCoach(env Env) *cobra.Command {
	c := &coach{output: output{env: env}}
	cmd := &cobra.Command{
		Use:   "coach TEXT...",
		Short: "Say how a sentence could become a better key result",
		Long: `Reads each TEXT as a key result, an objective or a note and says what stands in its way:
work in the place of a result, a change nobody could measure, one person, pay. Every
piece of advice names the words that decided and something to try.

A single - reads one statement per line from the standard input. No workspace is
needed; inside of one, its glossary, teams and products are known. Advice is no verdict:
whatever is found, the exit code is 0.`,
		Example: `  okr coach "Launch the new website"
  okr coach --as objective "Grow repeat orders by 20%"
  okr coach --format json - < ideas.txt`,
		GroupID: groupFiles,
		RunE:    func(_ *cobra.Command, args []string) error { return c.run(args) },
	}
	c.output.bind(cmd)
	flags := cmd.Flags()
	flags.StringVarP(&c.dir, "dir", "C", "", "the workspace's `directory` (default: the nearest with an okr.yaml upwards, if there is one)")
	c.bindRevision(flags)
	flags.StringVar(&c.as, "as", string(lint.KeyResult), "what the text is meant to be, a `kind`: "+strings.Join(kindNames(), ", "))
	flags.StringSliceVar(&c.languages, "language", language.Languages(), "`codes` of the languages that the text may be in")
	_ = cmd.RegisterFlagCompletionFunc("as", cobra.FixedCompletions(kindNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("language", cobra.FixedCompletions(language.Languages(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func kindNames() []string {
	var names []string
	for _, kind := range lint.Kinds() {
		names = append(names, string(kind))
	}
	return names
}

func (c *coach) run(args []string) error {
	if _, err := c.chosen(); err != nil {
		return err
	}
	if !slices.Contains(kindNames(), c.as) {
		return failed(among("kinds", kindNames(), c.as), "--as %s: there is no such kind of text", c.as)
	}
	for _, code := range c.languages {
		if !slices.Contains(language.Languages(), strings.ToLower(code)) {
			return failed(among("languages", language.Languages(), code), "--language %s: this language is not known", code)
		}
	}
	texts, err := c.texts(args)
	if err != nil {
		return err
	}
	understanding, err := c.understanding()
	if err != nil {
		return err
	}
	entries := make([]report.Coached, 0, len(texts))
	for _, text := range texts {
		entries = append(entries, report.Coached{Text: text, Advice: lint.Coach(understanding, lint.Kind(c.as), text)})
	}
	return c.print(report.Coach(entries))
}

// understanding reads the languages that were asked for, and knows the names of the
// workspace around, where there is one.
func (c *coach) understanding() (*language.Understanding, error) {
	understanding, err := language.Load(c.languages...)
	if err != nil {
		return nil, err
	}
	asked := c.dir != "" || c.rev != ""
	place, _, err := c.open(c.env)
	if err != nil {
		if !asked {
			return understanding, nil // a sentence needs no workspace
		}
		return nil, err
	}
	none := func(*okr.Cycle) bool { return false }
	result, err := load.Workspace(place.system, load.Options{Keep: none, Only: none})
	if err != nil {
		if !asked {
			return understanding, nil
		}
		return nil, place.unreadable(err)
	}
	return understanding.With(lint.Names(result.Workspace)), nil
}

// texts are the statements: the arguments, or the lines of the standard input.
func (c *coach) texts(args []string) ([]string, error) {
	switch {
	case len(args) == 0:
		return nil, failed(`write it in quotes, as in okr coach "Launch the new website", or use - to read lines`, "there is no text to coach")
	case slices.Equal(args, []string{"-"}):
		return lines(c.env.In)
	case slices.Contains(args, "-"):
		return nil, failed("give either texts or a single -", "- stands for the standard input and cannot be mixed with texts")
	}
	return args, nil
}

// longestLine is how many bytes a statement may have; a longer one is no sentence.
const longestLine = 1 << 20

// lines reads the lines of a stream; an empty one counts.
func lines(in io.Reader) ([]string, error) {
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, longestLine)
	var texts []string
	for scanner.Scan() {
		texts = append(texts, scanner.Text())
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, failed("give one statement per line", "a line of the standard input is longer than %d bytes", longestLine)
	case err != nil:
		return nil, failed("", "the standard input cannot be read: %v", err)
	}
	return texts, nil
}
