// Package unicodedata is Python's module unicodedata: properties of characters, names, normalisation.
package unicodedata

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pyasync/internal/uniname"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(functions)
	m.Set("unidata_version", object.StrValue("15.1.0"))
	old := object.ObjectValue(&(&ucd{Header: object.Header{Shape: &ucdType.Root}}).Header)
	m.Set("ucd_3_2_0", old)
	m.Set("UCD", ucdType.V())
	return true
}

// ucd is the type of ucd_3_2_0, the database of Unicode 3.2 that IDNA asks for. We know one version only: the methods
// are those of the module.
type ucd struct{ object.Header }

var ucdType object.Type

func init() {
	object.Define(&ucdType, object.Spec{Name: "unicodedata.UCD", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[ucd](), Methods: functions,
		Members: []object.Member{{Name: "unidata_version", Get: func(th *thread, v value) value { return object.StrValue("3.2.0") }}}})
}

var functions = []object.Method{
	{Name: "lookup", Sig: "name, /", F1: lookup},
	{Name: "name", Sig: "chr, default=<unrepresentable>, /", F: func(th *thread, self value, a []value) value {
		r, ok := char(th, a[0], "name", 1)
		if !ok {
			return value{}
		}
		if n := uniname.Of(r); n != "" {
			return object.StrValue(n)
		}
		return deflt(th, a[1], "no such name")
	}},
	{Name: "decimal", Sig: "chr, default=<unrepresentable>, /", F: func(th *thread, self value, a []value) value {
		r, ok := char(th, a[0], "decimal", 1)
		if !ok {
			return value{}
		}
		if d := object.DecimalValue(r); d >= 0 {
			return object.Int(int64(d))
		}
		return deflt(th, a[1], "not a decimal")
	}},
	{Name: "digit", Sig: "chr, default=<unrepresentable>, /", F: func(th *thread, self value, a []value) value {
		r, ok := char(th, a[0], "digit", 1)
		if !ok {
			return value{}
		}
		if object.IsDigit(r) {
			f, _ := numeric(r)
			return object.Int(int64(f))
		}
		return deflt(th, a[1], "not a digit")
	}},
	{Name: "numeric", Sig: "chr, default=<unrepresentable>, /", F: func(th *thread, self value, a []value) value {
		r, ok := char(th, a[0], "numeric", 1)
		if !ok {
			return value{}
		}
		if f, ok := numeric(r); ok {
			return object.Float(f)
		}
		return deflt(th, a[1], "not a numeric character")
	}},
	property("category", func(r rune) value { return object.StrValue(category(r)) }),
	property("bidirectional", func(r rune) value { return object.StrValue(bidi().at(r)) }),
	property("combining", func(r rune) value {
		n, _ := strconv.Atoi(combining().at(r))
		return object.Int(int64(n))
	}),
	property("mirrored", func(r rune) value {
		if mirrored().at(r) != "" {
			return object.Int(1)
		}
		return object.Int(0)
	}),
	property("east_asian_width", func(r rune) value {
		if w := widths().at(r); w != "" {
			return object.StrValue(w)
		}
		return object.StrValue("N")
	}),
	property("decomposition", func(r rune) value { return object.StrValue(decomposed()[r]) }),
	{Name: "normalize", Sig: "form, unistr, /", F2: func(th *thread, self, form, s value) value {
		f, text, ok := normArgs(th, "normalize", form, s)
		if !ok {
			return value{}
		}
		return object.StrValue(normalize(f, text))
	}},
	{Name: "is_normalized", Sig: "form, unistr, /", F2: func(th *thread, self, form, s value) value {
		f, text, ok := normArgs(th, "is_normalized", form, s)
		if !ok {
			return value{}
		}
		return object.Bool(normalize(f, text) == text)
	}},
}

func property(name string, f func(r rune) value) object.Method {
	return object.Method{Name: name, Sig: "chr, /", F1: func(th *thread, self, c value) value {
		r, ok := char(th, c, name, 0)
		if !ok {
			return value{}
		}
		return f(r)
	}}
}

// char returns the one character of an argument.
func char(th *thread, v value, fname string, pos int) (rune, bool) {
	where := "argument"
	if pos > 0 {
		where += " " + strconv.Itoa(pos)
	}
	s, ok := object.AsStr(v)
	if !ok {
		th.TypeError("%s() %s must be a unicode character, not %s", fname, where, v.Type().TPName())
		return 0, false
	}
	if s.Len() != 1 {
		th.TypeError("%s() %s must be a unicode character, not a string of length %d", fname, where, s.Len())
		return 0, false
	}
	return s.At(0), true
}

func deflt(th *thread, v value, msg string) value {
	if v.H != nil {
		return v
	}
	return th.ValueError("%s", msg)
}

func lookup(th *thread, self, v value) value {
	name, ok := object.GoString(v)
	if !ok {
		return th.TypeError("lookup() argument must be str, not %s", v.Type().TPName())
	}
	if len(name) > 256 {
		return th.KeyError(object.StrValue("name too long"))
	}
	if r, ok := uniname.Character(name); ok {
		return object.CharValue(r)
	}
	if self.H != nil && self.Is(&ucdType) { // Unicode 3.2 had neither aliases nor sequences
		return th.KeyError(object.StrValue("undefined character name '" + name + "'"))
	}
	if r, ok := uniname.Lookup(name); ok {
		return object.CharValue(r)
	}
	if s, ok := uniname.Sequence(name); ok {
		return object.StrValue(s)
	}
	return th.KeyError(object.StrValue("undefined character name '" + name + "'"))
}

func normArgs(th *thread, fname string, form, s value) (norm.Form, string, bool) {
	f, ok := object.GoString(form)
	if !ok {
		th.TypeError("%s() argument 1 must be str, not %s", fname, form.Type().TPName())
		return 0, "", false
	}
	text, ok := object.GoString(s)
	if !ok {
		th.TypeError("%s() argument 2 must be str, not %s", fname, s.Type().TPName())
		return 0, "", false
	}
	switch f {
	case "NFC":
		return norm.NFC, text, true
	case "NFD":
		return norm.NFD, text, true
	case "NFKC":
		return norm.NFKC, text, true
	case "NFKD":
		return norm.NFKD, text, true
	}
	th.ValueError("invalid normalization form")
	return 0, "", false
}

// normalize leaves surrogates, which x/text would take for errors, as they are. The stream-safe text format, which
// x/text applies, breaks up runs of more than 30 combining marks with U+034F; such runs are normalised by themselves.
func normalize(f norm.Form, s string) string { return f.String(s) }

var categories = []struct {
	name  string
	table *unicode.RangeTable
}{{"Lu", unicode.Lu}, {"Ll", unicode.Ll}, {"Lt", unicode.Lt}, {"Lm", unicode.Lm}, {"Lo", unicode.Lo}, {"Mn", unicode.Mn}, {"Mc", unicode.Mc},
	{"Me", unicode.Me}, {"Nd", unicode.Nd}, {"Nl", unicode.Nl}, {"No", unicode.No}, {"Pc", unicode.Pc}, {"Pd", unicode.Pd}, {"Ps", unicode.Ps},
	{"Pe", unicode.Pe}, {"Pi", unicode.Pi}, {"Pf", unicode.Pf}, {"Po", unicode.Po}, {"Sm", unicode.Sm}, {"Sc", unicode.Sc}, {"Sk", unicode.Sk},
	{"So", unicode.So}, {"Zs", unicode.Zs}, {"Zl", unicode.Zl}, {"Zp", unicode.Zp}, {"Cc", unicode.Cc}, {"Cf", unicode.Cf}, {"Cs", unicode.Cs}, {"Co", unicode.Co}}

func category(r rune) string {
	for _, c := range categories {
		if unicode.Is(c.table, r) {
			return c.name
		}
	}
	switch {
	case r >= 0x2EBF0 && r <= 0x2EE5D: // new in 15.1
		return "Lo"
	case r >= 0x2FFC && r <= 0x2FFF || r == 0x31EF:
		return "So"
	}
	return "Cn"
}

// runTable gives a property of every code point.
type runTable struct {
	ends   []rune
	values []string
}

func (t *runTable) at(r rune) string {
	lo, hi := 0, len(t.ends)
	for lo < hi {
		if m := (lo + hi) / 2; t.ends[m] > r {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return t.values[lo]
}

func parseRuns(text string) func() *runTable {
	return sync.OnceValue(func() *runTable {
		t := &runTable{}
		end := rune(0)
		for item := range strings.FieldsSeq(text) {
			n, v, _ := strings.Cut(item, "=")
			k, _ := strconv.ParseInt(n, 16, 32)
			end += rune(k)
			t.ends = append(t.ends, end)
			t.values = append(t.values, v)
		}
		return t
	})
}

var (
	bidi      = parseRuns(bidiRuns)
	widths    = parseRuns(widthRuns)
	mirrored  = parseRuns(mirrorRuns)
	combining = parseRuns(combiningRuns)
)

var numerics = sync.OnceValue(func() map[rune]float64 {
	t := map[rune]float64{}
	r := rune(0)
	for item := range strings.FieldsSeq(numericValues) {
		d, v, _ := strings.Cut(item, "=")
		k, _ := strconv.ParseInt(d, 16, 32)
		r += rune(k)
		num, den, ok := strings.Cut(v, "/")
		f, _ := strconv.ParseFloat(num, 64)
		if ok {
			n, _ := strconv.ParseFloat(den, 64)
			f /= n
		}
		t[r] = f
	}
	return t
})

func numeric(r rune) (float64, bool) {
	if d := object.DecimalValue(r); d >= 0 {
		return float64(d), true
	}
	f, ok := numerics()[r]
	return f, ok
}

var decomposed = sync.OnceValue(func() map[rune]string {
	t := map[rune]string{}
	r := rune(0)
	for item := range strings.FieldsSeq(decompositions) {
		head, codes, _ := strings.Cut(item, "=")
		tag := ""
		if i := strings.IndexByte(head, '<'); i >= 0 {
			head, tag = head[:i], head[i:]+" "
		}
		k, _ := strconv.ParseInt(head, 16, 32)
		r += rune(k)
		var parts []string
		for _, c := range strings.Split(codes, ",") {
			for len(c) < 4 {
				c = "0" + c
			}
			parts = append(parts, strings.ToUpper(c))
		}
		t[r] = tag + strings.Join(parts, " ")
	}
	return t
})
