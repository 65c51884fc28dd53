// code, the type of code objects, and its attributes.
package object

import "unicode/utf8"

func init() {
	Define(&CodeType, Spec{Name: "code", Flags: FlagFinal | FlagNoNew, Alloc: Allocator[Code](),
		Doc:     "Create a code object.  Not for mere mortals.",
		Slots:   Slots{Repr: codeRepr},
		Members: codeMembers,
		Getset:  codeGetset,
		Methods: []Method{
			{Name: "co_lines", F0: codeLines},
			{Name: "co_positions", F0: codePositions},
			{Name: "replace", Sig: "**changes", Doc: "Return a copy of the code object with new values for the specified fields.", F: codeReplace},
			{Name: "__replace__", Sig: "**changes", Doc: "The same as replace().", F: codeReplace},
			{Name: "_varname_from_oparg", Sig: "oparg", F: func(th *Thread, v Value, a []Value) Value {
				i, ok := th.AsIndex(a[0], nil)
				if c := complete(v); ok && i >= 0 && i < len(c.VarNames) {
					return c.VarNames[i].V()
				}
				return th.IndexError("tuple index out of range")
			}},
		},
	})
}

func code(v Value) *Code { return (*Code)(v.Ptr()) }

// complete is code with all variables known.
func complete(v Value) *Code {
	c := code(v)
	if c.Complete != nil {
		c.Complete(c)
	}
	return c
}

// V returns the code object as a Value.
func (c *Code) V() Value { return Value{&c.Header, 0} }

func codeInt(name string, get func(c *Code) int) Member {
	return Member{Name: name, Get: func(th *Thread, v Value) Value { return Int(int64(get(code(v)))) }}
}

var codeMembers = []Member{
	codeInt("co_argcount", func(c *Code) int { return c.ArgCount }),
	codeInt("co_posonlyargcount", func(c *Code) int { return c.PosOnlyCount }),
	codeInt("co_kwonlyargcount", func(c *Code) int { return c.KwOnlyCount }),
	codeInt("co_stacksize", func(c *Code) int { return 16 }),
	codeInt("co_flags", func(c *Code) int { return int(c.Flags) }),
	codeInt("co_firstlineno", func(c *Code) int { return c.FirstLine }),
	{Name: "co_names", Get: func(th *Thread, v Value) Value { return strTuple(code(v).usedNames()) }},
	{Name: "co_filename", Get: func(th *Thread, v Value) Value { return StrValue(code(v).Filename) }},
	{Name: "co_name", Get: func(th *Thread, v Value) Value { return StrValue(code(v).Name) }},
	{Name: "co_qualname", Get: func(th *Thread, v Value) Value { return StrValue(code(v).Qualname) }},
	{Name: "co_consts", Get: func(th *Thread, v Value) Value { return TupleCopy(code(v).constants()).V() }},
	{Name: "co_linetable", Get: func(th *Thread, v Value) Value { return th.emptyBytes() }},
	{Name: "co_exceptiontable", Get: func(th *Thread, v Value) Value { return th.emptyBytes() }},
}

var codeGetset = []Getset{
	{Name: "co_varnames", Get: func(th *Thread, v Value) Value { return strTuple(complete(v).VarNames) }},
	{Name: "co_cellvars", Get: func(th *Thread, v Value) Value { return strTuple(complete(v).CellVars) }},
	{Name: "co_freevars", Get: func(th *Thread, v Value) Value { return strTuple(code(v).FreeVars) }},
	{Name: "co_nlocals", Get: func(th *Thread, v Value) Value { return Int(int64(len(complete(v).VarNames))) }},
	{Name: "co_code", Get: func(th *Thread, v Value) Value { return th.emptyBytes() }},
	{Name: "co_lnotab", Get: func(th *Thread, v Value) Value { return th.emptyBytes() }},
}

func (c *Code) constants() []Value {
	if c.Consts == nil && c.Constants != nil {
		return c.Constants(c)
	}
	return c.Consts
}

func (c *Code) usedNames() []*Str {
	if c.Names == nil && c.UsedNames != nil {
		return c.UsedNames(c)
	}
	return c.Names
}

// emptyBytes stands for the parts of a code object that hold bytecode, of which there is none.
func (th *Thread) emptyBytes() Value { return th.CallArgs(BytesType.V()) }

func strTuple(names []*Str) Value {
	items := make([]Value, len(names))
	for i, n := range names {
		items[i] = n.V()
	}
	return NewTuple(items).V()
}

func codeRepr(th *Thread, v Value) Value {
	c := code(v)
	return StrValue("<code object " + c.Name + " at " + Address(v) + ", file \"" + c.Filename + "\", line " + itoa(c.FirstLine) + ">")
}

// codeLines yields one (start, end, line) for each line of the definition.
func codeLines(th *Thread, v Value) Value {
	c := code(v)
	var items []Value
	first, last := c.lineRange()
	for n := first; n <= last; n++ {
		items = append(items, TupleOf(Int(int64(2*(n-first))), Int(int64(2*(n-first)+2)), Int(int64(n))))
	}
	return th.Iter(NewList(items).V())
}

func (c *Code) lineRange() (first, last int) {
	first, last = c.FirstLine, c.FirstLine
	if c.Source != nil && c.Source.Locate != nil {
		if _, end := c.Pos.Span(); end > 0 {
			if last, _ = c.Source.Locate(end); last < first {
				last = first
			}
		}
	}
	return first, last
}

func codePositions(th *Thread, v Value) Value {
	c := code(v)
	first, last := c.lineRange()
	var items []Value
	for n := first; n <= last; n++ {
		width := 0
		if c.Source != nil && c.Source.Line != nil {
			width = utf8.RuneCountInString(c.Source.Line(n))
		}
		items = append(items, TupleOf(Int(int64(n)), Int(int64(n)), Int(0), Int(int64(width))))
	}
	return th.Iter(NewList(items).V())
}

// codeReplace supports the fields that do not change the body.
func codeReplace(th *Thread, v Value, a []Value) Value {
	c := code(v).Copy()
	changes, _ := AsDict(a[0])
	for pos := 0; ; {
		k, x, next, more := changes.Next(pos)
		if !more {
			return c.V()
		}
		pos = next
		name, _ := GoString(k)
		if !th.replaceField(c, name, x) {
			return Value{}
		}
	}
}

// Copy returns a copy of c that is executed in the same way.
func (c *Code) Copy() *Code {
	if c.Clone != nil {
		return c.Clone(c)
	}
	n := *c
	return &n
}

func (th *Thread) replaceField(c *Code, name string, x Value) bool {
	str := func(p *string) bool {
		s, ok := AsStr(x)
		if !ok {
			th.TypeError("replace() argument '%s' must be str, not %s", name, typeNameOf(x))
			return false
		}
		*p = s.s
		return true
	}
	switch name {
	case "co_name":
		return str(&c.Name)
	case "co_qualname":
		return str(&c.Qualname)
	case "co_filename":
		return str(&c.Filename)
	case "co_firstlineno", "co_flags":
		n, ok := th.AsIndex(x, &OverflowErrorType)
		if ok && name == "co_flags" {
			c.Flags = uint32(n)
		} else if ok {
			c.FirstLine = n
		}
		return ok
	case "co_consts":
		t, ok := AsTuple(x)
		if !ok {
			th.TypeError("replace() argument 'co_consts' must be tuple, not %s", x.Type().TPName())
			return false
		}
		c.Consts = t.Items
		return true
	case "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_code", "co_names",
		"co_varnames", "co_freevars", "co_cellvars", "co_linetable", "co_exceptiontable":
		th.Raisef(&NotImplementedErrorType, "replace() of %s: code objects have no bytecode here", name)
		return false
	}
	th.TypeError("replace() got an unexpected keyword argument '%s'", name)
	return false
}
