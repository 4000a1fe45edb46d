package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"go.yaml.in/yaml/v3"

	"github.com/okrs-as-code/okrs/schema"
)

// plays runs one of the programs that ours is compared with, on a workspace.
func plays(play, dir string) int {
	work := func(name string) error {
		_, err := os.ReadFile(name)
		return err
	}
	if play == "plain" {
		compiled, err := compiledPlainly()
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 2
		}
		work = func(name string) error { return plainly(compiled, name) }
	}
	if err := everyFile(filepath.Join(dir, "okrs"), work); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func compiledPlainly() (*jsonschema.Schema, error) {
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(schema.DocumentID, bytes.NewReader(schema.Document(schema.Limits{}))); err != nil {
		return nil, err
	}
	return compiler.Compile(schema.DocumentID)
}

// plainly is the obvious way: nodes, values, validator, nothing saved.
func plainly(compiled *jsonschema.Schema, name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var node yaml.Node
	if err := yaml.Unmarshal(text, &node); err != nil {
		return err
	}
	return compiled.Validate(value(node.Content[0]))
}

func value(node *yaml.Node) any {
	switch node.Kind {
	case yaml.MappingNode:
		m := make(map[string]any, len(node.Content)/2)
		for i := 0; i+1 < len(node.Content); i += 2 {
			m[node.Content[i].Value] = value(node.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := make([]any, len(node.Content))
		for i, item := range node.Content {
			list[i] = value(item)
		}
		return list
	}
	switch node.Tag {
	case "!!int", "!!float":
		return json.Number(node.Value)
	case "!!bool":
		return node.Value == "true"
	case "!!null":
		return nil
	}
	return node.Value
}

// everyFile does the work for every YAML file below dir, on all cores.
func everyFile(dir string, work func(name string) error) error {
	names := make(chan string, 256)
	var (
		wait  sync.WaitGroup
		mu    sync.Mutex
		first error
	)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for name := range names {
				if err := work(name); err != nil {
					mu.Lock()
					first = fmt.Errorf("%s: %w", name, err)
					mu.Unlock()
				}
			}
		})
	}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".yaml") && !entry.IsDir() {
			names <- name
		}
		return err
	})
	close(names)
	wait.Wait()
	if err != nil {
		return err
	}
	return first
}
