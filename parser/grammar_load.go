// Reading the diagnoser's grammar from its text form.

package parser

import (
	"fmt"
	"strings"
	"sync"

	"pyasync/lexer"
)

// grammar is the loaded text.
type grammar struct {
	rules map[string]*rule
}

// loadGrammar reads the text once, when the first wrong program comes.
var loadGrammar = sync.OnceValue(func() *grammar {
	g := &grammar{rules: map[string]*rule{}}
	// A rule begins at the margin; what is indented belongs to it.
	var blocks []string
	for line := range strings.SplitSeq(grammarText, "\n") {
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case line[0] != ' ' && line[0] != '\t':
			blocks = append(blocks, line)
		default:
			blocks[len(blocks)-1] += "\n" + line
		}
	}
	bodies := map[*rule]string{}
	for _, b := range blocks {
		head, body, _ := strings.Cut(b, ":")
		name, flag, _ := strings.Cut(head, " ")
		r := &rule{name: name, memo: flag != "", leftRec: flag == "(left)", invalid: strings.HasPrefix(name, "invalid_"), id: len(g.rules)}
		g.rules[name] = r
		bodies[r] = body
	}
	for r, body := range bodies {
		p := grammarReader{g: g, toks: grammarTokens(body), rule: r.name}
		r.alts = p.alternatives()
	}
	return g
})

// grammarTokens splits the text of a rule; quoted parts and «messages» stay whole.
func grammarTokens(s string) (out []string) {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ' || c == '\n' || c == '\t':
			i++
		case c == '\'' || c == '"':
			n := strings.IndexByte(s[i+1:], c) + 2
			out = append(out, s[i:i+n])
			i += n
		case strings.HasPrefix(s[i:], "«"):
			n := strings.Index(s[i:], "»") + len("»")
			out = append(out, s[i:i+n])
			i += n
		case strings.HasPrefix(s[i:], "=>"), strings.HasPrefix(s[i:], "&&"):
			out = append(out, s[i:i+2])
			i += 2
		case isWordByte(c):
			n := 1
			for i+n < len(s) && isWordByte(s[i+n]) {
				n++
			}
			out = append(out, s[i:i+n])
			i += n
		default:
			out = append(out, s[i:i+1])
			i++
		}
	}
	return out
}

func isWordByte(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

type grammarReader struct {
	g    *grammar
	toks []string
	rule string
}

func (p *grammarReader) peek() string {
	if len(p.toks) == 0 {
		return ""
	}
	return p.toks[0]
}

func (p *grammarReader) next() string {
	t := p.peek()
	p.toks = p.toks[1:]
	return t
}

func (p *grammarReader) accept(t string) bool {
	if p.peek() == t {
		p.next()
		return true
	}
	return false
}

func (p *grammarReader) alternatives() (out []*alternative) {
	p.accept("|")
	for {
		out = append(out, p.alternative())
		if !p.accept("|") {
			return out
		}
	}
}

func (p *grammarReader) alternative() *alternative {
	a := &alternative{}
	labels := map[string]int{}
	for {
		switch p.peek() {
		case "", "|", ")", "]":
			a.invalid = len(a.items) == 1 && a.items[0].kind == itemRule && a.items[0].rule.invalid
			a.labels = len(labels)
			return a
		case "=>":
			p.next()
			a.action = p.action(labels)
			a.labels = len(labels)
			return a
		}
		a.items = append(a.items, p.labelled(labels))
	}
}

func (p *grammarReader) labelled(labels map[string]int) *item {
	label := -1
	if len(p.toks) > 1 && p.toks[1] == "=" && isWordByte(p.toks[0][0]) {
		label = len(labels)
		labels[p.next()] = label
		p.next()
	}
	it := *p.item()
	it.label = label
	return &it
}

func (p *grammarReader) item() *item {
	switch p.peek() {
	case "&":
		p.next()
		return &item{kind: itemAnd, sub: p.atom()}
	case "!":
		p.next()
		return &item{kind: itemNot, sub: p.atom()}
	case "&&":
		p.next()
		return &item{kind: itemForced, sub: p.atom()}
	case "~":
		p.next()
		return &item{kind: itemCut}
	}
	it := p.atom()
	switch {
	case p.accept("?"):
		return &item{kind: itemOptional, sub: it}
	case p.accept("*"):
		return &item{kind: itemRepeat, sub: it}
	case p.accept("+"):
		return &item{kind: itemRepeat, sub: it, min: 1}
	case p.accept("."):
		sub := p.atom()
		p.accept("+")
		return &item{kind: itemList, sep: it, sub: sub}
	}
	return it
}

func (p *grammarReader) atom() *item {
	t := p.next()
	none := item{label: -1}
	switch {
	case t == "(":
		none.kind, none.alts = itemGroup, p.alternatives()
		p.accept(")")
	case t == "[":
		none.kind, none.sub = itemOptional, &item{kind: itemGroup, alts: p.alternatives(), label: -1}
		p.accept("]")
	case t[0] == '"':
		none.kind, none.text = itemSoft, t[1:len(t)-1]
	case t[0] == '\'':
		none.tok = operatorKind(t[1 : len(t)-1])
	case t == "SOFT_KEYWORD":
		none.kind = itemAnySoft
	default:
		if k, ok := terminals[t]; ok {
			none.tok = k
		} else {
			none.kind, none.rule = itemRule, p.g.rules[t]
			if none.rule == nil {
				panic(fmt.Sprintf("grammar: %s: no rule %q", p.rule, t))
			}
		}
	}
	return &none
}

// terminals are the tokens without a text of their own.
var terminals = map[string]lexer.Kind{
	"NAME": lexer.Name, "NUMBER": lexer.Number, "STRING": lexer.String, "NEWLINE": lexer.Newline,
	"INDENT": lexer.Indent, "DEDENT": lexer.Dedent, "EOF": lexer.EOF,
	"FSTRING_START": lexer.FStart, "FSTRING_MIDDLE": lexer.FMiddle, "FSTRING_END": lexer.FEnd,
}

func operatorKind(text string) lexer.Kind {
	for k := lexer.LPar; lexer.KindName(k) != "?"; k++ {
		if lexer.Text(k) == text {
			return k
		}
	}
	panic("grammar: no token " + text)
}

// action reads what stands behind =>: a function and its operands.
func (p *grammarReader) action(labels map[string]int) action {
	name := p.next()
	if l, ok := labels[name]; ok { // the value of a label
		return func(_ *engine, v []*node, _ node) *node { return v[l] }
	}
	var args []int
	msg := ""
	for {
		t := p.peek()
		if l, ok := labels[t]; ok {
			args = append(args, l)
			p.next()
			continue
		}
		if strings.HasPrefix(t, "«") {
			msg = strings.TrimSuffix(strings.TrimPrefix(p.next(), "«"), "»")
		}
		break
	}
	if kind, ok := nodeKinds[name]; ok {
		return buildNode(kind, args)
	}
	f, ok := errorActions[name]
	if !ok {
		panic(fmt.Sprintf("grammar: %s: no action %q", p.rule, name))
	}
	return f(args, wording{msg, labels})
}
