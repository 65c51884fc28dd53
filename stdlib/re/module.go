// The module re: its functions, the cache of compiled patterns, escape.
package remod

import (
	"strconv"
	"strings"

	"pyasync/object"
)

func itoa(n int) string { return strconv.Itoa(n) }

// cacheKey identifies a compiled pattern.
type cacheKey struct {
	text   string
	isText bool
	flags  int
}

// cache holds the patterns an interpreter compiled last.
type cache struct {
	patterns map[cacheKey]*pattern
	order    []cacheKey
}

const cacheSize = 512

type cacheExt struct{}

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	th.Interp.SetExt(cacheExt{}, &cache{patterns: map[cacheKey]*pattern{}})
	m.Set("__doc__", object.StrValue("Support for regular expressions (RE)."))
	m.Set("__version__", object.StrValue("2.2.1"))
	m.AddFuncs(functions)
	m.AddTypes(&patternErrorType, &patternType, &matchType, &regexFlagType)
	m.Set("error", patternErrorType.V())
	m.Set("Scanner", scannerClass(th))
	for _, f := range flagMembers {
		m.Set(f.name, flagValue(f.value))
	}
	all := []string{"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern", "Match",
		"A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError"}
	items := make([]value, len(all))
	for i, s := range all {
		items[i] = object.StrValue(s)
	}
	m.Set("__all__", object.NewList(items).V())
	return true
}

var functions = []object.Method{
	{Name: "match", Flags: object.PyFunction, Sig: "pattern, string, flags=0", F: withPattern(2, func(th *thread, p, s value) value { return oneArg(patternMatch)(th, p, s) })},
	{Name: "fullmatch", Flags: object.PyFunction, Sig: "pattern, string, flags=0", F: withPattern(2, func(th *thread, p, s value) value { return oneArg(patternFullmatch)(th, p, s) })},
	{Name: "search", Flags: object.PyFunction, Sig: "pattern, string, flags=0", F: withPattern(2, func(th *thread, p, s value) value { return oneArg(patternSearch)(th, p, s) })},
	{Name: "findall", Flags: object.PyFunction, Sig: "pattern, string, flags=0", F: withPattern(2, func(th *thread, p, s value) value { return oneArg(patternFindall)(th, p, s) })},
	{Name: "finditer", Flags: object.PyFunction, Sig: "pattern, string, flags=0", F: withPattern(2, func(th *thread, p, s value) value { return oneArg(patternFinditer)(th, p, s) })},
	{Name: "sub", Flags: object.PyFunction, Sig: "pattern, repl, string, *args, count=0, flags=0", F: func(th *thread, self value, a []value) value { return moduleSub(th, a, "sub") }},
	{Name: "subn", Flags: object.PyFunction, Sig: "pattern, repl, string, *args, count=0, flags=0", F: func(th *thread, self value, a []value) value { return moduleSub(th, a, "subn") }},
	{Name: "split", Flags: object.PyFunction, Sig: "pattern, string, *args, maxsplit=0, flags=0", F: moduleSplit},
	{Name: "compile", Flags: object.PyFunction, Sig: "pattern, flags=0", F: func(th *thread, self value, a []value) value { return compileValue(th, a[0], a[1]) }},
	{Name: "_compile", Sig: "pattern, flags", F: func(th *thread, self value, a []value) value { return compileValue(th, a[0], a[1]) }},
	{Name: "purge", Flags: object.PyFunction, F0: func(th *thread, self value) value {
		*th.Interp.Ext(cacheExt{}).(*cache) = cache{patterns: map[cacheKey]*pattern{}}
		return object.None
	}},
	{Name: "escape", Flags: object.PyFunction, Sig: "pattern", F1: escapePattern},
}

// withPattern makes a module function that compiles its first argument under the flags in a[flags].
func withPattern(flags int, f func(th *thread, p, s value) value) func(*thread, value, []value) value {
	return func(th *thread, self value, a []value) value {
		p := compileValue(th, a[0], a[flags])
		if p.H == nil {
			return p
		}
		return f(th, p, a[1])
	}
}

// compileValue returns the pattern object for a pattern given as text, bytes or pattern.
func compileValue(th *thread, v, flagsv value) value {
	flags := 0
	if flagsv.H != nil {
		if flagsv.Type().Index == nil { // the parser tests a bit first
			return th.BinaryOp(object.OpAnd, flagsv, object.Int(flagVerbose))
		}
		var ok bool
		if flags, ok = th.AsIndex(flagsv, &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	var key cacheKey
	if s, ok := object.AsStr(v); ok {
		key = cacheKey{s.Go(), true, flags}
	} else if b, ok := object.AsBytes(v); ok {
		key = cacheKey{object.BytesAsText(b.B), false, flags}
	} else if v.IsExact(&patternType) {
		if flags != 0 {
			return th.ValueError("cannot process flags argument with a compiled pattern")
		}
		return v
	} else if object.IsBytesLike(v) {
		b, ok := object.BytesLike(th, v)
		if !ok {
			return value{}
		}
		key = cacheKey{string(b), false, flags}
	} else {
		return th.TypeError("first argument must be string or compiled pattern")
	}
	c := th.Interp.Ext(cacheExt{}).(*cache)
	if p := c.patterns[key]; p != nil {
		return p.V()
	}
	prog, ok := compileText(th, key, v)
	if !ok {
		return value{}
	}
	p := newPattern(prog, v)
	if len(c.order) >= cacheSize {
		delete(c.patterns, c.order[0])
		c.order = append(c.order[:0], c.order[1:]...)
	}
	c.patterns[key] = p
	c.order = append(c.order, key)
	return p.V()
}

// compileText parses and compiles; false: an exception is pending.
func compileText(th *thread, key cacheKey, source value) (prog *program, ok bool) {
	defer catchSyntax(th, source, &ok)
	p, seq := parsePattern(patternRunes(key.text, key.isText), key.isText, key.flags)
	for _, w := range p.warnings {
		if th.Interp.Hooks.Warn != nil && !th.Interp.Hooks.Warn(th, &object.FutureWarningType, w.text, 1) {
			return nil, false
		}
	}
	return compileNodes(p, seq), true
}

// positional takes extra positional arguments of sub and split, which are deprecated.
func positional(th *thread, fname string, extra value, least int, names []string, slots []*value) bool {
	t, _ := object.AsTuple(extra)
	if len(t.Items) == 0 {
		return true
	}
	for i, x := range t.Items {
		if i >= len(slots) {
			th.TypeError("%s() takes from %d to %d positional arguments but %d were given", fname, least, least+2, least+len(t.Items))
			return false
		}
		if slots[i].H != nil {
			th.TypeError("%s() got multiple values for argument '%s'", fname, names[i])
			return false
		}
		*slots[i] = x
	}
	if th.Interp.Hooks.Warn == nil {
		return true
	}
	return th.Interp.Hooks.Warn(th, &object.DeprecationWarningType, "'"+names[0]+"' is passed as positional argument", 1)
}

// Arguments of functions with *args are bound as: the parameters in order, then the tuple.
func moduleSub(th *thread, a []value, name string) value {
	count, flags := a[3], a[4]
	if !positional(th, name, a[5], 3, []string{"count", "flags"}, []*value{&count, &flags}) {
		return value{}
	}
	p := compileValue(th, a[0], flags)
	if p.H == nil {
		return p
	}
	w := th.Window(3)
	w[0], w[1], w[2] = a[1], a[2], count
	r := patternSub(th, p, w, name == "subn")
	th.Release(w)
	return r
}

func moduleSplit(th *thread, self value, a []value) value {
	limit, flags := a[2], a[3]
	if !positional(th, "split", a[4], 2, []string{"maxsplit", "flags"}, []*value{&limit, &flags}) {
		return value{}
	}
	p := compileValue(th, a[0], flags)
	if p.H == nil {
		return p
	}
	w := th.Window(2)
	w[0], w[1] = a[1], limit
	r := patternSplit(th, p, w)
	th.Release(w)
	return r
}

const escaped = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"

func escapePattern(th *thread, self, v value) value {
	s, isText := object.AsStr(v)
	var text string
	if isText {
		text = s.Go()
	} else {
		b, ok := object.BytesLike(th, v)
		if !ok {
			th.Exc = value{}
			return th.TypeError("decoding to str: need a bytes-like object, %s found", v.Type().TPName())
		}
		text = object.BytesAsText(b)
	}
	out := make([]byte, 0, len(text)+8)
	for i := range len(text) {
		if strings.IndexByte(escaped, text[i]) >= 0 {
			out = append(out, '\\')
		}
		out = append(out, text[i])
	}
	if isText {
		return object.StrFromBytes(out)
	}
	return object.BytesValue(out)
}
