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
func writer(w io.Writer, level, wbits int) (io.WriteCloser, error) {
	switch {
	case wbits < 0:
		return flate.NewWriter(w, level)
	case wbits > 15:
		return gzip.NewWriterLevel(w, level)
	}
	return zlib.NewWriterLevel(w, level)
}

func reader(r io.Reader, wbits int) (io.Reader, error) {
	switch {
	case wbits < 0:
		return flate.NewReader(r), nil
	case wbits > 15 && wbits < 32:
		g, err := gzip.NewReader(r)
		if err == nil {
			g.Multistream(false)
		}
		return g, err
	case wbits >= 32:
		// Either header.
		b := r.(io.ByteScanner)
		c, err := b.ReadByte()
		if err != nil {
			return nil, err
		}
		b.UnreadByte()
		if c == 0x1f {
			return reader(r, 31)
		}
	}
	return zlib.NewReader(r)
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
	w, err := writer(&b, level, wbits)
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
	r, err := reader(bytes.NewReader(data), wbits)
	var out []byte
	if err == nil {
		out, err = io.ReadAll(r)
	}
	if err != nil {
		return decompressError(th, err)
	}
	return object.BytesValue(out)
}

// decompressError words an error as zlib does.
func decompressError(th *thread, err error) value {
	switch err {
	case io.ErrUnexpectedEOF, io.EOF:
		return zlibError(th, "Error -5 while decompressing data: incomplete or truncated stream")
	case zlib.ErrHeader, gzip.ErrHeader:
		return zlibError(th, "Error -3 while decompressing data: incorrect header check")
	case zlib.ErrChecksum, gzip.ErrChecksum:
		return zlibError(th, "Error -3 while decompressing data: incorrect data check")
	case zlib.ErrDictionary:
		return zlibError(th, "Error 2 while decompressing data")
	}
	return zlibError(th, "Error -3 while decompressing data: invalid block type")
}

// compressor is a compressobj; what it has written since the last call is in out.
type compressor struct {
	object.Header
	out bytes.Buffer
	w   io.WriteCloser
}

// decompressor is a decompressobj: it keeps all input until a stream is complete, and remembers how much of the
// output it has handed out, because Go's readers cannot be resumed after running out of input.
type decompressor struct {
	object.Header
	wbits    int
	in       []byte
	given    int
	eof      bool
	unused   []byte
	tail     []byte
	complete []byte
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
			c.w.Write(b)
			return c.take()
		}},
		{Name: "flush", Sig: "mode=4, /", F: func(th *thread, v value, a []value) value {
			mode, ok := intArg(th, a[0], 4)
			if !ok {
				return value{}
			}
			c := (*compressor)(v.Ptr())
			if f, ok := c.w.(interface{ Flush() error }); ok && mode != 4 {
				if mode != 0 {
					f.Flush()
				}
			} else {
				c.w.Close()
			}
			return c.take()
		}},
	}})
	object.Define(&decompressType, object.Spec{Name: "zlib.Decompress", Flags: object.FlagNoNew, Alloc: object.Allocator[decompressor](),
		Methods: []object.Method{
			{Name: "decompress", Sig: "data, /, max_length=0", F: (func(th *thread, v value, a []value) value {
				b, ok := object.BytesLike(th, a[0])
				if !ok {
					return value{}
				}
				limit, ok := intArg(th, a[1], 0)
				if !ok {
					return value{}
				}
				if limit < 0 {
					return th.ValueError("max_length must be non-negative")
				}
				return (*decompressor)(v.Ptr()).feed(th, b, limit)
			})},
			{Name: "flush", Sig: "length=16384, /", F: func(th *thread, v value, a []value) value {
				return (*decompressor)(v.Ptr()).feed(th, nil, 0)
			}},
		},
		Members: []object.Member{
			{Name: "eof", Get: func(th *thread, v value) value { return object.Bool((*decompressor)(v.Ptr()).eof) }},
			{Name: "unused_data", Get: func(th *thread, v value) value { return object.BytesValue((*decompressor)(v.Ptr()).unused) }},
			{Name: "unconsumed_tail", Get: func(th *thread, v value) value { return object.BytesValue((*decompressor)(v.Ptr()).tail) }},
		}})
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
	wbits, ok := intArg(th, a[2], 15)
	if !ok {
		return value{}
	}
	if badLevel(level) {
		return th.ValueError("Invalid initialization option")
	}
	c := &compressor{Header: object.Header{Shape: &compressType.Root}}
	w, err := writer(&c.out, level, wbits)
	if err != nil {
		return th.ValueError("Invalid initialization option")
	}
	c.w = w
	return object.ObjectValue(&c.Header)
}

func decompressObj(th *thread, _ value, a []value) value {
	wbits, ok := intArg(th, a[0], 15)
	if !ok {
		return value{}
	}
	d := &decompressor{Header: object.Header{Shape: &decompressType.Root}, wbits: wbits}
	return object.ObjectValue(&d.Header)
}

// feed decompresses all input seen so far and returns the output not given before, at most limit bytes (0: all).
func (d *decompressor) feed(th *thread, b []byte, limit int) value {
	if d.complete != nil {
		d.unused = append(d.unused, b...)
		return d.give(d.complete, limit, b)
	}
	if d.tail == nil || !bytes.Equal(d.tail, b) {
		d.in = append(d.in, b...)
	}
	src := bytes.NewReader(d.in)
	r, err := reader(src, d.wbits)
	var out []byte
	if err == nil {
		out, err = io.ReadAll(r)
	}
	switch err {
	case nil:
		d.complete = out
		d.unused = bytes.Clone(d.in[len(d.in)-src.Len():])
	case io.ErrUnexpectedEOF, io.EOF:
	default:
		return decompressError(th, err)
	}
	return d.give(out, limit, b)
}

func (d *decompressor) give(out []byte, limit int, input []byte) value {
	rest := out[min(d.given, len(out)):]
	d.tail = nil
	if limit > 0 && len(rest) > limit {
		rest = rest[:limit]
		d.tail = append([]byte(nil), input...)
		if len(d.tail) == 0 {
			d.tail = []byte{0}
		}
	}
	d.given += len(rest)
	d.eof = d.complete != nil && d.given >= len(d.complete)
	return object.BytesValue(bytes.Clone(rest))
}
