// The text form of a tree: what `python3.13 -m ast` prints.

package ast

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DumpOptions chooses the form of a dump.
type DumpOptions struct {
	// Lines adds lineno, col_offset and their ends to every node that has them; nil leaves them out.
	Lines *LineTable
	// Multiline gives every field a line of its own; a level adds Indent spaces.
	Multiline bool
	Indent    int
}

// Dump returns the text of ast.dump(root, indent=…, include_attributes=…).
// The root is a *Module, or an Expr, which prints inside Expression().
func Dump(root any, opt DumpOptions) string {
	d := dumper{opt}
	if e, ok := root.(Expr); ok {
		body, _ := d.value(e, 1)
		return d.assemble("Expression", []string{"body=" + body}, false, 1)
	}
	s, _ := d.node(root, 0)
	return s
}

type dumper struct{ opt DumpOptions }

// pythonNames are the classes whose name in Python is not the one in Go.
var pythonNames = map[string]string{
	"ExprStmt": "Expr", "Comprehension": "comprehension", "Keyword": "keyword", "Arg": "arg",
	"Arguments": "arguments", "Alias": "alias", "WithItem": "withitem", "MatchCase": "match_case",
}

// node formats a struct; simple tells that it has no fields to show.
func (d *dumper) node(n any, level int) (s string, simple bool) {
	level++
	v := reflect.ValueOf(n).Elem()
	t := v.Type()
	name := t.Name()
	if p, ok := pythonNames[name]; ok {
		name = p
	}
	all := true
	var args []string
	add := func(field, text string, simple bool) {
		args = append(args, field+"="+text)
		all = all && simple
	}
	switch c := n.(type) {
	case *Constant:
		add("value", constant(c), true)
		if c.U {
			add("kind", "'u'", true)
		}
	case *MatchSingleton:
		add("value", constant(&Constant{Kind: c.Value}), true)
	default:
		for i := range t.NumField() {
			if f := t.Field(i); !f.Anonymous {
				if text, simple, ok := d.field(v.Field(i), level); ok {
					add(snake(f.Name), text, simple)
				}
			}
		}
	}
	if sp, ok := n.(Node); ok && d.opt.Lines != nil {
		p := sp.Span()
		l, c := d.opt.Lines.Bytes(p.Start)
		el, ec := d.opt.Lines.Bytes(p.End)
		for i, x := range [...]int{l, c, el, ec} {
			add(positionNames[i], strconv.Itoa(x), true)
		}
	}
	return d.assemble(name, args, all, level), len(args) == 0
}

var positionNames = [...]string{"lineno", "col_offset", "end_lineno", "end_col_offset"}

// assemble puts a call form together: on one line when it is short and flat, as CPython does.
func (d *dumper) assemble(name string, args []string, simple bool, level int) string {
	if simple && len(args) <= 3 {
		return name + "(" + strings.Join(args, ", ") + ")"
	}
	prefix, sep := d.separators(level)
	return name + "(" + prefix + strings.Join(args, sep) + ")"
}

func (d *dumper) separators(level int) (prefix, sep string) {
	if !d.opt.Multiline {
		return "", ", "
	}
	prefix = "\n" + strings.Repeat(" ", d.opt.Indent*level)
	return prefix, "," + prefix
}

// field formats one field; ok is false for what the dump leaves out (None and empty lists).
func (d *dumper) field(f reflect.Value, level int) (s string, simple, ok bool) {
	switch f.Kind() {
	case reflect.Slice:
		if f.Len() == 0 {
			return "", false, false
		}
		prefix, sep := d.separators(level + 1)
		items := make([]string, f.Len())
		for i := range items {
			items[i], _ = d.value(f.Index(i).Interface(), level+1)
		}
		return "[" + prefix + strings.Join(items, sep) + "]", false, true
	case reflect.Interface, reflect.Pointer:
		if f.IsNil() {
			return "", false, false
		}
	case reflect.String:
		if f.String() == "" {
			return "", false, false
		}
	}
	s, simple = d.value(f.Interface(), level)
	return s, simple, true
}

func (d *dumper) value(x any, level int) (s string, simple bool) {
	switch x := x.(type) {
	case nil:
		return "None", true
	case Ident:
		return Quote(string(x)), true
	case Ctx:
		return x.String() + "()", true
	case Op:
		return x.String() + "()", true
	case int:
		return strconv.Itoa(x), true
	case bool:
		if x {
			return "1", true
		}
		return "0", true
	}
	return d.node(x, level)
}

// snake turns a Go field name into Python's: KwDefaults into kw_defaults.
func snake(s string) string {
	var b strings.Builder
	for i, r := range s {
		if unicode.IsUpper(r) {
			if i > 0 {
				b.WriteByte('_')
			}
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

func constant(c *Constant) string {
	switch c.Kind {
	case CNone:
		return "None"
	case CTrue:
		return "True"
	case CFalse:
		return "False"
	case CEllipsis:
		return "Ellipsis"
	case CStr:
		return Quote(c.S)
	case CBytes:
		return quoteBytes(c.S)
	}
	return numberText(c)
}

// Quote returns repr() of a string: single quotes unless only double ones avoid escapes.
func Quote(s string) string {
	q := quoteFor(s)
	b := append(make([]byte, 0, len(s)+2), q)
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 {
			b = appendASCII(b, c, q)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1 && i+2 < len(s): // a lone surrogate, in three bytes
			r, n = rune(c&0xf)<<12|rune(s[i+1]&0x3f)<<6|rune(s[i+2]&0x3f), 3
			b = fmt.Appendf(b, "\\u%04x", r)
		case IsPrintable(r):
			b = append(b, s[i:i+n]...)
		case r < 0x100:
			b = fmt.Appendf(b, "\\x%02x", r)
		case r < 0x10000:
			b = fmt.Appendf(b, "\\u%04x", r)
		default:
			b = fmt.Appendf(b, "\\U%08x", r)
		}
		i += n
	}
	return string(append(b, q))
}

// IsPrintable is str.isprintable for one character. Go's tables are Unicode 15.0, CPython 3.13's are 15.1,
// which added these few.
func IsPrintable(r rune) bool {
	return unicode.IsPrint(r) || r >= 0x2FFC && r <= 0x2FFF || r == 0x31EF || r >= 0x2EBF0 && r <= 0x2EE5D
}

func quoteBytes(s string) string {
	q := quoteFor(s)
	b := append(make([]byte, 0, len(s)+3), 'b', q)
	for i := range len(s) {
		if s[i] >= 0x80 {
			b = fmt.Appendf(b, "\\x%02x", s[i])
		} else {
			b = appendASCII(b, s[i], q)
		}
	}
	return string(append(b, q))
}

func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

func appendASCII(b []byte, c, quote byte) []byte {
	switch {
	case c == quote || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, `\n`...)
	case c == '\r':
		return append(b, `\r`...)
	case c == '\t':
		return append(b, `\t`...)
	case c < 0x20 || c == 0x7f:
		return fmt.Appendf(b, "\\x%02x", c)
	}
	return append(b, c)
}
