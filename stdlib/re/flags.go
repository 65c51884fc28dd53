// RegexFlag, the flags as ints that know their names (an enum.IntFlag in CPython).
package remod

import (
	"math/bits"

	"strconv"
	"strings"

	"pyasync/object"
)

var regexFlagType object.Type

// flagMembers are the flags by name, aliases included; canonical names come before their aliases.
var flagMembers = []struct {
	name  string
	value int
}{
	{"NOFLAG", 0}, {"ASCII", flagASCII}, {"A", flagASCII}, {"IGNORECASE", flagIgnoreCase}, {"I", flagIgnoreCase}, {"LOCALE", flagLocale}, {"L", flagLocale},
	{"UNICODE", flagUnicode}, {"U", flagUnicode}, {"MULTILINE", flagMultiline}, {"M", flagMultiline}, {"DOTALL", flagDotAll}, {"S", flagDotAll},
	{"VERBOSE", flagVerbose}, {"X", flagVerbose}, {"DEBUG", flagDebug},
}

func init() {
	op := func(f func(a, b int64) int64) object.BinaryFunc {
		return func(th *thread, a, b value) value {
			x, ok := flagInt(a)
			y, ok2 := flagInt(b)
			if !ok || !ok2 {
				return object.NotImplemented
			}
			return flagValue(int(f(x, y)))
		}
	}
	var binary [object.NumBinOps]object.BinaryFunc
	binary[object.OpOr] = op(func(a, b int64) int64 { return a | b })
	binary[object.OpAnd] = op(func(a, b int64) int64 { return a & b })
	binary[object.OpXor] = op(func(a, b int64) int64 { return a ^ b })
	object.Define(&regexFlagType, object.Spec{Name: "re.RegexFlag", Base: &object.IntType, Sig: "value", Flags: object.FlagFinal,
		Slots: object.Slots{New: newFlag, Repr: flagRepr, Str: flagRepr, Binary: binary, Invert: flagInvert},
		Getset: []object.Getset{
			{Name: "name", Get: flagName},
			{Name: "value", Get: func(th *thread, v value) value { n, _ := flagInt(v); return object.Int(n) }},
		},
		Methods: []object.Method{
			{Name: "__format__", Sig: "format_spec, /", F1: func(th *thread, self, spec value) value {
				n, _ := flagInt(self)
				s, _ := object.GoString(spec)
				r, ok := th.FormatValue(object.Int(n), s)
				if !ok {
					return value{}
				}
				return object.StrValue(r)
			}},
			{Name: "__reduce__", F0: func(th *thread, self value) value {
				n, _ := flagInt(self)
				return object.TupleOf(regexFlagType.V(), object.TupleOf(object.Int(n)))
			}},
			{Name: "__iter__", F0: flagIter},
		},
		Consts: func() map[string]value {
			t := map[string]value{}
			for _, f := range flagMembers {
				t[f.name] = flagValue(f.value)
			}
			return t
		}})
}

func flagInt(v value) (int64, bool) {
	if n, ok := v.SmallInt(); ok {
		return n, true
	}
	if v.IsBool() {
		return int64(v.N), true
	}
	if v.Is(&object.IntType) {
		b, _ := object.BigOf(v)
		return b.Int64(), b.IsInt64()
	}
	return 0, false
}

func flagValue(n int) value {
	b := &object.BigInt{Header: object.Header{Shape: &regexFlagType.Root}}
	b.Big.SetInt64(int64(n))
	return object.ObjectValue(&b.Header)
}

var flagArgs = &object.ArgParser{Name: "RegexFlag.__new__", Sig: "value"}

func newFlag(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var a [1]value
	if !flagArgs.Bind(th, args, kw, a[:]) {
		return value{}
	}
	n, ok := flagInt(a[0])
	if !ok {
		r, _ := th.Repr(a[0])
		return th.ValueError("%s is not a valid RegexFlag", r)
	}
	return flagValue(int(n))
}

// flagNames returns the canonical names of the bits of n and what no name covers.
func flagNames(n int64) (names []string, rest int64) {
	seen := 0
	for _, f := range flagMembers {
		if f.value&seen == 0 && n&int64(f.value) != 0 {
			names = append(names, f.name)
			seen |= f.value
		}
	}
	return names, n &^ int64(seen)
}

func flagRepr(th *thread, v value) value {
	n, _ := flagInt(v)
	if n == 0 {
		return object.StrValue("re.NOFLAG")
	}
	if n < 0 {
		r := flagRepr(th, flagValue(int(^n)))
		s, _ := object.GoString(r)
		return object.StrValue("~(" + s + ")")
	}
	names, rest := flagNames(n)
	for i := range names {
		names[i] = "re." + names[i]
	}
	if rest != 0 {
		names = append(names, "0x"+strconv.FormatInt(rest, 16))
	}
	return object.StrValue(strings.Join(names, "|"))
}

func flagName(th *thread, v value) value {
	n, _ := flagInt(v)
	if n == 0 {
		return object.StrValue("NOFLAG")
	}
	names, rest := flagNames(n)
	if rest != 0 || len(names) == 0 {
		return object.None
	}
	return object.StrValue(strings.Join(names, "|"))
}

const allFlags = flagASCII | flagIgnoreCase | flagLocale | flagUnicode | flagMultiline | flagDotAll | flagVerbose | flagDebug

func flagInvert(th *thread, v value) value {
	n, _ := flagInt(v)
	return flagValue(int(maskOf(allFlags|n) &^ n)) // bits that no name covers included (boundary=KEEP)
}

// maskOf is the number of the same length whose bits are all set.
func maskOf(n int64) int64 { return 1<<bits.Len64(uint64(n)) - 1 }

func flagIter(th *thread, self value) value {
	n, _ := flagInt(self)
	var items []value
	for bit := int64(1); bit <= flagASCII; bit <<= 1 {
		if n&bit != 0 {
			items = append(items, flagValue(int(bit)))
		}
	}
	return th.Iter(object.NewList(items).V())
}
