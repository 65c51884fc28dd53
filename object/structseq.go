// Struct sequences: tuples whose items have names, such as time.struct_time and sys.version_info.
package object

import "strings"

// StructField is a field of a struct sequence. Unnamed fields have an empty name.
type StructField struct{ Name, Doc string }

// DefineStructSeq fills in the struct sequence type t; fullName is "module.name". The first visible fields are the
// items of the tuple, the others can only be asked for by name. noNew types cannot be made by scripts.
func DefineStructSeq(t *Type, fullName, doc string, visible int, noNew bool, fields ...StructField) {
	s := &structSeq{t, fullName, visible, fields}
	spec := Spec{Name: fullName, Doc: doc, Base: &TupleType, Sig: "iterable=(), /", Flags: FlagFinal,
		Slots: Slots{Repr: s.repr, New: s.new},
		Methods: []Method{
			{Name: "__reduce__", F0: s.reduce},
			{Name: "__replace__", Raw: s.replace},
		},
		Consts: s.consts,
	}
	if noNew {
		spec.Slots.New = nil
		spec.Flags |= FlagNoNew
	}
	for i, f := range fields {
		if f.Name == "" {
			continue
		}
		spec.Members = append(spec.Members, Member{Name: f.Name, Doc: f.Doc,
			Get: func(th *Thread, v Value) Value { return structItems(v)[i] }})
	}
	Define(t, spec)
}

// NewStructSeq makes a struct sequence of type t with all its fields; it owns items.
func NewStructSeq(t *Type, visible int, items []Value) Value {
	return (&Tuple{Header{&t.Root}, items[:visible:len(items)]}).V()
}

// structItems returns all fields: those that are not items stand behind the tuple's end.
func structItems(v Value) []Value {
	items := (*Tuple)(v.Ptr()).Items
	return items[:cap(items)]
}

// StructItem returns field i of a struct sequence, visible or not.
func StructItem(v Value, i int) Value { return structItems(v)[i] }

type structSeq struct {
	t       *Type
	name    string
	visible int
	fields  []StructField
}

func (s *structSeq) consts() map[string]Value {
	unnamed := 0
	var names []Value
	for i, f := range s.fields {
		if f.Name == "" {
			unnamed++
		} else if i < s.visible {
			names = append(names, StrValue(f.Name))
		}
	}
	return map[string]Value{
		"n_sequence_fields": Int(int64(s.visible)),
		"n_fields":          Int(int64(len(s.fields))),
		"n_unnamed_fields":  Int(int64(unnamed)),
		"__match_args__":    NewTuple(names).V(),
	}
}

func (s *structSeq) repr(th *Thread, v Value) Value {
	var b strings.Builder
	b.WriteString(s.name)
	b.WriteByte('(')
	for i, x := range (*Tuple)(v.Ptr()).Items {
		if i > 0 {
			b.WriteString(", ")
		}
		r, ok := th.Repr(x)
		if !ok {
			return Value{}
		}
		b.WriteString(s.fields[i].Name)
		b.WriteByte('=')
		b.WriteString(r)
	}
	b.WriteByte(')')
	return StrValue(b.String())
}

var structSeqSig = ParseSignature("sequence, dict=None")

func (s *structSeq) new(th *Thread, t *Type, args []Value, kw []*Str) Value {
	w := th.Window(2)
	ok := structSeqSig.Bind(th, s.t.Name, args, kw, w)
	seq, dict := w[0], w[1]
	th.Release(w)
	if !ok {
		return Value{}
	}
	if seq.Type().Iter == nil && seq.Type().GetItem == nil {
		return th.TypeError("constructor requires a sequence")
	}
	items, ok := th.Collect(seq)
	if !ok {
		return Value{}
	}
	n, total := len(items), len(s.fields)
	switch {
	case s.visible == total && n != total:
		return th.TypeError("%s() takes a %d-sequence (%d-sequence given)", s.name, total, n)
	case n < s.visible:
		return th.TypeError("%s() takes an at least %d-sequence (%d-sequence given)", s.name, s.visible, n)
	case n > total:
		return th.TypeError("%s() takes an at most %d-sequence (%d-sequence given)", s.name, total, n)
	}
	var d *Dict
	if dict.H != nil && !dict.IsNone() {
		if d, ok = AsDict(dict); !ok {
			return th.TypeError("%s() takes a dict as second arg, if any", s.name)
		}
	}
	all := make([]Value, total)
	copy(all, items)
	for i := n; i < total; i++ {
		all[i] = None
		if d != nil {
			if x := d.GetName(s.fields[i].Name); x.H != nil {
				all[i] = x
			}
		}
	}
	return NewStructSeq(s.t, s.visible, all)
}

func (s *structSeq) reduce(th *Thread, v Value) Value {
	all := structItems(v)
	d := NewDict()
	for i := s.visible; i < len(all); i++ {
		d.SetName(s.fields[i].Name, all[i])
	}
	return TupleOf(s.t.V(), TupleOf(TupleCopy(all[:s.visible]).V(), d.V()))
}

func (s *structSeq) replace(th *Thread, v Value, args []Value, kw []*Str) Value {
	if len(args) > len(kw) {
		return th.TypeError("__replace__() takes no positional arguments (%d given)", len(args)-len(kw))
	}
	all := append([]Value(nil), structItems(v)...)
	for i, k := range kw {
		found := false
		for j, f := range s.fields {
			if f.Name == k.s {
				all[j], found = args[i], true
			}
		}
		if !found {
			return th.TypeError("Got unexpected field name(s): ['%s']", k.s)
		}
	}
	return NewStructSeq(s.t, s.visible, all)
}
