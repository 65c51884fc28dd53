// Calls of Python functions: function objects, binding of arguments, the Call slot.
package eval

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unsafe"

	"pyasync/object"
)

func newFunction(th *Thread, code *object.Code, globals *object.Dict) *object.Function {
	fn := &object.Function{Header: object.Header{Shape: &object.FunctionType.Root}, Code: code, Globals: globals}
	fn.Builtins = builtinsOf(th, globals)
	return fn
}

// callFunction is the Call slot of functions.
func callFunction(th *Thread, fv Value, args []Value, kw []*Str) Value {
	if n, ok := object.AsNativeFunction(fv); ok {
		return n.Call(th, args, kw)
	}
	fn := (*object.Function)(fv.Ptr())
	c := codeOf(fn.Code)
	f := baseFrame(th)
	if c.lower != nil {
		c.prepare()
	}
	if c.kind != plainCode {
		return callGenerator(th, fn, c, args, kw)
	}
	nf := f.push(c.slots)
	if c.simple && len(kw) == 0 && len(args) == c.ArgCount {
		copy(nf.slots(len(args)), args)
	} else if !bindArgs(th, fn, c, nf, args, kw) {
		clear(nf.slots(int(c.slots)))
		return Value{}
	}
	return f.run(nf, fn, c)
}

// callGenerator makes the generator or coroutine that calling fn returns.
func callGenerator(th *Thread, fn *object.Function, c *Code, args []Value, kw []*Str) Value {
	co := newCoroutine(th, fn, c)
	if c.simple && len(kw) == 0 && len(args) == c.ArgCount {
		copy(co.frame.slots(len(args)), args)
	} else if !bindArgs(th, fn, c, &co.frame, args, kw) {
		return Value{}
	}
	if c.cells != nil {
		c.makeCells(&co.frame)
	}
	if c.kind == coroutineCode && th.Interp.Hooks.CoroutineCreated != nil {
		th.Interp.Hooks.CoroutineCreated(th, &co.Coroutine)
	}
	return co.V()
}

// coroutineOrigin is cr_origin: where a coroutine was made, as (file, line, function) from the innermost frame outwards.
func coroutineOrigin(th *Thread) Value {
	var items []Value
	for f := baseFrame(th); f != nil && len(items) < th.OriginDepth; f = f.back {
		if f.fn != nil {
			o := f.object()
			items = append(items, object.TupleOf(object.StrValue(o.Code.Filename), object.Int(int64(o.Line())), object.StrValue(o.Code.Name)))
		}
	}
	return object.NewTuple(items).V()
}

// bindArgs distributes arguments over the parameters of fn in nf's slots (CPython's initialize_locals).
func bindArgs(th *Thread, fn *object.Function, c *Code, nf *Frame, args []Value, kw []*Str) bool {
	npos := len(args) - len(kw)
	nargs := c.ArgCount
	total := nargs + c.KwOnlyCount
	n := min(npos, nargs)
	copy(nf.slots(n), args[:n])
	var extra *object.Dict
	next := total
	if c.Flags&object.CoVarArgs != 0 {
		*nf.at(slotAt(next)) = object.TupleCopy(args[n:npos]).V()
		next++
	}
	if c.Flags&object.CoVarKeywords != 0 {
		extra = object.NewDict()
		*nf.at(slotAt(next)) = extra.V()
	}
	for i := range kw {
		if !bindKeyword(th, fn, c, nf, kw, i, args[npos+i], extra) {
			return false
		}
	}
	if npos > nargs && c.Flags&object.CoVarArgs == 0 {
		return tooManyPositional(th, fn, c, nf, npos)
	}
	if npos < nargs && !fillDefaults(th, fn, c, nf) {
		return false
	}
	if c.KwOnlyCount > 0 {
		return fillKwDefaults(th, fn, c, nf)
	}
	return true
}

func bindKeyword(th *Thread, fn *object.Function, c *Code, nf *Frame, kw []*Str, at int, v Value, extra *object.Dict) bool {
	k := kw[at]
	total := c.ArgCount + c.KwOnlyCount
	name := k.Go()
	for i := c.PosOnlyCount; i < total; i++ {
		if c.VarNames[i] == k || c.VarNames[i].Go() == name {
			p := nf.at(slotAt(i))
			if p.H != nil {
				th.TypeError("%s() got multiple values for argument '%s'", fn.Qualname.Go(), name)
				return false
			}
			*p = v
			return true
		}
	}
	if extra != nil {
		extra.SetStr(k, v)
		return true
	}
	if names := positionalOnlyNamed(c, kw); names != nil {
		th.TypeError("%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.Qualname.Go(), strings.Join(names, ", "))
		return false
	}
	th.TypeError("%s() got an unexpected keyword argument '%s'%s", fn.Qualname.Go(), name, suggestKeyword(c, name))
	return false
}

// positionalOnlyNamed returns the positional-only parameters that a call names.
func positionalOnlyNamed(c *Code, kw []*Str) (names []string) {
	for _, name := range c.VarNames[:c.PosOnlyCount] {
		if slices.ContainsFunc(kw, func(k *Str) bool { return k.Go() == name.Go() }) {
			names = append(names, name.Go())
		}
	}
	return names
}

// suggestKeyword is CPython 3.13's hint for a misspelt keyword.
func suggestKeyword(c *Code, name string) string {
	var names []string
	for i := c.PosOnlyCount; i < c.ArgCount+c.KwOnlyCount; i++ {
		names = append(names, c.VarNames[i].Go())
	}
	return object.SuggestKeyword(name, names...)
}

func fillDefaults(th *Thread, fn *object.Function, c *Code, nf *Frame) bool {
	first := c.ArgCount - len(fn.Defaults)
	var missing []string
	for i := 0; i < c.ArgCount; i++ {
		p := nf.at(slotAt(i))
		if p.H != nil {
			continue
		}
		if i >= first {
			*p = fn.Defaults[i-first]
		} else {
			missing = append(missing, c.VarNames[i].Go())
		}
	}
	if missing != nil {
		return missingArgs(th, fn, "positional", missing)
	}
	return true
}

func fillKwDefaults(th *Thread, fn *object.Function, c *Code, nf *Frame) bool {
	var missing []string
	for i := c.ArgCount; i < c.ArgCount+c.KwOnlyCount; i++ {
		p := nf.at(slotAt(i))
		if p.H != nil {
			continue
		}
		if fn.KwDefaults != nil {
			*p = fn.KwDefaults.GetStr(c.VarNames[i])
		}
		if p.H == nil {
			missing = append(missing, c.VarNames[i].Go())
		}
	}
	if missing != nil {
		return missingArgs(th, fn, "keyword-only", missing)
	}
	return true
}

func missingArgs(th *Thread, fn *object.Function, kind string, names []string) bool {
	for i, n := range names {
		names[i] = "'" + n + "'"
	}
	var list string
	switch n := len(names); n {
	case 1:
		list = names[0]
	case 2:
		list = names[0] + " and " + names[1]
	default:
		list = strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
	s := "s"
	if len(names) == 1 {
		s = ""
	}
	th.TypeError("%s() missing %d required %s argument%s: %s", fn.Qualname.Go(), len(names), kind, s, list)
	return false
}

func tooManyPositional(th *Thread, fn *object.Function, c *Code, nf *Frame, given int) bool {
	kwonly := 0
	for i := c.ArgCount; i < c.ArgCount+c.KwOnlyCount; i++ {
		if nf.at(slotAt(i)).H != nil {
			kwonly++
		}
	}
	takes, plural := fmt.Sprint(c.ArgCount), c.ArgCount != 1
	if d := len(fn.Defaults); d > 0 {
		takes, plural = fmt.Sprintf("from %d to %d", c.ArgCount-d, c.ArgCount), true
	}
	kwText := ""
	if kwonly > 0 {
		kwText = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", pluralS(given != 1), kwonly, pluralS(kwonly != 1))
	}
	was := "were"
	if given == 1 && kwonly == 0 {
		was = "was"
	}
	th.TypeError("%s() takes %s positional argument%s but %d%s %s given", fn.Qualname.Go(), takes, pluralS(plural), given, kwText, was)
	return false
}

func pluralS(plural bool) string {
	if plural {
		return "s"
	}
	return ""
}

// sortedNames returns the keys of a set of names in order, for messages.
func sortedNames(m map[string]bool) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

var _ = unsafe.Pointer(nil)
