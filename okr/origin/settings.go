package origin

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/config"
)

// extensions are those whose repositories are read here as any other. The value
// is the only one accepted; empty accepts all.
var extensions = map[string]string{
	"noop":              "",
	"noop-v1":           "",
	"partialclone":      "",
	"preciousobjects":   "",
	"worktreeconfig":    "",
	"relativeworktrees": "",
	"objectformat":      "sha1",
	"refstorage":        "files",
}

// readSettings reads a configuration file of git; an absent one is empty. What
// it includes is not read.
func readSettings(name string) (*config.Config, error) {
	settings := config.New()
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return settings, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if err := config.NewDecoder(file).Decode(settings); err != nil {
		return nil, fmt.Errorf("%s cannot be read as a configuration of git: %w", name, err)
	}
	return settings, nil
}

// supported refuses repositories whose form is not read here, by name.
func supported(settings *config.Config) error {
	const sha1Remedy = "clone it into a repository made with git init --object-format=sha1"
	version := settings.Section("core").Option("repositoryformatversion")
	if version != "" && version != "0" && version != "1" {
		return &UnsupportedError{"repository format " + version, "use a newer release of this program"}
	}
	for _, option := range settings.Section("extensions").Options {
		name, value := strings.ToLower(option.Key), strings.ToLower(option.Value)
		only, known := extensions[name]
		switch {
		case known && (only == "" || only == value):
		case name == "objectformat":
			return &UnsupportedError{"object names of the kind " + value, sha1Remedy}
		case name == "refstorage":
			return &UnsupportedError{"references kept as " + value, "run git refs migrate --ref-format=files"}
		case version == "1":
			return &UnsupportedError{"the extension " + option.Key, "use a newer release of this program"}
		}
	}
	return nil
}

// partial reports whether objects may have been left with a remote.
func partial(settings *config.Config) bool {
	if settings.Section("extensions").HasOption("partialclone") {
		return true
	}
	for _, remote := range settings.Section("remote").Subsections {
		if strings.EqualFold(remote.Option("promisor"), "true") {
			return true
		}
	}
	return false
}

// includes reports whether a configuration goes on in files that were not read.
func includes(settings *config.Config) bool {
	for _, section := range settings.Sections {
		if section.IsName("include") || section.IsName("includeIf") {
			return true
		}
	}
	return false
}

// identity is whom git would name as the maker of a commit or a tag: git objects
// demand a name. Where nothing is configured it is this program.
func (r *Repository) identity() string {
	if r.signature != "" {
		return r.signature
	}
	name, address := "okr", "okr@localhost"
	home, _ := os.UserHomeDir()
	folder := os.Getenv("XDG_CONFIG_HOME")
	if folder == "" {
		folder = filepath.Join(home, ".config")
	}
	global := []string{filepath.Join(folder, "git", "config"), filepath.Join(home, ".gitconfig")}
	for _, file := range append(global, filepath.Join(r.layout.common, "config")) {
		settings, err := readSettings(file)
		if err != nil {
			continue // git says what is wrong with it; a tag needs no name of ours
		}
		user := settings.Section("user")
		if text := printable(user.Option("name")); text != "" {
			name = text
		}
		if text := printable(user.Option("email")); text != "" {
			address = text
		}
	}
	return signature(name, address)
}

// printable removes what may not stand in the name of a tag's maker.
func printable(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == '<' || r == '>' || r == 0x7f {
			return -1
		}
		return r
	}, text))
}
