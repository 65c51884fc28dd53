// str.format and str.format_map, and the parsing of replacement fields that string.Formatter shares.
package object

import "strings"

// FormatField is one piece of a format string: literal text, then perhaps a replacement field.
type FormatField struct {
	Literal    string
	HasField   bool
	Name       string // "0.attr[key]"
	Conversion rune   // after "!", 0 when absent
	Spec       string
	Nested     bool // Spec contains fields
}

// FormatParser walks over a format string.
type FormatParser struct{ rest string }

// NewFormatParser returns a parser of the format string s.
func NewFormatParser(s string) *FormatParser { return &FormatParser{s} }

// Next fills f with the next piece; more is false at the end, ok is false when a ValueError is pending.
func (p *FormatParser) Next(th *Thread, f *FormatField) (more, ok bool) {
	*f = FormatField{}
	s := p.rest
	if s == "" {
		return false, true
	}
	i := 0
	for i < len(s) && s[i] != '{' && s[i] != '}' {
		i++
	}
	if i == len(s) {
		f.Literal, p.rest = s, ""
		return true, true
	}
	c := s[i]
	atEnd := i+1 == len(s)
	switch {
	case c == '}' && (atEnd || s[i+1] != c):
		th.ValueError("Single '}' encountered in format string")
		return false, false
	case atEnd:
		th.ValueError("Single '{' encountered in format string")
		return false, false
	case s[i+1] == c:
		f.Literal, p.rest = s[:i+1], s[i+2:]
		return true, true
	}
	f.Literal, p.rest = s[:i], s[i+1:]
	f.HasField = true
	return true, p.field(th, f)
}

// field parses what follows "{".
func (p *FormatParser) field(th *Thread, f *FormatField) bool {
	s := p.rest
	i := 0
	c := byte(0)
scan:
	for i < len(s) {
		c = s[i]
		i++
		switch c {
		case '{':
			th.ValueError("unexpected '{' in field name")
			return false
		case '[':
			if j := strings.IndexByte(s[i:], ']'); j >= 0 {
				i += j
			} else {
				i = len(s)
			}
		case '}', ':', '!':
			break scan
		}
	}
	if c != '}' && c != ':' && c != '!' {
		th.ValueError("expected '}' before end of string")
		return false
	}
	f.Name = s[:i-1]
	if c == '!' {
		if i >= len(s) {
			th.ValueError("end of string while looking for conversion specifier")
			return false
		}
		r, n := DecodeRune(s[i:])
		f.Conversion = r
		if i += n; i < len(s) {
			c = s[i]
			i++
			if c != '}' && c != ':' {
				th.ValueError("expected ':' after conversion specifier")
				return false
			}
		}
	}
	if c == '}' {
		p.rest = s[i:]
		return true
	}
	depth := 1
	for j := i; j < len(s); j++ {
		switch s[j] {
		case '{':
			f.Nested = true
			depth++
		case '}':
			if depth--; depth == 0 {
				f.Spec, p.rest = s[i:j], s[j+1:]
				return true
			}
		}
	}
	th.ValueError("unmatched '{' in format spec")
	return false
}

// formatter is one run of str.format or format_map.
type formatter struct {
	th      *Thread
	args    []Value // positional arguments
	kwNames []*Str
	kwArgs  []Value
	mapping Value // of format_map
	auto    int   // fields numbered automatically so far; -1: fields are numbered by hand
	begun   bool  // numbering has begun
	out     []byte
}

func strFormatMethod(th *Thread, self Value, args []Value, kw []*Str) Value {
	if !strings.ContainsAny(strText(self), "{}") {
		return self // nothing to replace: the object itself, also of a subclass
	}
	n := len(args) - len(kw)
	f := formatter{th: th, args: args[:n], kwNames: kw, kwArgs: args[n:]}
	return f.run(strText(self))
}

func strFormatMap(th *Thread, self, mapping Value) Value {
	if !strings.ContainsAny(strText(self), "{}") {
		return self
	}
	f := formatter{th: th, mapping: mapping}
	return f.run(strText(self))
}

func (f *formatter) run(s string) Value {
	f.out = f.th.TakeScratch()
	ok := f.build(s, 2)
	var r Value
	if ok {
		r = TextValue(f.out)
	}
	f.th.GiveScratch(f.out)
	return r
}

// build appends the expansion of s; depth is how deep fields may still nest.
func (f *formatter) build(s string, depth int) bool {
	if depth <= 0 {
		f.th.ValueError("Max string recursion exceeded")
		return false
	}
	p := FormatParser{s}
	var field FormatField
	for {
		more, ok := p.Next(f.th, &field)
		if !ok {
			return false
		}
		if !more {
			return true
		}
		f.out = append(f.out, field.Literal...)
		if field.HasField && !f.render(&field, depth) {
			return false
		}
	}
}

func (f *formatter) render(field *FormatField, depth int) bool {
	v := f.object(field.Name)
	if v.H == nil {
		return false
	}
	if field.Conversion != 0 {
		if v = f.th.Convert(v, field.Conversion); v.H == nil {
			return false
		}
	}
	spec := field.Spec
	if field.Nested {
		sub := formatter{th: f.th, args: f.args, kwNames: f.kwNames, kwArgs: f.kwArgs, mapping: f.mapping, auto: f.auto, begun: f.begun}
		if !sub.build(spec, depth-1) {
			return false
		}
		f.auto, f.begun = sub.auto, sub.begun
		spec = string(sub.out)
	}
	var ok bool
	f.out, ok = f.th.AppendFormat(f.out, v, spec)
	return ok
}

// Convert applies the conversion !r, !s or !a.
func (th *Thread) Convert(v Value, conversion rune) Value {
	var s string
	var ok bool
	switch conversion {
	case 'r':
		s, ok = th.Repr(v)
	case 's':
		return th.StrOf(v)
	case 'a':
		s, ok = th.ASCIIOfRepr(v)
	default:
		if conversion > 32 && conversion < 127 {
			return th.ValueError("Unknown conversion specifier %c", conversion)
		}
		return th.ValueError("Unknown conversion specifier \\x%x", conversion)
	}
	if !ok {
		return Value{}
	}
	return StrValue(s)
}

// object returns the value that a field name stands for.
func (f *formatter) object(name string) Value {
	i := 0
	for i < len(name) && name[i] != '.' && name[i] != '[' {
		i++
	}
	v := f.first(name[:i])
	if v.H == nil {
		return v
	}
	for rest := name[i:]; rest != ""; {
		var part string
		var isAttr, ok bool
		if part, isAttr, rest, ok = nextAccessor(f.th, rest); !ok {
			return Value{}
		}
		if isAttr {
			v = f.th.GetAttr(v, NewStr(part))
		} else if n, isNum, ok := fieldIndex(f.th, part); !ok {
			return Value{}
		} else if isNum {
			v = f.th.GetItem(v, Int(int64(n)))
		} else {
			v = f.th.GetItem(v, StrValue(part))
		}
		if v.H == nil {
			return v
		}
	}
	return v
}

// nextAccessor takes ".name" or "[key]" off a field name.
func nextAccessor(th *Thread, s string) (part string, isAttr bool, rest string, ok bool) {
	switch s[0] {
	case '.':
		i := strings.IndexAny(s[1:], ".[")
		if i < 0 {
			i = len(s) - 1
		}
		part, isAttr, rest = s[1:i+1], true, s[i+1:]
	case '[':
		i := strings.IndexByte(s, ']')
		if i < 0 {
			th.ValueError("Missing ']' in format string")
			return "", false, "", false
		}
		part, rest = s[1:i], s[i+1:]
	default:
		th.ValueError("Only '.' or '[' may follow ']' in format field specifier")
		return "", false, "", false
	}
	if part == "" {
		th.ValueError("Empty attribute in format string")
		return "", false, "", false
	}
	return part, isAttr, rest, true
}

// fieldIndex reads a field name made of decimal digits.
func fieldIndex(th *Thread, s string) (n int, isNum, ok bool) {
	if s == "" {
		return 0, false, true
	}
	for i := 0; i < len(s); {
		r, size := DecodeRune(s[i:])
		d := decimalValue(r)
		if d < 0 {
			return 0, false, true
		}
		if n > (maxInt-d)/10 {
			th.ValueError("Too many decimal digits in format string")
			return 0, false, false
		}
		n = n*10 + d
		i += size
	}
	return n, true, true
}

// DecimalValue returns the value of a decimal digit of any script, or -1.
func DecimalValue(r rune) int { return decimalValue(r) }

// first returns the argument that the head of a field name selects.
func (f *formatter) first(name string) Value {
	n, isNum, ok := fieldIndex(f.th, name)
	if !ok {
		return Value{}
	}
	if name == "" || isNum {
		if !f.begun {
			f.begun = true
			if name != "" {
				f.auto = -1
			}
		}
		switch {
		case name == "" && f.auto < 0:
			return f.th.ValueError("cannot switch from manual field specification to automatic field numbering")
		case name != "" && f.auto >= 0:
			return f.th.ValueError("cannot switch from automatic field numbering to manual field specification")
		case name == "":
			n = f.auto
			f.auto++
		}
		if f.mapping.H != nil {
			return f.th.ValueError("Format string contains positional fields")
		}
		if n >= len(f.args) {
			return f.th.IndexError("Replacement index %d out of range for positional args tuple", n)
		}
		return f.args[n]
	}
	if f.mapping.H != nil {
		return f.th.GetItem(f.mapping, StrValue(name))
	}
	for i, k := range f.kwNames {
		if k.s == name {
			return f.kwArgs[i]
		}
	}
	return f.th.KeyError(StrValue(name))
}

// SplitFieldName returns the head of a field name (an int or a str) and its accessors as tuples (is attribute, key).
func SplitFieldName(th *Thread, name string) (first Value, parts []Value, ok bool) {
	i := strings.IndexAny(name, ".[")
	if i < 0 {
		i = len(name)
	}
	if first, ok = fieldKey(th, name[:i]); !ok {
		return Value{}, nil, false
	}
	for rest := name[i:]; rest != ""; {
		var part string
		var isAttr bool
		if part, isAttr, rest, ok = nextAccessor(th, rest); !ok {
			return Value{}, nil, false
		}
		key := StrValue(part)
		if !isAttr {
			if key, ok = fieldKey(th, part); !ok {
				return Value{}, nil, false
			}
		}
		parts = append(parts, TupleOf(Bool(isAttr), key))
	}
	return first, parts, true
}

// fieldKey returns the int or str that part of a field name stands for.
func fieldKey(th *Thread, s string) (Value, bool) {
	n, isNum, ok := fieldIndex(th, s)
	if isNum {
		return Int(int64(n)), ok
	}
	return StrValue(s), ok
}
