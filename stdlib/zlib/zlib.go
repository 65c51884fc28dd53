// Package zlibmod is Python's zlib module, over Go's compress packages. Compressed bytes decompress to the same data
// but are not the bytes that the C library makes.
package zlibmod

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"hash/adler32"
	"hash/crc32"
	"io"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// ErrorType is zlib.error.
var ErrorType, compressType, decompressType object.Type

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddFuncs(functions)
	m.Set("error", ErrorType.V())
	m.Set("_ZlibDecompressor", keeperType.V())
	for name, n := range map[string]int64{"MAX_WBITS": 15, "DEFLATED": 8, "DEF_MEM_LEVEL": 8, "DEF_BUF_SIZE": 16384, "Z_BEST_COMPRESSION": 9,
		"Z_BEST_SPEED": 1, "Z_DEFAULT_COMPRESSION": -1, "Z_DEFAULT_STRATEGY": 0, "Z_FILTERED": 1, "Z_HUFFMAN_ONLY": 2, "Z_RLE": 3, "Z_FIXED": 4,
		"Z_NO_COMPRESSION": 0, "Z_NO_FLUSH": 0, "Z_PARTIAL_FLUSH": 1, "Z_SYNC_FLUSH": 2, "Z_FULL_FLUSH": 3, "Z_FINISH": 4, "Z_BLOCK": 5, "Z_TREES": 6} {
		m.Set(name, object.Int(n))
	}
	m.Set("ZLIB_VERSION", object.StrValue("1.2.13"))
	m.Set("ZLIB_RUNTIME_VERSION", object.StrValue("1.2.13"))
	return true
}

func zlibError(th *thread, format string, a ...any) value { return th.Raisef(&ErrorType, format, a...) }

var functions = []object.Method{
	{Name: "compress", Sig: "data, /, level=-1, wbits=15", Doc: "Returns a bytes object containing compressed data.", F: compress},
	{Name: "decompress", Sig: "data, /, wbits=15, bufsize=16384", Doc: "Returns a bytes object containing the uncompressed data.", F: decompress},
	{Name: "compressobj", Sig: "level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None", Doc: "Return a compressor object.", F: compressObj},
	{Name: "decompressobj", Sig: "wbits=15, zdict=b''", Doc: "Return a decompressor object.", F: decompressObj},
	{Name: "crc32", Sig: "data, value=0, /", Doc: "Compute a CRC-32 checksum of data.", F: checksum(0, func(sum uint32, b []byte) uint32 { return crc32.Update(sum, crc32.IEEETable, b) })},
	{Name: "adler32", Sig: "data, value=1, /", Doc: "Compute an Adler-32 checksum of data.", F: checksum(1, adler)},
}

func checksum(start uint32, f func(sum uint32, b []byte) uint32) func(th *thread, _ value, a []value) value {
	return func(th *thread, _ value, a []value) value {
		data, ok := object.BytesLike(th, a[0])
		if !ok {
			return value{}
		}
		sum := start
		if a[1].H != nil {
			n := th.Index(a[1])
			if n.H == nil {
				return n
			}
			i, _ := object.AsInt64(th.BinaryOp(object.OpAnd, n, object.Int(0xFFFFFFFF)))
			sum = uint32(i)
		}
		return object.Int(int64(f(sum, data)))
	}
}

func adler(sum uint32, b []byte) uint32 {
	if sum == 1 {
		return adler32.Checksum(b)
	}
	s1, s2 := sum&0xFFFF, sum>>16
	for _, c := range b {
		s1 = (s1 + uint32(c)) % 65521
		s2 = (s2 + s1) % 65521
	}
	return s2<<16 | s1
}

func intArg(th *thread, v value, def int) (int, bool) {
	if v.H == nil {
		return def, true
	}
	return th.AsCInt(v)
}

// writer makes a compressor for a window size: raw when negative, gzip from 16 on, else zlib.
func writer(w io.Writer, level, wbits int, dict []byte) (flusher, error) {
	switch {
	case wbits < 0:
		return flate.NewWriterDict(w, level, dict)
	case wbits > 15:
		return gzip.NewWriterLevel(w, level)
	}
	return zlib.NewWriterLevelDict(w, level, dict)
}

func badLevel(level int) bool { return level < -1 || level > 9 }

func compress(th *thread, _ value, a []value) value {
	data, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	level, ok := intArg(th, a[1], -1)
	if !ok {
		return value{}
	}
	wbits, ok := intArg(th, a[2], 15)
	if !ok {
		return value{}
	}
	if badLevel(level) {
		return zlibError(th, "Bad compression level")
	}
	var b bytes.Buffer
	w, err := writer(&b, level, wbits, nil)
	if err != nil {
		return zlibError(th, "Error -2 while compressing data: %s", err)
	}
	w.Write(data)
	w.Close()
	return object.BytesValue(b.Bytes())
}

func decompress(th *thread, _ value, a []value) value {
	data, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	wbits, ok := intArg(th, a[1], 15)
	if !ok {
		return value{}
	}
	size, ok := intArg(th, a[2], 1)
	if !ok {
		return value{}
	}
	if size < 0 {
		return th.ValueError("bufsize must be non-negative")
	}
	if !goodWindow(wbits) {
		return zlibError(th, "Error -2 while preparing to decompress data: inconsistent stream state")
	}
	s := newStream(wbits, nil)
	out, _, err := s.feed(data, -1)
	if err == nil && !s.done {
		return zlibError(th, "Error -5 while decompressing data: incomplete or truncated stream")
	}
	if err != nil {
		return decompressError(th, err)
	}
	return object.BytesValue(bytes.Clone(out))
}

// goodWindow tells whether a window size can be decompressed: 8 to 15 of zlib or the header's own (0), the same of gzip
// (+16), of either (+32), or of raw data (negative).
func goodWindow(wbits int) bool {
	if wbits < 0 {
		return wbits >= -15 && wbits <= -8
	}
	size := wbits & 15
	return wbits < 48 && (size == 0 || size >= 8)
}

// decompressError words an error as zlib does.
func decompressError(th *thread, err error) value {
	switch err {
	case needDictionary:
		return zlibError(th, "Error 2 while decompressing data")
	case dataError(""):
		return zlibError(th, "Error -3 while setting zdict: invalid input data")
	}
	return zlibError(th, "Error -3 while decompressing data: %s", err)
}

// compressor is a compressobj; what it has written since the last call is in out.
type compressor struct {
	object.Header
	out    bytes.Buffer
	w      flusher
	closed bool
}

// flusher is what Go's compressors are.
type flusher interface {
	io.WriteCloser
	Flush() error
}

func init() {
	object.Define(&ErrorType, object.Spec{Name: "zlib.error", Base: &object.ExceptionType})
	object.Define(&compressType, object.Spec{Name: "zlib.Compress", Flags: object.FlagNoNew, Alloc: object.Allocator[compressor](), Methods: []object.Method{
		{Name: "compress", Sig: "data, /", F1: func(th *thread, v, data value) value {
			b, ok := object.BytesLike(th, data)
			if !ok {
				return value{}
			}
			c := (*compressor)(v.Ptr())
			if c.closed {
				return zlibError(th, "Error -2 while compressing data: inconsistent stream state")
			}
			c.w.Write(b)
			return c.take()
		}},
		{Name: "flush", Sig: "mode=4, /", F: func(th *thread, v value, a []value) value {
			mode, ok := intArg(th, a[0], 4)
			if !ok {
				return value{}
			}
			c := (*compressor)(v.Ptr())
			switch {
			case mode == 0:
				return object.NewBytes(nil).V()
			case c.closed || mode < 0 || mode > 6:
				return zlibError(th, "Error -2 while flushing: inconsistent stream state")
			case mode == 4:
				c.w.Close()
				c.closed = true
			default:
				c.w.Flush()
			}
			return c.take()
		}},
	}})
	defineDecompressors()
}

func (c *compressor) take() value {
	b := bytes.Clone(c.out.Bytes())
	c.out.Reset()
	return object.BytesValue(b)
}

func compressObj(th *thread, _ value, a []value) value {
	level, ok := intArg(th, a[0], -1)
	if !ok {
		return value{}
	}
	options := [...]struct{ def, least, most int }{{8, 8, 8}, {15, -15, 31}, {8, 1, 9}, {0, 0, 4}}
	bad := badLevel(level)
	var wbits int
	for i, o := range options {
		n, ok := intArg(th, a[1+i], o.def)
		if !ok {
			return value{}
		}
		bad = bad || n < o.least || n > o.most
		if i == 1 {
			wbits = n
			bad = bad || n > -9 && n < 8 || n > 15 && n < 24
		}
	}
	dict, ok := dictArg(th, a[5])
	if !ok {
		return value{}
	}
	c := &compressor{Header: object.Header{Shape: &compressType.Root}}
	if !bad {
		w, err := writer(&c.out, level, wbits, dict)
		c.w, bad = w, err != nil
	}
	if bad {
		return th.ValueError("Invalid initialization option")
	}
	return object.ObjectValue(&c.Header)
}

// dictArg is the preset dictionary given as an argument; nil: none.
func dictArg(th *thread, v value) ([]byte, bool) {
	if v.H == nil || v.IsNone() {
		return nil, true
	}
	if v.Type().Buffer == nil {
		th.TypeError("zdict argument must support the buffer protocol")
		return nil, false
	}
	b, ok := object.BytesLike(th, v)
	return bytes.Clone(b), ok
}
