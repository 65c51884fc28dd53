// Package stringmod is the module _string: the parsing of format strings, for string.Formatter.
package stringmod

import "pyasync/object"

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs([]object.Method{
		{Name: "formatter_parser", Sig: "format_string, /", F1: parse},
		{Name: "formatter_field_name_split", Sig: "field_name, /", F1: split},
	})
	return true
}

// parse returns an iterator over (literal, field name, spec, conversion).
func parse(th *thread, self, v value) value {
	s, ok := object.GoString(v)
	if !ok {
		return th.TypeError("expected str, got %s", v.Type().Name)
	}
	p := object.NewFormatParser(s)
	var items []value
	var f object.FormatField
	for {
		more, ok := p.Next(th, &f)
		if !ok {
			return value{}
		}
		if !more {
			return th.Iter(object.NewList(items).V())
		}
		t := []value{object.StrValue(f.Literal), object.None, object.None, object.None}
		if f.HasField {
			t[1], t[2] = object.StrValue(f.Name), object.StrValue(f.Spec)
			if f.Conversion != 0 {
				t[3] = object.CharValue(f.Conversion)
			}
		}
		items = append(items, object.NewTuple(t).V())
	}
}

// split returns the first part of a field name and an iterator over the accessors (is attribute, name) behind it.
func split(th *thread, self, v value) value {
	s, ok := object.GoString(v)
	if !ok {
		return th.TypeError("expected str, got %s", v.Type().Name)
	}
	first, parts, ok := object.SplitFieldName(th, s)
	if !ok {
		return value{}
	}
	return object.TupleOf(first, th.Iter(object.NewList(parts).V()))
}
