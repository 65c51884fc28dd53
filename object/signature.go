// Signature, the parameters of a builtin as declared in its table row, and the binding of arguments to them with
// the error texts of CPython's Argument Clinic.
package object

import (
	"strings"
	"sync/atomic"
)

// Param is one parameter of a builtin.
type Param struct {
	Name     string
	Default  string // its text in the signature; "" when required
	Required bool
}

// Signature is a parsed parameter list: positional-only, positional-or-keyword, *args, keyword-only, **kwargs.
type Signature struct {
	Params   []Param // without * and **
	PosOnly  int     // how many of Params take no keyword
	Pos      int     // how many of Params are positional
	Required int     // how many leading ones are required
	VarArgs  bool    // *args: bound as a tuple after Params
	VarKw    bool    // **kwargs: bound as a dict last
	plain    bool    // no *args, **kwargs or required keyword-only parameters
}

// Slots is the number of Values that Bind fills.
func (s *Signature) Slots() int {
	n := len(s.Params)
	if s.VarArgs {
		n++
	}
	if s.VarKw {
		n++
	}
	return n
}

// ParseSignature parses "a, b=None, /, c=1, *args, d=2, **kw".
func ParseSignature(text string) *Signature {
	s := &Signature{Pos: -1}
	for _, p := range splitParams(text) {
		name, def, hasDef := strings.Cut(p, "=")
		name = strings.TrimSpace(name)
		switch {
		case name == "/":
			s.PosOnly = len(s.Params)
		case strings.HasPrefix(name, "**"):
			s.VarKw = true
		case strings.HasPrefix(name, "*"):
			s.Pos = len(s.Params)
			s.VarArgs = name != "*"
		default:
			s.Params = append(s.Params, Param{name, strings.TrimSpace(def), !hasDef})
		}
	}
	if s.Pos < 0 {
		s.Pos = len(s.Params)
	}
	for s.Required < s.Pos && s.Params[s.Required].Required {
		s.Required++
	}
	s.plain = !s.VarArgs && !s.VarKw
	for _, p := range s.Params[s.Pos:] {
		s.plain = s.plain && !p.Required
	}
	return s
}

// splitParams splits at commas outside quotes and brackets.
func splitParams(text string) (parts []string) {
	depth, start, quote := 0, 0, byte(0)
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		case c == ',' && depth == 0:
			parts = append(parts, strings.TrimSpace(text[start:i]))
			start = i + 1
		}
	}
	if rest := strings.TrimSpace(text[start:]); rest != "" {
		parts = append(parts, rest)
	}
	return parts
}

// lazySignature parses a table row's signature once, whichever interpreter asks first.
type lazySignature struct{ p atomic.Pointer[Signature] }

func (l *lazySignature) get(text string) *Signature {
	if s := l.p.Load(); s != nil {
		return s
	}
	s := ParseSignature(text)
	l.p.Store(s)
	return s
}

// Bind distributes arguments over the parameters of s into out (s.Slots() nil Values): omitted ones stay nil.
// name is the function's name for error texts ("split"); false means a TypeError is pending.
func (s *Signature) Bind(th *Thread, name string, args []Value, kw []*Str, out []Value) bool {
	npos := len(args) - len(kw)
	pos := args[:npos]
	if len(args) > len(s.Params) && s.PosOnly < len(s.Params) && !s.VarArgs && !s.VarKw {
		n := len(s.Params)
		th.TypeError("%s() takes at most %d %sargument%s (%d given)", bareName(name), n, pickWord(npos == 0, "keyword ", ""), plural(n), len(args))
		return false
	}
	if npos > s.Pos {
		if !s.VarArgs {
			return s.tooMany(th, name, len(args), npos)
		}
		out[len(s.Params)] = TupleCopy(pos[s.Pos:]).V()
		pos = pos[:s.Pos]
	} else if s.VarArgs {
		out[len(s.Params)] = emptyTuple.V()
	}
	copy(out, pos)
	if s.VarKw {
		out[len(out)-1] = NewDict().V()
	}
	wrong := -1 // the first keyword that has no place: what is missing is reported before it
	for i, k := range kw {
		if !s.bindKeyword(k, args[npos+i], out) && wrong < 0 {
			wrong = i
		}
	}
	for i := len(pos); i < len(s.Params); i++ {
		if s.Params[i].Required && out[i].H == nil {
			return s.missing(th, name, i, npos)
		}
	}
	return wrong < 0 || s.wrongKeyword(th, name, kw[wrong])
}

func (s *Signature) bindKeyword(k *Str, v Value, out []Value) bool {
	for i := s.PosOnly; i < len(s.Params); i++ {
		if s.Params[i].Name != k.s {
			continue
		}
		if out[i].H != nil {
			return false
		}
		out[i] = v
		return true
	}
	if s.VarKw {
		(*Dict)(out[len(out)-1].Ptr()).SetStr(k, v)
		return true
	}
	return false
}

// wrongKeyword raises the TypeError for a keyword that no parameter takes, or one that has its argument already.
func (s *Signature) wrongKeyword(th *Thread, name string, k *Str) bool {
	for i := s.PosOnly; i < len(s.Params); i++ {
		if s.Params[i].Name == k.s {
			th.TypeError("argument for %s() given by name ('%s') and position (%d)", name, k.s, i+1)
			return false
		}
	}
	if s.PosOnly == len(s.Params) {
		th.TypeError("%s() takes no keyword arguments", name)
	} else {
		th.TypeError("%s() got an unexpected keyword argument '%s'%s", name, k.s, s.suggestKeyword(k))
	}
	return false
}

// suggestKeyword ends the error text about a keyword with the parameter that was probably meant.
func (s *Signature) suggestKeyword(k *Str) string {
	names := make([]string, 0, len(s.Params))
	for _, p := range s.Params[s.PosOnly:] {
		names = append(names, p.Name)
	}
	return SuggestKeyword(k.s, names...)
}

// bareName is a function's name without the class or module in front.
func bareName(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func (s *Signature) tooMany(th *Thread, name string, n, npos int) bool {
	bare := bareName(name)
	switch {
	case s.PosOnly < len(s.Params) && s.Pos > 0:
		least := "at most"
		if s.Required == s.Pos {
			least = "exactly"
		}
		th.TypeError("%s() takes %s %d positional argument%s (%d given)", bare, least, s.Pos, plural(s.Pos), npos)
	case s.Pos == 0 && len(s.Params) > 0:
		th.TypeError("%s() takes no positional arguments", bare)
	case s.Pos == 0:
		th.TypeError("%s() takes no arguments (%d given)", name, npos)
	case s.Pos == 1 && s.Required == 1:
		th.TypeError("%s() takes exactly one argument (%d given)", name, npos)
	default:
		th.TypeError("%s expected %s%d argument%s, got %d", bare, limit(s.Required == s.Pos, "at most"), s.Pos, plural(s.Pos), npos)
	}
	return false
}

func (s *Signature) missing(th *Thread, name string, i, npos int) bool {
	bare := bareName(name)
	switch {
	case s.PosOnly < len(s.Params) && i >= s.Pos:
		th.TypeError("%s() missing required keyword-only argument: '%s'", bare, s.Params[i].Name)
	case s.PosOnly < len(s.Params) && i >= s.PosOnly:
		th.TypeError("%s() missing required argument '%s' (pos %d)", bare, s.Params[i].Name, i+1)
	case s.PosOnly < len(s.Params):
		least, n := "at least", min(s.Required, s.PosOnly)
		if n == s.Pos {
			least = "exactly"
		}
		th.TypeError("%s() takes %s %d positional argument%s (%d given)", bare, least, n, plural(n), npos)
	case s.Pos == 1 && len(s.Params) == 1:
		th.TypeError("%s() takes exactly one argument (%d given)", name, npos)
	default:
		th.TypeError("%s expected %s%d argument%s, got %d", bare, limit(s.Required == s.Pos, "at least"), s.Required, plural(s.Required), npos)
	}
	return false
}

func limit(exact bool, word string) string {
	if exact {
		return ""
	}
	return word + " "
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// ArgParser binds the arguments of a constructor or raw function to a signature, parsed at first use.
type ArgParser struct {
	Name, Sig string
	l         lazySignature
}

// Bind fills out, one Value per parameter (then *args, then **kwargs), nil where omitted; false: TypeError.
func (p *ArgParser) Bind(th *Thread, args []Value, kw []*Str, out []Value) bool {
	s := p.l.get(p.Sig)
	if len(kw) > 0 && !s.VarKw && s.PosOnly == len(s.Params) {
		th.TypeError("%s() takes no keyword arguments", p.Name)
		return false
	}
	return s.Bind(th, p.Name, args, kw, out)
}
