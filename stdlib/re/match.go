// The type re.Match.
package remod

import (
	"fmt"

	"pyasync/object"
)

// match is a match object. Captures are byte offsets.
type match struct {
	object.Header
	pat         *pattern
	subject     value
	str         *object.Str
	s           string
	caps        []int
	few         [8]int // room for the captures of most patterns
	pos, endpos int
	last        int
}

var matchType object.Type

func asMatch(v value) *match { return (*match)(v.Ptr()) }

func init() {
	object.Define(&matchType, object.Spec{Name: "re.Match", Doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
		Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[match](),
		Slots: object.Slots{Repr: matchRepr, GetItem: func(th *thread, v, key value) value {
			m := asMatch(v)
			g, ok := m.index(th, key)
			if !ok {
				return value{}
			}
			return m.group(g, object.None)
		}},
		Methods: []object.Method{
			{Name: "group", F0: func(th *thread, self value) value { return asMatch(self).group(0, object.None) }, F1: matchGroup1, Sig: "*args", F: matchGroup},
			{Name: "groups", Sig: "default=None", F0: func(th *thread, self value) value { return asMatch(self).groups(object.None) },
				F: func(th *thread, self value, a []value) value { return asMatch(self).groups(object.OrNone(a[0])) }},
			{Name: "groupdict", Sig: "default=None", F: matchGroupdict},
			{Name: "start", Sig: "group=0, /", F0: func(th *thread, self value) value { return asMatch(self).charIndex(asMatch(self).caps[0]) },
				F: func(th *thread, self value, a []value) value { return asMatch(self).bound(th, a[0], 0) }},
			{Name: "end", Sig: "group=0, /", F0: func(th *thread, self value) value { return asMatch(self).charIndex(asMatch(self).caps[1]) },
				F: func(th *thread, self value, a []value) value { return asMatch(self).bound(th, a[0], 1) }},
			{Name: "span", Sig: "group=0, /", F0: func(th *thread, self value) value { return asMatch(self).span(0) }, F: func(th *thread, self value, a []value) value {
				m := asMatch(self)
				g, ok := m.index(th, a[0])
				if !ok {
					return value{}
				}
				return m.span(g)
			}},
			{Name: "expand", Sig: "template", F1: matchExpand, F: func(th *thread, self value, a []value) value { return matchExpand(th, self, a[0]) }},
			{Name: "__copy__", F0: same},
			{Name: "__deepcopy__", Sig: "memo, /", F1: func(th *thread, self, memo value) value { return self }},
			object.ClassGetItemRow,
		},
		Members: []object.Member{
			{Name: "string", Get: func(th *thread, v value) value { return asMatch(v).subject }},
			{Name: "re", Get: func(th *thread, v value) value { return asMatch(v).pat.V() }},
			{Name: "pos", Get: func(th *thread, v value) value { return object.Int(int64(asMatch(v).pos)) }},
			{Name: "endpos", Get: func(th *thread, v value) value { return object.Int(int64(asMatch(v).endpos)) }},
		},
		Getset: []object.Getset{
			{Name: "lastindex", Get: func(th *thread, v value) value {
				if m := asMatch(v); m.last > 0 {
					return object.Int(int64(m.last))
				}
				return object.None
			}},
			{Name: "lastgroup", Get: matchLastgroup},
			{Name: "regs", Get: func(th *thread, v value) value {
				m := asMatch(v)
				items := make([]value, len(m.caps)/2)
				for g := range items {
					items[g] = m.span(g)
				}
				return object.NewTuple(items).V()
			}},
		}})
}

// index resolves a group number or name.
func (m *match) index(th *thread, v value) (int, bool) {
	if v.H == nil {
		return 0, true
	}
	if v.IsSmallInt() || v.Type().Index != nil {
		g, ok := th.AsIndex(v, &object.IndexErrorType)
		if !ok {
			th.Catch(&object.IndexErrorType)
			if th.Exc.H != nil {
				return 0, false
			}
		} else if g >= 0 && 2*g < len(m.caps) {
			return g, true
		}
	} else if s, ok := object.AsStr(v); ok {
		if g, ok := m.pat.prog.names[s.Go()]; ok {
			return g, true
		}
	}
	th.IndexError("no such group")
	return 0, false
}

// group returns the text of group g, or deflt when it did not take part.
func (m *match) group(g int, deflt value) value {
	i, j := m.caps[2*g], m.caps[2*g+1]
	if j < 0 || i < 0 {
		return deflt
	}
	return partOf(m.subject, m.str, m.s, i, max(i, j))
}

func (m *match) groups(deflt value) value {
	items := make([]value, len(m.caps)/2-1)
	for g := range items {
		items[g] = m.group(g+1, deflt)
	}
	return object.NewTuple(items).V()
}

func (m *match) charIndex(off int) value {
	if m.str == nil || off <= 0 {
		return object.Int(int64(off))
	}
	return object.Int(int64(m.str.CharIndex(off)))
}

func (m *match) span(g int) value {
	return object.TupleOf(m.charIndex(m.caps[2*g]), m.charIndex(m.caps[2*g+1]))
}

// bound is start (which 0) or end (which 1) of a group.
func (m *match) bound(th *thread, group value, which int) value {
	g, ok := m.index(th, group)
	if !ok {
		return value{}
	}
	return m.charIndex(m.caps[2*g+which])
}

func matchGroup1(th *thread, self, group value) value {
	m := asMatch(self)
	g, ok := m.index(th, group)
	if !ok {
		return value{}
	}
	return m.group(g, object.None)
}

func matchGroup(th *thread, self value, a []value) value {
	m := asMatch(self)
	t, _ := object.AsTuple(a[0])
	switch len(t.Items) {
	case 0:
		return m.group(0, object.None)
	case 1:
		return matchGroup1(th, self, t.Items[0])
	}
	items := make([]value, len(t.Items))
	for i, x := range t.Items {
		if items[i] = matchGroup1(th, self, x); items[i].H == nil {
			return value{}
		}
	}
	return object.NewTuple(items).V()
}

func matchGroupdict(th *thread, self value, a []value) value {
	m := asMatch(self)
	d := object.NewDict()
	for _, name := range m.pat.prog.order {
		d.SetName(name, m.group(m.pat.prog.names[name], object.OrNone(a[0])))
	}
	return d.V()
}

func matchLastgroup(th *thread, v value) value {
	m := asMatch(v)
	for name, g := range m.pat.prog.names {
		if g == m.last {
			return object.StrValue(name)
		}
	}
	return object.None
}

func matchExpand(th *thread, self, template value) value {
	m := asMatch(self)
	pieces, ok := m.pat.template(th, template, m.subject)
	if !ok {
		return value{}
	}
	out := appendPieces(nil, pieces, m.s, m.caps)
	if m.str != nil {
		return object.StrFromBytes(out)
	}
	return object.BytesValue(out)
}

func matchRepr(th *thread, v value) value {
	m := asMatch(v)
	text, ok := th.Repr(m.group(0, object.None))
	if !ok {
		return value{}
	}
	if rs := object.Runes(text); len(rs) > 50 {
		var b []byte
		for _, r := range rs[:50] {
			b = object.AppendRune(b, r)
		}
		text = string(b)
	}
	span, _ := th.Repr(m.span(0))
	return object.StrValue(fmt.Sprintf("<%s object; span=%s, match=%s>", "re.Match", span, text))
}
