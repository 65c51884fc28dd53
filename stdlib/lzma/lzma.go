// Package lzmamod is Python's _lzma module, over a pure Go implementation of the formats .xz and .lzma. Compressed bytes
// decompress to the same data but are not the bytes that liblzma makes. The filters are LZMA1 and LZMA2.
//
//	lzma.go        the module, the options of filters
//	compress.go    LZMACompressor
//	decompress.go  LZMADecompressor
package lzmamod

import (
	"github.com/ulikunitz/xz/lzma"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

const (
	formatAuto = iota
	formatXZ
	formatAlone
	formatRaw
)

const (
	checkNone    = 0
	checkCRC32   = 1
	checkCRC64   = 4
	checkSHA256  = 10
	checkUnknown = 16

	filterLZMA1 = 0x4000000000000001
	filterLZMA2 = 0x21

	presetExtreme = 1 << 31
)

var errorType, compressorType, decompressorType object.Type

var constants = map[string]int64{
	"FORMAT_AUTO": formatAuto, "FORMAT_XZ": formatXZ, "FORMAT_ALONE": formatAlone, "FORMAT_RAW": formatRaw,
	"CHECK_NONE": checkNone, "CHECK_CRC32": checkCRC32, "CHECK_CRC64": checkCRC64, "CHECK_SHA256": checkSHA256,
	"CHECK_ID_MAX": 15, "CHECK_UNKNOWN": checkUnknown,
	"FILTER_LZMA1": filterLZMA1, "FILTER_LZMA2": filterLZMA2, "FILTER_DELTA": 3, "FILTER_X86": 4, "FILTER_POWERPC": 5,
	"FILTER_IA64": 6, "FILTER_ARM": 7, "FILTER_ARMTHUMB": 8, "FILTER_SPARC": 9,
	"MF_HC3": 3, "MF_HC4": 4, "MF_BT2": 18, "MF_BT3": 19, "MF_BT4": 20, "MODE_FAST": 1, "MODE_NORMAL": 2,
	"PRESET_DEFAULT": 6, "PRESET_EXTREME": presetExtreme,
}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&compressorType, &decompressorType, &errorType)
	for name, n := range constants {
		m.Set(name, object.Int(n))
	}
	m.AddFuncs([]object.Method{
		{Name: "is_check_supported", Sig: "check_id, /", Doc: "Test whether the given integrity check is supported.", F1: func(th *thread, m, x value) value {
			n, ok := th.AsInt(x)
			if !ok {
				return value{}
			}
			return object.Bool(n == checkNone || n == checkCRC32 || n == checkCRC64 || n == checkSHA256)
		}},
	})
	return true
}

func init() {
	object.Define(&errorType, object.Spec{Name: "_lzma.LZMAError", Doc: "Call to liblzma failed.", Base: &object.ExceptionType})
}

func fail(th *thread, text string) value { return th.Raise(&errorType, text) }

// options are what a filter chain says of the one filter there is.
type options struct {
	properties lzma.Properties
	dictionary int
	lzma1      bool
}

// presetDictionary are the sizes of the dictionary by preset, as xz has them.
var presetDictionary = [...]int{256 << 10, 1 << 20, 2 << 20, 4 << 20, 4 << 20, 8 << 20, 8 << 20, 16 << 20, 32 << 20, 64 << 20}

func presetOptions(th *thread, preset int) (o options, ok bool) {
	level := preset &^ presetExtreme
	if level < 0 || level >= len(presetDictionary) {
		fail(th, "Invalid or unsupported options")
		return o, false
	}
	return options{properties: lzma.Properties{LC: 3, LP: 0, PB: 2}, dictionary: presetDictionary[level]}, true
}

// chainOptions reads a filter chain: a sequence with one dict.
func chainOptions(th *thread, filters value) (o options, ok bool) {
	items, ok := th.Collect(filters)
	if !ok {
		return o, false
	}
	if len(items) == 0 || len(items) > 4 {
		th.ValueError("Invalid or unsupported options")
		return o, false
	}
	if len(items) > 1 {
		th.Raise(&object.NotImplementedErrorType, "chains of lzma filters are not supported")
		return o, false
	}
	d, isDict := object.AsDict(items[0])
	if !isDict {
		th.TypeError("Filter specifier must be a dict or dict-like object")
		return o, false
	}
	idValue := d.GetName("id")
	if idValue.IsNil() {
		th.ValueError(`Filter specifier must have an "id" entry`)
		return o, false
	}
	id, ok := th.AsIndex(idValue, &object.OverflowErrorType)
	if !ok {
		return o, false
	}
	switch {
	case id == filterLZMA1, id == filterLZMA2:
	case id >= 3 && id <= 9:
		th.Raise(&object.NotImplementedErrorType, "this lzma filter is not supported")
		return o, false
	default:
		th.ValueError("Invalid filter ID: %d", id)
		return o, false
	}
	number := func(name string, def int) int {
		x := d.GetName(name)
		if x.IsNil() || !ok {
			return def
		}
		n := 0
		n, ok = th.AsIndex(x, &object.OverflowErrorType)
		return n
	}
	preset := number("preset", 6)
	if !ok {
		return o, false
	}
	if o, ok = presetOptions(th, preset); !ok {
		return o, false
	}
	o.lzma1 = id == filterLZMA1
	o.dictionary = number("dict_size", o.dictionary)
	o.properties.LC, o.properties.LP, o.properties.PB = number("lc", 3), number("lp", 0), number("pb", 2)
	p := o.properties
	if ok && (o.dictionary < lzma.MinDictCap || p.LC < 0 || p.LP < 0 || p.LC+p.LP > 4 || p.PB < 0 || p.PB > 4) {
		fail(th, "Invalid or unsupported options")
		return o, false
	}
	return o, ok
}

// intOption reads an argument that may be None.
func intOption(th *thread, v value, def int) (int, bool) {
	if v.IsNil() || v.IsNone() {
		return def, true
	}
	return th.AsIndex(v, &object.OverflowErrorType)
}

func given(v value) bool { return !v.IsNil() && !v.IsNone() }
