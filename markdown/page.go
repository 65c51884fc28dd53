// Package markdown finds the programs in Markdown pages: fenced code blocks, what each should print, and remarks on
// how to run it.
package markdown

import (
	"strings"
)

// Block is a block of Python in a page.
type Block struct {
	Number  int    // from 1
	Line    int    // of the page, where the source begins
	Source  string // without the fence and its indentation
	Doctest bool   // a transcript with >>> prompts
	Attrs   Attrs

	Expected *Region // the following block of output; nil: none. For a doctest, the block itself.
	fence    Region
}

// Region is a range of lines of a page, from Start up to End (counted from 0, End not included), and its text.
type Region struct {
	Start, End int
	Text       string
	Indent     string
}

// Page is a Markdown page.
type Page struct {
	Lines  []string
	Blocks []*Block
	Attrs  Attrs // of a remark before the first block that says "session"
}

// fence is a fenced block of any language.
type fence struct {
	open, close int // lines of the fences
	indent      string
	info        string
	remark      Attrs // from a comment right before
}

// Parse finds the blocks of a page.
func Parse(text string) *Page {
	p := &Page{Lines: strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")}
	var last *Block // the block that may get the next text block as its output
	for _, f := range p.fences() {
		lang, rest := splitInfo(f.info)
		region := Region{Start: f.open + 1, End: f.close, Indent: f.indent}
		region.Text = p.text(region)
		switch lang {
		case "python", "python3", "py", "pycon", "doctest", "py3":
			b := &Block{Number: len(p.Blocks) + 1, Line: region.Start + 1, Source: region.Text, Attrs: f.remark, fence: region}
			b.Attrs.parse(rest)
			b.Doctest = strings.HasPrefix(strings.TrimSpace(b.Source), ">>>")
			if b.Doctest {
				b.Expected = &b.fence
			} else {
				b.Source = withoutPastedOutput(b.Source)
			}
			if b.Attrs.Session {
				p.Attrs.Session = true
			}
			p.Blocks = append(p.Blocks, b)
			last = b
		case "text", "output", "txt":
			if last != nil && !last.Doctest {
				r := region
				last.Expected = &r
			}
			last = nil
		default:
			last = nil
		}
	}
	return p
}

// withoutPastedOutput empties the lines from the first that begins with a prompt: below a program such lines show what
// it printed once, and are no Python anywhere.
func withoutPastedOutput(source string) string {
	i := strings.Index("\n"+source, "\n>>> ")
	if i < 0 {
		return source
	}
	return source[:i] + strings.Repeat("\n", strings.Count(source[i:], "\n"))
}

// splitInfo splits the info string of a fence into language and the rest: python skip, python {stop=3}, {.python skip}.
func splitInfo(info string) (lang, rest string) {
	info = strings.Trim(strings.TrimSpace(info), "{}")
	i := strings.IndexAny(info, " \t{,")
	if i < 0 {
		i = len(info)
	}
	return strings.ToLower(strings.TrimPrefix(info[:i], ".")), info[i:]
}

func (p *Page) text(r Region) string {
	var b strings.Builder
	for _, l := range p.Lines[r.Start:r.End] {
		b.WriteString(strings.TrimPrefix(l, r.Indent) + "\n")
	}
	return b.String()
}

// fences finds the fenced blocks (CommonMark, section 4.5); an unclosed one ends with the page.
func (p *Page) fences() (list []fence) {
	var remark Attrs
	for i := 0; i < len(p.Lines); i++ {
		line := p.Lines[i]
		text := strings.TrimLeft(line, " \t")
		mark := fenceMark(text)
		if mark == "" {
			switch c, ok := comment(text); {
			case ok:
				remark.parse(c)
				if remark.Session {
					p.Attrs.Session = true
				}
			case strings.TrimSpace(text) != "":
				remark = Attrs{}
			}
			continue
		}
		f := fence{open: i, indent: line[:len(line)-len(text)], info: text[len(mark):], remark: remark, close: len(p.Lines)}
		remark = Attrs{}
		for i++; i < len(p.Lines); i++ {
			end := strings.TrimSpace(p.Lines[i])
			if strings.HasPrefix(end, mark) && strings.Trim(end, mark[:1]) == "" {
				f.close = i
				break
			}
		}
		list = append(list, f)
	}
	return list
}

// fenceMark is the run of three or more backticks or tildes that text begins with.
func fenceMark(text string) string {
	n := 0
	for n < len(text) && (text[0] == '`' || text[0] == '~') && text[n] == text[0] {
		n++
	}
	if n < 3 || text[0] == '`' && strings.Contains(text[n:], "`") {
		return ""
	}
	return text[:n]
}

// comment is what a remark such as <!-- pyasync: skip --> says.
func comment(text string) (string, bool) {
	text, ok := strings.CutPrefix(strings.TrimSpace(text), "<!--")
	if !ok {
		return "", false
	}
	text, ok = strings.CutSuffix(text, "-->")
	if !ok {
		return "", false
	}
	return strings.CutPrefix(strings.TrimSpace(text), "pyasync:")
}

// Padded is the source with as many empty lines before it that its lines have the numbers they have in the page.
func (b *Block) Padded() string { return strings.Repeat("\n", b.Line-1) + b.Source }

// Update replaces regions of the page by new texts, last first, and adds a text block after a block that has none.
type Update struct {
	Block *Block
	Text  string
}

// Apply returns the page with the updates, which are in the order of the blocks.
func (p *Page) Apply(updates []Update) string {
	lines := append([]string(nil), p.Lines...)
	for i := len(updates) - 1; i >= 0; i-- {
		u := updates[i]
		r := u.Block.Expected
		indent := u.Block.fence.Indent
		var put []string
		for _, l := range strings.Split(strings.TrimSuffix(u.Text, "\n"), "\n") {
			put = append(put, strings.TrimRight(indent+l, " "))
		}
		if u.Text == "" {
			put = nil
		}
		start, end := 0, 0
		if r != nil {
			start, end = r.Start, r.End
		} else {
			if u.Text == "" {
				continue
			}
			start = min(u.Block.fence.End+1, len(lines))
			end = start
			put = append(append([]string{"", indent + "```text"}, put...), indent+"```")
		}
		lines = append(lines[:start:start], append(put, lines[end:]...)...)
	}
	return strings.Join(lines, "\n")
}
