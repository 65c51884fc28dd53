// Arithmetic, hashes, formats and texts of numbers.
package object

import (
	"math"
	"math/big"
	"testing"
)

func testThread() *Thread {
	for name, typ := range map[string]*Type{"object": &ObjectType, "str": &StrType, "MemoryError": &MemoryErrorType, "ZeroDivisionError": &ZeroDivisionErrorType} {
		if typ.MRO == nil {
			Define(typ, Spec{Name: name, Alloc: Alloc{New: func(*Type) Value { return Value{} }}})
		}
	}
	return NewThread(NewInterp())
}

func bigInt(s string) Value {
	b, _ := new(big.Int).SetString(s, 0)
	return IntFromBig(b)
}

func show(th *Thread, v Value) string {
	if v.H == nil {
		e := (*Exception)(th.Exc.Ptr())
		s, _ := GoString(e.Args.Items[len(e.Args.Items)-1])
		return e.Type().Name + ": " + s
	}
	f := v.Type().Repr
	if f == nil {
		return "<" + v.Type().Name + ">"
	}
	s, _ := GoString(f(th, v))
	return s
}

func (e *Exception) Type() *Type { return e.Shape.Type }

func TestArithmetic(t *testing.T) {
	th := testThread()
	huge := bigInt("0x10000000000000000")
	tests := []struct {
		a, b Value
		op   BinOp
		want string
	}{
		{Int(math.MaxInt64), Int(1), OpAdd, "9223372036854775808"},
		{Int(math.MinInt64), Int(1), OpSub, "-9223372036854775809"},
		{Int(math.MinInt64), Int(-1), OpMul, "9223372036854775808"},
		{Int(math.MinInt64), Int(1), OpMul, "-9223372036854775808"},
		{Int(math.MinInt64), Int(-1), OpFloorDiv, "9223372036854775808"},
		{Int(-7), Int(2), OpFloorDiv, "-4"},
		{Int(-7), Int(2), OpMod, "1"},
		{Int(7), Int(-2), OpMod, "-1"},
		{huge, Int(-3), OpFloorDiv, "-6148914691236517206"},
		{huge, huge, OpSub, "0"},
		{huge, Int(60), OpRShift, "16"},
		{Int(1), Int(64), OpLShift, "18446744073709551616"},
		{Int(-1), Int(63), OpLShift, "-9223372036854775808"},
		{Int(1), bigInt("1000000000000"), OpLShift, "MemoryError: "},
		{Int(2), Int(-1), OpPow, "0.5"},
		{Int(3), Int(40), OpPow, "12157665459056928801"},
		{Int(-3), Int(3), OpPow, "-27"},
		{Int(1), Int(3), OpTrueDiv, "0.3333333333333333"},
		{bigInt("100000000000000000000001"), Int(3), OpTrueDiv, "3.333333333333333e+22"},
		{True, True, OpAdd, "2"},
		{True, False, OpOr, "True"},
		{True, Int(2), OpOr, "3"},
		{Float(-7.5), Int(2), OpFloorDiv, "-4.0"},
		{Float(-7.5), Int(2), OpMod, "0.5"},
		{Float(0.1), Float(0.2), OpAdd, "0.30000000000000004"},
		{Float(1e16), Int(1), OpAdd, "1e+16"},
		{Float(2), Float(0.5), OpPow, "1.4142135623730951"},
		{Int(1), Int(0), OpTrueDiv, "ZeroDivisionError: division by zero"},
		{NewComplex(1 + 2i), Int(2), OpMul, "(2+4j)"},
	}
	for _, x := range tests {
		r := th.binary1(x.op, x.a, x.b)
		if got := show2(th, r); got != x.want {
			t.Errorf("%s %s %s = %s, want %s", show(th, x.a), BinOpSymbols[x.op], show(th, x.b), got, x.want)
		}
	}
}

func show2(th *Thread, v Value) string {
	if v.H == nil {
		if e := (*Exception)(th.Exc.Ptr()); len(e.Args.Items) == 0 {
			return e.Type().Name + ": "
		}
	}
	return show(th, v)
}

func TestFormatSpec(t *testing.T) {
	th := testThread()
	tests := []struct {
		v          Value
		spec, want string
	}{
		{Int(65), "5c", "    A"}, {Int(65), "05c", "0000A"}, {Float(math.Inf(1)), "010", "0000000inf"},
		{Float(1e16), "#", "1.e+16"}, {Float(1), "#", "1.0"}, {Float(1), "#.3", "1.00"}, {Float(100), "#.3", "1.00e+02"},
		{Float(100), ".3", "1e+02"}, {Float(1234567.891), ",.2f", "1,234,567.89"}, {Int(1234), "012,", "0,000,001,234"},
		{Int(1234), "011,", "000,001,234"}, {Int(0), "03,", "000"}, {NewComplex(1 + 2i), ".2f", "1.00+2.00j"},
		{NewComplex(1i), ".3", "1j"}, {NewComplex(1 + 2i), "#", "(1.+2.j)"}, {NewComplex(1 + 2i), "+20", "             (+1+2j)"},
		{Int(255), "#x", "0xff"}, {Int(255), "#010x", "0x000000ff"}, {Int(-5), "08b", "-0000101"}, {Float(0.5), "%", "50.000000%"},
		{Float(-0.0001), "z.1f", "0.0"}, {StrValue("hé"), "*^7", "**hé***"}, {StrValue("hello"), ".2", "he"},
		{Int(1 << 40), "_x", "100_0000_0000"}, {Float(3.14159), "10.3e", " 3.142e+00"}, {Float(1e-5), "g", "1e-05"},
		{Float(123456789), "g", "1.23457e+08"}, {Int(3), ".2f", "3.00"}, {Float(2.5), ".0f", "2"},
	}
	for _, x := range tests {
		format := th.FormatValue
		if _, isComplex := AsComplex(x.v); isComplex {
			format = func(v Value, spec string) (string, bool) { return formatComplex(th, v, spec) }
		}
		got, ok := format(x.v, x.spec)
		if !ok {
			got = show(th, Value{})
		}
		if got != x.want {
			t.Errorf("format(%s, %q) = %q, want %q", show(th, x.v), x.spec, got, x.want)
		}
	}
}

func TestHashes(t *testing.T) {
	th := testThread()
	for _, x := range []struct {
		v    Value
		want int64
	}{
		{Int(-1), -2}, {Int(1<<61 - 1), 0}, {Float(1.5), 1152921504606846977}, {Float(-1), -2}, {Float(1e300), 1224995262755759164},
		{Float(0.1), 230584300921369408}, {Float(5e-324), 16777216}, {NewComplex(1i), 1000003}, {Float(math.Inf(1)), 314159},
		{bigInt("0x10000000000000000"), 8},
	} {
		if got, _ := th.Hash(x.v); got != x.want {
			t.Errorf("hash(%s) = %d, want %d", show(th, x.v), got, x.want)
		}
	}
}

func TestRoundAndText(t *testing.T) {
	for _, x := range []struct {
		f    float64
		n    int
		want float64
	}{{2.675, 2, 2.67}, {1e22, -22, 1e22}, {25, -1, 20}, {1e308, -308, 1e308}, {5e15, -16, 0}, {6e15, -16, 1e16}, {0.5, 0, 0}} {
		if got, _ := RoundFloat(x.f, x.n); got != x.want {
			t.Errorf("round(%v, %d) = %v, want %v", x.f, x.n, got, x.want)
		}
	}
	for s, want := range map[string]bool{"1": true, "1_0.5e3": true, "1__0": false, ".5": true, "5.": true, ".": false, "inf": true,
		"-Infinity": true, "nan": true, "1e": false, "_1": false, "0x1": false, "1e5_0": true} {
		if _, ok := ParseFloat(s); ok != want {
			t.Errorf("ParseFloat(%q) ok = %v", s, ok)
		}
	}
}
