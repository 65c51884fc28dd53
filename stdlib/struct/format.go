// Formats: their items, sizes and alignment, and packing integers.
package structmod

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"

	"pyasync/object"
)

// item is a format code with its repeat count, at its offset.
type item struct {
	code   byte
	count  int // of values, or of bytes for s and p
	offset int
	size   int  // of one value
	native bool // a C conversion, which lets floats overflow to infinity
}

// layout is a compiled format.
type layout struct {
	text   string
	order  binary.ByteOrder
	items  []item
	size   int
	values int // how many values are packed
}

// codeSizes are standard and native sizes; a native size of 0 means the code is not known.
var codeSizes = map[byte][2]int{
	'x': {1, 1}, 'c': {1, 1}, 'b': {1, 1}, 'B': {1, 1}, '?': {1, 1}, 'h': {2, 2}, 'H': {2, 2}, 'i': {4, 4}, 'I': {4, 4},
	'l': {4, 8}, 'L': {4, 8}, 'q': {8, 8}, 'Q': {8, 8}, 'n': {0, 8}, 'N': {0, 8}, 'P': {0, 8}, 'e': {2, 2}, 'f': {4, 4}, 'd': {8, 8},
	's': {1, 1}, 'p': {1, 1},
}

func structError(th *thread, format string, a ...any) value {
	return th.Raisef(&ErrorType, format, a...)
}

// compile reads a format.
func compile(th *thread, text string) (*layout, bool) {
	if strings.IndexByte(text, 0) >= 0 {
		structError(th, "embedded null character")
		return nil, false
	}
	l := &layout{text: text, order: binary.LittleEndian}
	s := text
	native := true
	if s != "" {
		switch s[0] {
		case '@':
			s = s[1:]
		case '=', '<':
			native = false
			s = s[1:]
		case '>', '!':
			native = false
			l.order = binary.BigEndian
			s = s[1:]
		}
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		count := 1
		if c >= '0' && c <= '9' {
			start := i
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				i++
			}
			var err error
			if count, err = strconv.Atoi(s[start:i]); err != nil {
				structError(th, "total struct size too long")
				return nil, false
			}
			if i == len(s) {
				structError(th, "repeat count given without format specifier")
				return nil, false
			}
			c = s[i]
		}
		if !l.add(th, c, count, native) {
			return nil, false
		}
	}
	return l, true
}

func (l *layout) add(th *thread, c byte, count int, native bool) bool {
	sizes, ok := codeSizes[c]
	size := sizes[0]
	if native {
		size = sizes[1]
	}
	if !ok || size == 0 {
		structError(th, "bad char in struct format")
		return false
	}
	if native && size > 1 {
		l.size = (l.size + size - 1) / size * size
	}
	if count > (math.MaxInt64-l.size)/size {
		structError(th, "total struct size too long")
		return false
	}
	l.items = append(l.items, item{c, count, l.size, size, native})
	l.size += count * size
	switch c {
	case 'x':
	case 's', 'p':
		l.values++
	default:
		l.values += count
	}
	return true
}

// intRange are the limits of the integer codes by size.
func intRange(code byte, size int) (lo int64, hi uint64) {
	switch code {
	case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		return 0, math.MaxUint64 >> (64 - 8*size)
	}
	return math.MinInt64 >> (64 - 8*size), math.MaxInt64 >> (64 - 8*size)
}

// packInt writes an int, of which only the low bytes count once its range is checked.
func (l *layout) packInt(th *thread, b []byte, it *item, v value) bool {
	if !object.IsInt(v) {
		if v.Type().Index == nil {
			structError(th, "required argument is not an integer")
			return false
		}
		if v = th.Index(v); v.H == nil {
			return false
		}
	}
	lo, hi := intRange(it.code, it.size)
	n, ok := object.AsInt64(v)
	u := uint64(n)
	if !ok {
		big, _ := object.BigOf(v)
		ok = big.IsUint64() && lo == 0
		u = big.Uint64()
		ok = ok && u <= hi
	} else {
		ok = n >= lo && (n < 0 || uint64(n) <= hi)
	}
	if !ok {
		if it.code == 'P' {
			th.OverflowError("int too large to convert")
			return false
		}
		structError(th, "'%c' format requires %d <= number <= %d", it.code, lo, hi)
		return false
	}
	putUint(l.order, b, it.size, u)
	return true
}

func putUint(order binary.ByteOrder, b []byte, size int, u uint64) {
	switch size {
	case 1:
		b[0] = byte(u)
	case 2:
		order.PutUint16(b, uint16(u))
	case 4:
		order.PutUint32(b, uint32(u))
	case 8:
		order.PutUint64(b, u)
	}
}

func getUint(order binary.ByteOrder, b []byte, size int) uint64 {
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(order.Uint16(b))
	case 4:
		return uint64(order.Uint32(b))
	}
	return order.Uint64(b)
}

func (l *layout) packFloat(th *thread, b []byte, it *item, v value) bool {
	f, ok := th.AsFloat64(v)
	if !ok {
		if th.Catch(&object.TypeErrorType) {
			structError(th, "required argument is not a float")
		}
		return false
	}
	switch it.code {
	case 'd':
		l.order.PutUint64(b, math.Float64bits(f))
		return true
	case 'f':
		g := float32(f)
		if !it.native && math.IsInf(float64(g), 0) && !math.IsInf(f, 0) {
			th.OverflowError("float too large to pack with f format")
			return false
		}
		l.order.PutUint32(b, math.Float32bits(g))
		return true
	}
	h, ok := toHalf(f)
	if !ok {
		th.OverflowError("float too large to pack with e format")
		return false
	}
	l.order.PutUint16(b, h)
	return true
}

// toHalf rounds to an IEEE half, ties to even; ok is false on overflow.
func toHalf(f float64) (uint16, bool) {
	sign := uint16(math.Float64bits(f) >> 48 & 0x8000)
	a := math.Abs(f)
	switch {
	case f != f:
		return sign | 0x7E00, true
	case math.IsInf(f, 0):
		return sign | 0x7C00, true
	case a >= 65520:
		return 0, false
	case a < 0x1p-14:
		return sign | uint16(math.RoundToEven(a*0x1p24)), true
	}
	m, e := math.Frexp(a)
	n := uint16(math.RoundToEven(m * 2048)) // 1024 to 2048
	return sign | (uint16(e+14)<<10 + n - 1024), true
}

func fromHalf(h uint16) float64 {
	exp, frac := int(h>>10&0x1F), float64(h&0x3FF)
	var f float64
	switch exp {
	case 0:
		f = frac * 0x1p-24
	case 31:
		f = math.Inf(1)
		if frac != 0 {
			f = math.NaN()
		}
	default:
		f = math.Ldexp(1024+frac, exp-25)
	}
	if h&0x8000 != 0 {
		f = -f
	}
	return f
}
