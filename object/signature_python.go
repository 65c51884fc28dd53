// Binding of arguments with the error texts of functions written in Python: for what the library has in Go here and
// CPython has in Python.
package object

import "strings"

// BindPython is Bind with the texts of Python functions. self counts the parameters before those of s (1 for the
// receiver of a method).
func (s *Signature) BindPython(th *Thread, name string, self int, args []Value, kw []*Str, out []Value) bool {
	npos := len(args) - len(kw)
	pos := args[:min(npos, s.Pos)]
	if s.VarArgs {
		out[len(s.Params)] = TupleCopy(args[len(pos):npos]).V()
	}
	copy(out, pos)
	if s.VarKw {
		out[len(out)-1] = NewDict().V()
	}
	for i, k := range kw {
		if !s.bindPythonKeyword(th, name, k, args[npos+i], out) {
			return false
		}
	}
	if npos > s.Pos && !s.VarArgs {
		return s.tooManyPython(th, name, self, npos, out)
	}
	return s.checkMissingPython(th, name, out)
}

func (s *Signature) bindPythonKeyword(th *Thread, name string, k *Str, v Value, out []Value) bool {
	for i := s.PosOnly; i < len(s.Params); i++ {
		if s.Params[i].Name != k.s {
			continue
		}
		if out[i].H != nil {
			th.TypeError("%s() got multiple values for argument '%s'", name, k.s)
			return false
		}
		out[i] = v
		return true
	}
	if s.VarKw {
		(*Dict)(out[len(out)-1].Ptr()).SetStr(k, v)
		return true
	}
	for i := 0; i < s.PosOnly; i++ {
		if s.Params[i].Name == k.s {
			th.TypeError("%s() got some positional-only arguments passed as keyword arguments: '%s'", name, k.s)
			return false
		}
	}
	th.TypeError("%s() got an unexpected keyword argument '%s'%s", name, k.s, s.suggestKeyword(k))
	return false
}

func (s *Signature) tooManyPython(th *Thread, name string, self, npos int, out []Value) bool {
	most := s.Pos + self
	takes := itoa(most)
	many := most != 1
	if s.Required < s.Pos {
		takes = "from " + itoa(s.Required+self) + " to " + takes
		many = true
	}
	given := itoa(npos + self)
	kwOnly := 0
	for i := s.Pos; i < len(s.Params); i++ {
		if out[i].H != nil {
			kwOnly++
		}
	}
	if kwOnly > 0 {
		given += " positional argument" + plural(npos+self) + " (and " + itoa(kwOnly) + " keyword-only argument" + plural(kwOnly) + ")"
	}
	verb := "were"
	if npos+self == 1 && kwOnly == 0 {
		verb = "was"
	}
	args := "argument"
	if many {
		args = "arguments"
	}
	th.TypeError("%s() takes %s positional %s but %s %s given", name, takes, args, given, verb)
	return false
}

func (s *Signature) checkMissingPython(th *Thread, name string, out []Value) bool {
	for _, part := range [...]struct {
		from, to int
		kind     string
	}{{0, s.Pos, "positional"}, {s.Pos, len(s.Params), "keyword-only"}} {
		var names []string
		for i := part.from; i < part.to; i++ {
			if s.Params[i].Required && out[i].H == nil {
				names = append(names, "'"+s.Params[i].Name+"'")
			}
		}
		if len(names) > 0 {
			th.TypeError("%s() missing %d required %s argument%s: %s", name, len(names), part.kind, plural(len(names)), listNames(names))
			return false
		}
	}
	return true
}

// listNames joins names as error texts do: a, a and b, a, b, and c.
func listNames(names []string) string {
	switch n := len(names); n {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}
