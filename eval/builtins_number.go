// Builtin functions on numbers and characters: abs, divmod, pow, round, sum, bin, oct, hex, chr, ord, hash, id.
package eval

import (
	"math"
	"math/big"
	"strconv"

	"pyasync/object"
)

func builtinAbs(th *Thread, m, x Value) Value {
	if i, ok := x.SmallInt(); ok && i != math.MinInt64 {
		if i < 0 {
			i = -i
		}
		return object.Int(i)
	}
	if f, ok := x.ExactFloat(); ok {
		return object.Float(math.Abs(f))
	}
	if f := x.Type().Abs; f != nil {
		return f(th, x)
	}
	return th.TypeError("bad operand type for abs(): '%s'", x.Type().TPName())
}

func builtinDivMod(th *Thread, m, x, y Value) Value { return th.BinaryOp(object.OpDivMod, x, y) }

func builtinPow(th *Thread, m Value, a []Value) Value {
	if a[2].IsNil() || a[2].IsNone() {
		return th.BinaryOp(object.OpPow, a[0], a[1])
	}
	// As CPython's ternary_op: every operand's type is asked in turn.
	var last func(*object.Thread, Value, Value, Value) Value
	for i, x := range a {
		f := x.Type().Pow3
		if f == nil || i > 0 && x.Type() == a[i-1].Type() {
			continue
		}
		last = f
		if r := f(th, a[0], a[1], a[2]); r != object.NotImplemented {
			return r
		}
	}
	_ = last
	return th.TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", a[0].Type().TPName(), a[1].Type().TPName(), a[2].Type().TPName())
}

var strRound = object.NewStr("__round__")

func builtinRound(th *Thread, m Value, a []Value) Value {
	x := a[0]
	if a[1].IsNil() || a[1].IsNone() {
		if _, ok := x.SmallInt(); ok {
			return x
		}
		if f, ok := x.ExactFloat(); ok && math.Abs(f) < 1<<62 {
			return object.Int(int64(math.RoundToEven(f)))
		}
		if r, ok := th.CallSpecial(x, strRound); ok {
			return r
		}
	} else if r, ok := th.CallSpecial(x, strRound, a[1]); ok {
		return r
	}
	return th.TypeError("type %s doesn't define __round__ method", x.Type().TPName())
}

// builtinSum adds small ints and floats without boxing; floats with Neumaier's compensation, as CPython since 3.12.
func builtinSum(th *Thread, m Value, args []Value, kw []*Str) Value {
	npos := len(args) - len(kw)
	if npos < 1 {
		return th.TypeError("sum() takes at least 1 positional argument (%d given)", npos)
	}
	var out [2]Value
	if !sumSig.Bind(th, "sum", args, kw, out[:]) {
		return Value{}
	}
	start := out[1]
	if start.IsNil() {
		start = object.Int(0)
	}
	it := th.Iter(out[0])
	if it.IsNil() {
		return it
	}
	switch {
	case start.Is(&object.StrType):
		return th.TypeError("sum() can't sum strings [use ''.join(seq) instead]")
	case start.Is(&object.BytesType):
		return th.TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
	case start.Is(&object.ByteArrayType):
		return th.TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	s := summer{th: th, acc: start}
	s.enter()
	if !out[0].IsExact(&object.ListType) && !out[0].IsExact(&object.TupleType) {
		out[0] = it
	}
	if !th.ForEach(out[0], s.add) {
		return Value{}
	}
	return s.result()
}

var sumSig = object.ParseSignature("iterable, /, start=0")

// summer is the accumulator of sum(): an int64, a compensated float, or any value.
type summer struct {
	th   *Thread
	kind byte // 'i', 'f' or 'o'
	i    int64
	f, c float64
	acc  Value
}

func (s *summer) enter() {
	s.kind = 'o'
	if i, ok := s.acc.SmallInt(); ok {
		s.kind, s.i = 'i', i
	} else if f, ok := s.acc.ExactFloat(); ok {
		s.kind, s.f, s.c = 'f', f, 0
	}
}

func (s *summer) result() Value {
	switch s.kind {
	case 'i':
		return object.Int(s.i)
	case 'f':
		// Avoid losing the sign of a negative zero and turning an infinity into a NaN.
		if s.c != 0 && !math.IsInf(s.c, 0) && !math.IsNaN(s.c) {
			return object.Float(s.f + s.c)
		}
		return object.Float(s.f)
	}
	return s.acc
}

func (s *summer) add(x Value) bool {
	switch s.kind {
	case 'i':
		i, ok := x.SmallInt()
		if !ok && x.IsBool() {
			i, ok = int64(x.N), true
		}
		if ok {
			sum := s.i + i
			if (s.i^sum)&(i^sum) >= 0 {
				s.i = sum
				return true
			}
		}
	case 'f':
		if f, ok := x.ExactFloat(); ok {
			s.addFloat(f)
			return true
		}
		if i, ok := x.SmallInt(); ok {
			s.f += float64(i)
			return true
		}
	}
	s.acc = s.th.BinaryOp(object.OpAdd, s.result(), x)
	if s.acc.IsNil() {
		return false
	}
	s.enter()
	return true
}

func (s *summer) addFloat(x float64) {
	t := s.f + x
	if math.Abs(s.f) >= math.Abs(x) {
		s.c += (s.f - t) + x
	} else {
		s.c += (x - t) + s.f
	}
	s.f = t
}

func builtinBin(th *Thread, m, x Value) Value { return radix(th, x, 2, "0b") }
func builtinOct(th *Thread, m, x Value) Value { return radix(th, x, 8, "0o") }
func builtinHex(th *Thread, m, x Value) Value { return radix(th, x, 16, "0x") }

func radix(th *Thread, x Value, base int, prefix string) Value {
	if x.IsBool() {
		x = object.Int(int64(x.N))
	}
	if _, ok := x.SmallInt(); !ok && !x.Is(&object.IntType) {
		if x = th.Index(x); x.IsNil() {
			return x
		}
	}
	if i, ok := x.SmallInt(); ok {
		if i < 0 {
			return object.StrValue("-" + prefix + strconv.FormatUint(uint64(-i), base))
		}
		return object.StrValue(prefix + strconv.FormatUint(uint64(i), base))
	}
	b := new(big.Int).Set(&(*object.BigInt)(x.Ptr()).Big)
	if b.Sign() < 0 {
		return object.StrValue("-" + prefix + b.Neg(b).Text(base))
	}
	return object.StrValue(prefix + b.Text(base))
}

func builtinChr(th *Thread, m, x Value) Value {
	i, ok := x.SmallInt()
	if !ok {
		n, ok := th.AsIndex(x, nil)
		if !ok {
			return Value{}
		}
		i = int64(n)
	}
	if i < 0 || i >= 0x110000 {
		return th.ValueError("chr() arg not in range(0x110000)")
	}
	return object.CharValue(rune(i))
}

func builtinOrd(th *Thread, m, x Value) Value {
	if s, ok := object.AsStr(x); ok {
		t := s.Go()
		r, n := object.DecodeRune(t)
		if n == len(t) && n > 0 {
			return object.Int(int64(r))
		}
		return th.TypeError("ord() expected a character, but string of length %d found", s.Len())
	}
	if x.Is(&object.BytesType) || x.Is(&object.ByteArrayType) {
		buf, ok := x.Type().Buffer(th, x)
		if !ok {
			return Value{}
		}
		b := buf.Bytes
		if buf.Release != nil {
			defer buf.Release()
		}
		if len(b) == 1 {
			return object.Int(int64(b[0]))
		}
		return th.TypeError("ord() expected a character, but string of length %d found", len(b))
	}
	return th.TypeError("ord() expected string of length 1, but %s found", x.Type().TPName())
}

func builtinHash(th *Thread, m, x Value) Value {
	h, ok := th.Hash(x)
	if !ok {
		return Value{}
	}
	return object.Int(h)
}

func builtinID(th *Thread, m, x Value) Value { return object.Int(object.ID(x)) }
