// The patterns of match: nodes that test a value and capture parts of it.
package eval

import (
	"pyasync/object"
)

type valuePattern struct {
	v   Node
	pos Pos
}

func (p *valuePattern) match(f *Frame, v Value) int {
	x := p.v.Eval(f)
	if x.H == nil {
		return -1
	}
	f.pos = p.pos
	r := f.th.Compare(v, x, object.CmpEQ)
	if r.H == nil {
		f.fail(p.pos)
		return -1
	}
	return f.truth(r, p.pos)
}

type singletonPattern struct{ v Value }

func (p *singletonPattern) match(f *Frame, v Value) int {
	if v == p.v {
		return 1
	}
	return 0
}

// asPattern is a capture, the wildcard, or `pattern as name`.
type asPattern struct {
	p pattern // nil: matches anything
	t target  // nil: binds nothing
}

func (p *asPattern) match(f *Frame, v Value) int {
	if p.p != nil {
		if r := p.p.match(f, v); r <= 0 {
			return r
		}
	}
	if p.t != nil && !p.t.store(f, v) {
		return -1
	}
	return 1
}

type orPattern struct{ list []pattern }

func (p *orPattern) match(f *Frame, v Value) int {
	for _, x := range p.list {
		if r := x.match(f, v); r != 0 {
			return r
		}
	}
	return 0
}

type sequencePattern struct {
	before, after []pattern
	star          bool
	rest          target // nil: the starred part is not bound
	skips         bool   // items are read by their index, those for wildcards not at all; else all are unpacked
	pos           Pos
}

func (p *sequencePattern) match(f *Frame, v Value) int {
	if v.Type().Flags&object.FlagSequence == 0 {
		return 0
	}
	want := len(p.before) + len(p.after)
	if p.star && want == 0 && p.rest == nil { // nobody asks how long it is
		return 1
	}
	f.pos = p.pos
	n := 0
	if !p.star || want > 0 {
		var ok bool
		if n, ok = f.th.Len(v); !ok {
			f.fail(p.pos)
			return -1
		}
		if n < want || n > want && !p.star {
			return 0
		}
	}
	if p.skips {
		return p.matchAt(f, v)
	}
	return p.matchItems(f, v)
}

// matchAt tests the items by their indices; for one after the star the length is asked for anew.
func (p *sequencePattern) matchAt(f *Frame, v Value) int {
	for i, x := range p.before {
		if r := p.matchIndex(f, v, x, i); r <= 0 {
			return r
		}
	}
	for i, x := range p.after {
		if isWildcard(x) {
			continue
		}
		n, ok := f.th.Len(v)
		if !ok {
			f.fail(p.pos)
			return -1
		}
		if r := p.matchIndex(f, v, x, n-len(p.after)+i); r <= 0 {
			return r
		}
	}
	return 1
}

func (p *sequencePattern) matchIndex(f *Frame, v Value, x pattern, i int) int {
	if isWildcard(x) {
		return 1
	}
	item := f.th.GetItem(v, object.Int(int64(i)))
	if item.H == nil {
		f.fail(p.pos)
		return -1
	}
	return x.match(f, item)
}

// matchItems unpacks v and tests its items.
func (p *sequencePattern) matchItems(f *Frame, v Value) int {
	var items []Value
	if v.IsExact(&object.TupleType) {
		items = (*object.Tuple)(v.Ptr()).Items
	} else if v.IsExact(&object.ListType) {
		items = (*object.List)(v.Ptr()).Items
	} else {
		var ok bool
		if items, ok = f.unpack(v, len(p.before), len(p.after), p.star); !ok {
			f.fail(p.pos)
			return -1
		}
	}
	split := len(items) - len(p.after)
	for i, x := range p.before {
		if r := x.match(f, items[i]); r <= 0 {
			return r
		}
	}
	if p.rest != nil && !p.rest.store(f, object.NewList(append([]Value(nil), items[len(p.before):split]...)).V()) {
		return -1
	}
	for i, x := range p.after {
		if r := x.match(f, items[split+i]); r <= 0 {
			return r
		}
	}
	return 1
}

func isWildcard(p pattern) bool {
	a, ok := p.(*asPattern)
	return ok && a.p == nil && a.t == nil
}

type mappingPattern struct {
	keys     []Node
	patterns []pattern
	rest     target
	distinct bool // the keys are literals, different ones
	pos      Pos
}

var strGet = object.NewStr("get")

func (p *mappingPattern) match(f *Frame, v Value) int {
	if v.Type().Flags&object.FlagMapping == 0 {
		return 0
	}
	f.pos = p.pos
	th := f.th
	if len(p.keys) > 0 {
		n, ok := th.Len(v)
		if !ok {
			f.fail(p.pos)
			return -1
		}
		if n < len(p.keys) {
			return 0
		}
	}
	var few [2 * 4]Value
	room := few[:]
	if len(p.keys) > 4 {
		room = make([]Value, 2*len(p.keys))
	}
	keys, values := room[:len(p.keys)], room[len(p.keys):]
	for i, kn := range p.keys {
		if keys[i] = kn.Eval(f); keys[i].H == nil {
			return -1
		}
	}
	if r := p.lookup(f, v, keys, values); r <= 0 {
		if r < 0 {
			f.fail(p.pos)
		}
		return r
	}
	for i, x := range p.patterns {
		if r := x.match(f, values[i]); r <= 0 {
			return r
		}
	}
	if p.rest == nil {
		return 1
	}
	return p.bindRest(f, v, keys)
}

// bindRest binds a dict of the items with other keys.
func (p *mappingPattern) bindRest(f *Frame, v Value, keys []Value) int {
	d := object.NewDict()
	if !f.th.DictUpdate(d, v) {
		f.fail(p.pos)
		return -1
	}
	for _, k := range keys {
		if _, ok := d.Pop(f.th, k); !ok {
			f.fail(p.pos)
			return -1
		}
	}
	if !p.rest.store(f, d.V()) {
		return -1
	}
	return 1
}

// lookup finds the values of keys with get(), so that mappings with defaults do not grow (match_keys). 0: one is absent.
func (p *mappingPattern) lookup(f *Frame, v Value, keys, values []Value) int {
	th := f.th
	if v.IsExact(&object.DictType) && p.distinct {
		d := (*object.Dict)(v.Ptr())
		for i, k := range keys {
			x, ok := d.Get(th, k)
			if !ok {
				return -1
			}
			if values[i] = x; x.H == nil {
				return 0
			}
		}
		return 1
	}
	missing := object.NewList(nil).V()
	seen := object.NewDict()
	for i, k := range keys {
		if old, ok := seen.Get(th, k); !ok || old.H != nil {
			if ok {
				th.ValueError("mapping pattern checks duplicate key (%s)", reprOf(th, k))
			}
			return -1
		}
		if !seen.Set(th, k, object.None) {
			return -1
		}
		x := th.CallMethod(v, strGet, k, missing)
		if x.H == nil {
			return -1
		}
		if x == missing {
			return 0
		}
		values[i] = x
	}
	return 1
}

type classPattern struct {
	cls        Node
	patterns   []pattern
	kw         []*Str
	kwPatterns []pattern
	pos        Pos
}

var strMatchArgs = object.NewStr("__match_args__")

func (p *classPattern) match(f *Frame, v Value) int {
	cls := p.cls.Eval(f)
	if cls.H == nil {
		return -1
	}
	f.pos = p.pos
	th := f.th
	t, ok := object.AsType(cls)
	if !ok {
		th.TypeError("called match pattern must be a class")
		f.fail(p.pos)
		return -1
	}
	is, ok := th.IsInstanceOf(v, cls)
	if !ok {
		f.fail(p.pos)
		return -1
	}
	if !is {
		return 0
	}
	var few [4]Value
	values, self, r := p.attributes(f, t, v, few[:0])
	if r <= 0 {
		if r < 0 {
			f.fail(p.pos)
		}
		return r
	}
	if self {
		if r := p.patterns[0].match(f, v); r <= 0 {
			return r
		}
	}
	own := len(values) - len(p.kwPatterns)
	for i, x := range values[:own] {
		if r := p.patterns[i].match(f, x); r <= 0 {
			return r
		}
	}
	for i, x := range values[own:] {
		if r := p.kwPatterns[i].match(f, x); r <= 0 {
			return r
		}
	}
	return 1
}

// attributes collects the attributes that the patterns inside match, before any of these is tried (match_class). self: the
// one positional pattern matches the subject. 0: an attribute is missing.
func (p *classPattern) attributes(f *Frame, t *object.Type, v Value, values []Value) (list []Value, self bool, result int) {
	th := f.th
	names, self, ok := p.positional(th, t)
	if !ok {
		return nil, false, -1
	}
	for i, n := range names {
		name, isStr := object.AsStr(n)
		if !isStr {
			th.TypeError("__match_args__ elements must be strings (got %s)", n.Type().TPName())
			return nil, false, -1
		}
		for _, old := range names[:i] {
			if s, _ := object.AsStr(old); s.Go() == name.Go() {
				return nil, false, p.repeated(th, t, name)
			}
		}
		x, ok := th.LookupAttr(v, name)
		if !ok {
			return nil, false, -1
		}
		if x.H == nil {
			return nil, false, 0
		}
		values = append(values, x)
	}
	for _, name := range p.kw {
		for _, old := range names {
			if s, _ := object.AsStr(old); s.Go() == name.Go() {
				return nil, false, p.repeated(th, t, name)
			}
		}
		x, ok := th.LookupAttr(v, name)
		if !ok {
			return nil, false, -1
		}
		if x.H == nil {
			return nil, false, 0
		}
		values = append(values, x)
	}
	return values, self, 1
}

func (p *classPattern) repeated(th *Thread, t *object.Type, name *Str) int {
	th.TypeError("%s() got multiple sub-patterns for attribute %s", t.Name, reprOf(th, name.V()))
	return -1
}

// positional returns the names of the attributes that positional patterns match, from __match_args__; self: the one
// pattern matches the subject.
func (p *classPattern) positional(th *Thread, t *object.Type) (names []Value, self, ok bool) {
	n := len(p.patterns)
	if n == 0 {
		return nil, false, true
	}
	ma, ok := th.LookupAttr(t.V(), strMatchArgs)
	if !ok {
		return nil, false, false
	}
	allowed := 0
	switch {
	case ma.H == nil && t.Flags&object.FlagMatchSelf != 0:
		allowed, self = 1, true
	case ma.H != nil:
		args, isTuple := object.AsTuple(ma)
		if !isTuple {
			th.TypeError("%s.__match_args__ must be a tuple (got %s)", t.Name, ma.Type().TPName())
			return nil, false, false
		}
		names, allowed = args.Items, len(args.Items)
	}
	if n > allowed {
		th.TypeError("%s() accepts %d positional sub-pattern%s (%d given)", t.Name, allowed, pluralS(allowed != 1), n)
		return nil, false, false
	}
	if self {
		return nil, true, true
	}
	return names[:n], false, true
}
