package lint_test

import (
	"cmp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
)

// tale is an example with a past. Beside the files as they are, it has sections
// named
//
//	okrs/2026-Q3/checkout.yaml as committed on 2026-07-10
//	okrs/2026-Q3/checkout.yaml as deleted on 2026-07-10
//	the tag okr/2026-Q3 of 2026-07-12
//	the tag okr/2026-Q3 of 2026-07-12 on another branch
//
// in the order of time. A file of which only commits are told is as the last one left it.
type tale struct {
	t        testing.TB
	files    fstest.MapFS // as they are
	versions map[string][]committed
	tags     map[string]okr.Basis
	strays   []okr.Stray
	single   *load.Single
	mutex    sync.Mutex // rules run beside each other
	read     map[okr.Date]*okr.Workspace
}

// committed is a file as a commit left it.
type committed struct {
	on      okr.Date
	data    []byte
	deleted bool
}

// bygone are the cycles of which only the past has documents.
func bygone(ws *okr.Workspace, past okr.History) []*okr.Cycle {
	p, told := past.(*tale)
	if !told {
		return nil
	}
	var found []*okr.Cycle
	known := make(map[string]bool)
	for name := range p.versions {
		id := strings.Split(name, "/")[1]
		if c, ok := ws.Settings.Calendar.Cycle(id); ok && ws.Cycle(id) == nil && !known[id] {
			known[id] = true
			found = append(found, c)
		}
	}
	return found
}

// revision is a hash that depends on the day.
func revision(on okr.Date) string {
	return strings.ReplaceAll(on.String(), "-", "")[2:] + strings.Repeat("e", 34)
}

// tellTale reads an example; past is nil where it has none.
func tellTale(t testing.TB, text string) (files fstest.MapFS, past okr.History) {
	t.Helper()
	p := &tale{
		t: t, files: exampleFiles(text), versions: make(map[string][]committed),
		tags: make(map[string]okr.Basis), read: make(map[okr.Date]*okr.Workspace),
	}
	latest := make(map[string]txtar.File)
	for _, file := range txtar.Parse([]byte(strings.TrimPrefix(text, "\n"))).Files {
		words := strings.Fields(file.Name)
		if len(words) == 1 {
			continue
		}
		delete(p.files, file.Name)
		if words[0] == "the" {
			p.tag(words[2], mustDate(words[4]), len(words) > 5)
			continue
		}
		latest[words[0]] = file
		v := committed{on: mustDate(words[4]), data: file.Data, deleted: words[2] == "deleted"}
		p.versions[words[0]] = append(p.versions[words[0]], v)
	}
	for name, file := range latest {
		if p.files[name] == nil && !strings.Contains(file.Name, " deleted ") {
			p.files[name] = &fstest.MapFile{Data: file.Data}
		}
	}
	if len(p.versions)+len(p.tags)+len(p.strays) == 0 {
		return p.files, nil
	}
	single, err := load.NewSingle(p.files, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p.single = single
	return p.files, p
}

func (p *tale) tag(name string, on okr.Date, stray bool) {
	if stray {
		cycle := strings.TrimSuffix(strings.TrimPrefix(name, "okr/"), "-closed")
		p.strays = append(p.strays, okr.Stray{Tag: name, Cycle: cycle, Revision: revision(on), On: on})
		return
	}
	p.tags[name] = okr.Basis{By: okr.ByTag, Revision: revision(on), On: on}
}

// path is the file of a team's document for a cycle.
func path(team, cycle string) string { return "okrs/" + cycle + "/" + team + ".yaml" }

// at is the workspace as it was committed by a day.
func (p *tale) at(on okr.Date) *okr.Workspace {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if ws := p.read[on]; ws != nil {
		return ws
	}
	files := fstest.MapFS{"okr.yaml": p.files["okr.yaml"]}
	for name, versions := range p.versions {
		for _, v := range versions {
			if v.on <= on {
				files[name] = &fstest.MapFile{Data: v.data}
				if v.deleted {
					delete(files, name)
				}
			}
		}
	}
	result, err := load.Workspace(files, load.Options{})
	if err != nil {
		p.t.Fatal(err)
	}
	p.read[on] = result.Workspace
	return result.Workspace
}

func (p *tale) Basis(cycle *okr.Cycle) okr.Basis {
	if basis, tagged := p.tags["okr/"+cycle.ID]; tagged {
		return basis
	}
	var within, after okr.Date
	for name, versions := range p.versions {
		for _, v := range versions {
			switch {
			case !strings.Contains(name, "/"+cycle.ID+"/"):
			case v.on <= cycle.PublishBy():
				within = max(within, v.on)
			case after == 0 || v.on < after:
				after = v.on
			}
		}
	}
	if on := cmp.Or(within, after); on != 0 {
		return okr.Basis{By: okr.ByHistory, Revision: revision(on), On: on}
	}
	return okr.Basis{By: okr.ByAmendments}
}

func (p *tale) Published(team, cycle string) *okr.Document {
	c, ok := okr.Calendar{FiscalYearStart: 1, GraceDays: 14}.Cycle(cycle)
	versions := p.versions[path(team, cycle)]
	if !ok || len(versions) == 0 {
		return nil
	}
	on := p.Basis(c).On
	return p.at(max(on, versions[0].on)).Document(team, cycle)
}

func (p *tale) Versions(team, cycle string) []okr.Version {
	var found []okr.Version
	name := path(team, cycle)
	for _, v := range p.versions[name] {
		version := okr.Version{Revision: revision(v.on), On: v.on, Path: name}
		if !v.deleted {
			version.Document = p.single.Document(name, v.data)
		}
		found = append(found, version)
	}
	return found
}

func (p *tale) Closing(cycle *okr.Cycle) okr.Basis { return p.tags["okr/"+cycle.ID+"-closed"] }

func (p *tale) Closed(team, cycle string) *okr.Document {
	basis, closed := p.tags["okr/"+cycle+"-closed"]
	if !closed {
		return nil
	}
	return p.at(basis.On).Document(team, cycle)
}

func (p *tale) Strays() []okr.Stray { return p.strays }
