package render

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

// pageElements are the elements that a page may hold, and pageAttributes what they may
// carry. A page is XML as well, so that a strict reader sees what a browser sees.
var (
	pageElements = strings.Fields(`html head meta title style body main h1 h2 h3 h4 h5 h6 p span strong code pre a ul ol li dl dt dd div
		table caption thead tbody tr th td hr mark details summary figure figcaption svg g defs marker path rect circle text desc`)
	pageAttributes = strings.Fields(`lang charset http-equiv content name class id href rel role tabindex scope data-column open
		aria-label aria-labelledby aria-describedby aria-hidden viewBox width height x y rx d r cx cy preserveAspectRatio
		refX refY markerWidth markerHeight markerUnits orient marker-end`)
	pageOwnID = regexp.MustCompile(`^[a-z]+[0-9]+([a-z]+[0-9]*)?(text)?$`)
	pageClass = regexp.MustCompile(`^[a-z0-9 ]*$`)
	pagePath  = regexp.MustCompile(`^[MLHCz0-9. -]*$`)
	pageRefs  = regexp.MustCompile(`^url\(#(d[0-9]+(arrow|open|ring))\)$`)
	ownRule   = regexp.MustCompile(`^#d[0-9]+:has\([#.:(),a-z0-9-]*\) :is\([#.,a-z0-9]*\)\{opacity:[.0-9]+\}$`)
)

// checkHTML reads a page and looks for all that it must not hold.
func checkHTML(t *testing.T, out string) {
	t.Helper()
	page := readPage(t, out)
	if page.count["h1"] != 1 || page.count["title"] < 1 || page.lang != "en" {
		t.Errorf("%d h1, %d titles, language %q", page.count["h1"], page.count["title"], page.lang)
	}
	if !strings.Contains(out, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />`) {
		t.Error("no policy, or another one")
	}
	for i := 1; i < len(page.levels); i++ {
		if page.levels[i] > page.levels[i-1]+1 {
			t.Errorf("a heading of level %d follows one of level %d", page.levels[i], page.levels[i-1])
		}
	}
	for _, ref := range page.refs {
		if !page.ids[ref] {
			t.Errorf("nothing has the id %q", ref)
		}
	}
}

// pageSeen is what was seen on the way through a page.
type pageSeen struct {
	count  map[string]int
	ids    map[string]bool
	refs   []string
	levels []int
	lang   string
}

func readPage(t *testing.T, out string) pageSeen {
	t.Helper()
	page := pageSeen{count: make(map[string]int), ids: make(map[string]bool)}
	rest, ok := strings.CutPrefix(out, "<!DOCTYPE html>\n")
	if !ok {
		t.Fatalf("begins with %.40q", out)
	}
	decoder := xml.NewDecoder(strings.NewReader(rest))
	style := false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, out)
		}
		switch token := token.(type) {
		case xml.StartElement:
			style = token.Name.Local == "style"
			page.element(t, token)
		case xml.EndElement:
			style = false
		case xml.CharData:
			if style {
				checkStyle(t, string(token))
			}
		default:
			t.Errorf("%T on a page", token)
		}
	}
	return page
}

func (p *pageSeen) element(t *testing.T, e xml.StartElement) {
	t.Helper()
	name := e.Name.Local
	p.count[name]++
	if !slices.Contains(pageElements, name) {
		t.Errorf("element %s", name)
	}
	if len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
		p.levels = append(p.levels, int(name[1]-'0'))
	}
	scoped := false
	for _, a := range e.Attr {
		p.attribute(t, name, a.Name.Local, a.Value)
		scoped = scoped || a.Name.Local == "scope" && (a.Value == "col" || a.Value == "row")
		if name == "html" && a.Name.Local == "lang" {
			p.lang = a.Value
		}
	}
	if name == "th" && !scoped {
		t.Error("a heading of a table without scope")
	}
}

func (p *pageSeen) attribute(t *testing.T, element, name, value string) {
	t.Helper()
	if !slices.Contains(pageAttributes, name) {
		t.Errorf("attribute %s of %s", name, element)
	}
	fits := func(pattern *regexp.Regexp) {
		if !pattern.MatchString(value) {
			t.Errorf("%s of %s is %q", name, element, value)
		}
	}
	switch name {
	case "id":
		fits(pageOwnID)
		if p.ids[value] {
			t.Errorf("the id %s is there twice", value)
		}
		p.ids[value] = true
	case "class":
		fits(pageClass)
	case "d":
		fits(pagePath)
	case "x", "y", "width", "height", "rx":
		if _, err := strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64); err != nil {
			t.Errorf("%s of %s is %q", name, element, value)
		}
	case "marker-end":
		fits(pageRefs)
		if m := pageRefs.FindStringSubmatch(value); m != nil {
			p.refs = append(p.refs, m[1])
		}
	case "aria-labelledby", "aria-describedby":
		p.refs = append(p.refs, value)
	case "href":
		if ref, own := strings.CutPrefix(value, "#"); own {
			p.refs = append(p.refs, ref)
		} else if address, ok := webAddress(value); !ok || element != "a" || address != value {
			t.Errorf("a link to %q", value)
		}
	}
}

// checkStyle holds that a style is ours, or rules made of numbers.
func checkStyle(t *testing.T, css string) {
	t.Helper()
	own, err := pageFiles.ReadFile("page/page.css")
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(css) == strings.TrimSpace(string(own)) {
		return
	}
	for line := range strings.Lines(strings.TrimSpace(css)) {
		if !ownRule.MatchString(strings.TrimSpace(line)) {
			t.Errorf("a rule of style: %s", line)
		}
	}
}

func TestCheckHTMLFindsProblems(t *testing.T) {
	good := rendered(t, mustFormat(t, "html"), diagramDoc(), Style{})
	for _, spoilt := range []string{
		strings.Replace(good, "<main>", `<main><script>x</script>`, 1),
		strings.Replace(good, "<main>", `<main onclick="x">`, 1),
		strings.Replace(good, "<main>", `<main><a href="javascript:x">y</a>`, 1),
		strings.Replace(good, "<main>", `<main><p id="d1">y</p>`, 1),
		strings.Replace(good, "</h1>", `</h1><h3>y</h3>`, 1),
		strings.Replace(good, `lang="en"`, "", 1),
		strings.Replace(good, "opacity:1}", "opacity:1} body{background:url(https://evil.example)}", 1),
	} {
		if spoilt == good {
			t.Fatal("nothing was spoilt")
		}
		probe := &testing.T{}
		done := make(chan bool)
		go func() { // a check that gives up ends its goroutine
			defer close(done)
			checkHTML(probe, spoilt)
		}()
		<-done
		if !probe.Failed() {
			t.Error("a spoilt page passes")
		}
	}
}

func mustFormat(t testing.TB, name string) Format {
	t.Helper()
	format, ok := FormatByName(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	return format
}

func TestPageTitle(t *testing.T) {
	heading := report.Heading{Level: 1, Text: "checkout"}
	for want, doc := range map[string]*report.Doc{
		"A title":  {Title: "A title", Blocks: []report.Block{heading}},
		"checkout": {Blocks: []report.Block{heading, report.Divider{}}},
		"Findings": {Blocks: []report.Block{report.Gap{}, report.Findings{}}},
		"Report":   {Blocks: []report.Block{report.Gap{}, heading}},
	} {
		out := rendered(t, mustFormat(t, "html"), doc, Style{})
		if !strings.Contains(out, "<h1>"+want+"</h1>") {
			t.Errorf("not titled %q: %.1500s", want, out[strings.Index(out, "<main>"):])
		}
		checkHTML(t, out)
	}
}

func FuzzHTML(f *testing.F) {
	for _, p := range payloads() {
		f.Add(p)
	}
	for _, p := range injections() {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkHarmless(t, "html", rendered(t, mustFormat(t, "html"), poisoned(t, text), Style{}))
	})
}
