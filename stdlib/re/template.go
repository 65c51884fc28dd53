// Replacement templates of sub and expand.
package remod

import (
	"fmt"
	"strconv"
	"strings"

	"pyasync/object"
)

// piece is a part of a template: literal text, then a group (-1: none).
type piece struct {
	text  string
	group int
}

// appendPieces appends the expansion of a template; groups that did not match are empty.
func appendPieces(out []byte, pieces []piece, s string, caps []int) []byte {
	for _, p := range pieces {
		out = append(out, p.text...)
		if p.group >= 0 && caps[2*p.group+1] >= 0 {
			out = append(out, s[caps[2*p.group]:caps[2*p.group+1]]...)
		}
	}
	return out
}

// template returns the parsed form of a replacement for a subject.
func (p *pattern) template(th *thread, repl, subject value) ([]piece, bool) {
	var text string
	s, isText := object.AsStr(repl)
	if isText {
		text = s.Go()
	} else {
		if !object.IsBytesLike(repl) {
			th.TypeError("decoding to str: need a bytes-like object, %s found", repl.Type().TPName())
			return nil, false
		}
		b, ok := object.BytesLike(th, repl)
		if !ok {
			return nil, false
		}
		text = string(b)
	}
	if isText != p.prog.isText && (object.IsBytesLike(subject) || subject.Is(&object.StrType)) && object.IsBytesLike(subject) != p.prog.isText {
		if p.prog.isText {
			th.TypeError("sequence item 0: expected str instance, %s found", repl.Type().TPName())
		} else {
			th.TypeError("sequence item 0: expected a bytes-like object, %s found", repl.Type().TPName())
		}
		return nil, false
	}
	if strings.IndexByte(text, '\\') < 0 {
		return []piece{{text, -1}}, true
	}
	if pieces, ok := p.templates[text]; ok {
		return pieces, true
	}
	pieces, ok := parseTemplate(th, p, text, isText, repl)
	if ok {
		if p.templates == nil || len(p.templates) > 64 {
			p.templates = map[string][]piece{}
		}
		p.templates[text] = pieces
	}
	return pieces, ok
}

func parseTemplate(th *thread, p *pattern, text string, isText bool, source value) (pieces []piece, ok bool) {
	defer catchSyntax(th, source, &ok)
	runes := patternRunes(text, isText)
	t := &templateParser{tokenizer: newTokenizer(runes, isText), pat: p, th: th}
	t.parse()
	if t.failed {
		return nil, false
	}
	if len(t.literal) > 0 || len(t.pieces) == 0 {
		t.pieces = append(t.pieces, piece{string(t.literal), -1})
	}
	return t.pieces, true
}

// patternRunes returns the characters of a pattern; those of bytes are bytes.
func patternRunes(text string, isText bool) []rune {
	if isText {
		return object.Runes(text)
	}
	rs := make([]rune, len(text))
	for i := range rs {
		rs[i] = rune(text[i])
	}
	return rs
}

type templateParser struct {
	*tokenizer
	pat     *pattern
	th      *thread
	literal []byte
	pieces  []piece
	failed  bool
}

func (t *templateParser) add(r rune) {
	if t.isText {
		t.literal = object.AppendRune(t.literal, r)
	} else {
		t.literal = append(t.literal, byte(r))
	}
}

func (t *templateParser) addString(s string) {
	for _, r := range object.Runes(s) {
		t.add(r)
	}
}

func (t *templateParser) addGroup(g, offset int) {
	if g > t.pat.prog.groups {
		t.fail(fmt.Sprintf("invalid group reference %d", g), offset)
	}
	t.pieces = append(t.pieces, piece{string(t.literal), g})
	t.literal = t.literal[:0]
}

func (t *templateParser) parse() {
	for !t.failed {
		this := t.get()
		if this == "" {
			return
		}
		if this[0] != '\\' {
			t.addString(this)
			continue
		}
		switch c := this[1]; {
		case c == 'g':
			t.named()
		case c == '0':
			this += t.getWhile(2, octDigits)
			n, _ := strconv.ParseInt(this[1:], 8, 32)
			t.add(rune(n & 0xFF))
		case c >= '1' && c <= '9':
			t.number(this)
		default:
			if r, ok := simpleEscapes[this]; ok {
				t.add(r)
			} else {
				if isASCIILetter(c) {
					t.fail("bad escape "+this, len(this))
				}
				t.addString(this)
			}
		}
	}
}

// named handles \g<name> and \g<number>.
func (t *templateParser) named() {
	if !t.match("<") {
		t.fail("missing <", 0)
	}
	name := t.getUntil(">", "group name")
	size := runeCount(name)
	if strings.Trim(name, digits) != "" {
		t.checkGroupName(name, 1)
		g, ok := t.pat.prog.names[name]
		if !ok {
			t.th.IndexError("unknown group name %s", object.StrRepr(name))
			t.failed = true
			return
		}
		t.addGroup(g, size+1)
		return
	}
	g, err := strconv.Atoi(name)
	if err != nil || g >= maxGroups {
		t.fail("invalid group reference "+strings.TrimLeft(name, "0"), size+1)
	}
	t.addGroup(g, size+1)
}

// number handles \1 to \99 and octal escapes of three digits.
func (t *templateParser) number(this string) {
	if isDigit(t.next) {
		this += t.get()
		if this[1] < '8' && this[2] < '8' && isOctal(t.next) {
			this += t.get()
			n, _ := strconv.ParseInt(this[1:], 8, 32)
			if n > 0o377 {
				t.fail(fmt.Sprintf("octal escape value %s outside of range 0-0o377", this), len(this))
			}
			t.add(rune(n))
			return
		}
	}
	g, _ := strconv.Atoi(this[1:])
	t.addGroup(g, len(this)-1)
}
