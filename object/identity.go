// Identity: id() and the addresses that default reprs show.
package object

import (
	"strconv"
	"unsafe"
)

// ID returns id(v): the address of a heap object (Go's collector does not move objects), and for the scalars that
// live in the payload a number made from it, out of the way of addresses.
func ID(v Value) int64 {
	switch v.H {
	case &IntHeader:
		return scalarIDs | int64(v.N)<<5&(1<<60-1) | 8
	case &FloatHeader:
		return scalarIDs | int64(v.N*0x9E3779B97F4A7C15>>4)&^31 | 16
	case &BoolHeader:
		return scalarIDs | int64(v.N)<<5 | 24
	}
	return int64(uintptr(unsafe.Pointer(v.H)))
}

// scalarIDs is set in the ids of scalars; no heap address has this bit.
const scalarIDs = 1 << 61

// Address returns the id of v as reprs show it: 0x7f….
func Address(v Value) string { return "0x" + strconv.FormatUint(uint64(ID(v)), 16) }

// SameConstant reports whether two constants of one type are the same for the compiler: 0.0 and -0.0 are not.
func SameConstant(a, b Value) bool {
	if a == b {
		return true
	}
	if x, ok := AsStr(a); ok {
		y, ok := AsStr(b)
		return ok && x.s == y.s
	}
	if x, ok := AsBytes(a); ok {
		y, ok := AsBytes(b)
		return ok && string(x.B) == string(y.B)
	}
	return false
}
