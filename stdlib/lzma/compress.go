// LZMACompressor.
package lzmamod

import (
	"bytes"
	"io"

	"github.com/ulikunitz/xz"
	"github.com/ulikunitz/xz/lzma"

	"pyasync/object"
)

type compressor struct {
	object.Header
	w       io.WriteCloser
	out     *bytes.Buffer
	flushed bool
}

func compressorOf(v value) *compressor { return (*compressor)(v.Ptr()) }

func init() {
	object.Define(&compressorType, object.Spec{Name: "_lzma.LZMACompressor", Sig: "format=FORMAT_XZ, check=-1, preset=None, filters=None",
		Doc: "LZMACompressor(format=FORMAT_XZ, check=-1, preset=None, filters=None)", Alloc: object.Allocator[compressor](),
		Slots: object.Slots{New: newCompressor},
		Methods: []object.Method{
			{Name: "compress", Sig: "data, /", Doc: "Provide data to the compressor object.", F1: compress},
			{Name: "flush", Doc: "Finish the compression process.", F0: flush},
		}})
}

var compressorSig = object.ParseSignature("format=1, check=-1, preset=None, filters=None")

func newCompressor(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	a := th.Window(4)
	defer th.Release(a)
	if !compressorSig.Bind(th, "LZMACompressor", args, kw, a) {
		return value{}
	}
	format, ok1 := intOption(th, a[0], formatXZ)
	check, ok2 := intOption(th, a[1], -1)
	if !ok1 || !ok2 {
		return value{}
	}
	if given(a[2]) && given(a[3]) {
		return th.ValueError("Cannot specify both preset and filter chain")
	}
	if format != formatXZ && check != -1 && check != checkNone {
		return th.ValueError("Integrity checks are only supported by FORMAT_XZ")
	}
	if format < formatXZ || format > formatRaw {
		return th.ValueError("Invalid container format: %d", format)
	}
	if format == formatRaw && !given(a[3]) {
		return th.ValueError("Must specify filters for FORMAT_RAW")
	}
	var o options
	ok := false
	if given(a[3]) {
		o, ok = chainOptions(th, a[3])
	} else if preset, isInt := intOption(th, a[2], 6); isInt {
		o, ok = presetOptions(th, preset)
	}
	if !ok {
		return value{}
	}
	c := &compressor{Header: object.Header{Shape: &t.Root}, out: &bytes.Buffer{}}
	if !c.open(th, format, check, o) {
		return value{}
	}
	return object.ObjectValue(&c.Header)
}

func (c *compressor) open(th *thread, format, check int, o options) bool {
	var err error
	switch {
	case format == formatXZ:
		config := xz.WriterConfig{Properties: &o.properties, DictCap: o.dictionary}
		switch check {
		case -1, checkCRC64:
			config.CheckSum = xz.CRC64
		case checkCRC32:
			config.CheckSum = xz.CRC32
		case checkSHA256:
			config.CheckSum = xz.SHA256
		case checkNone:
			config.NoCheckSum = true
		default:
			fail(th, "Unsupported integrity check")
			return false
		}
		c.w, err = config.NewWriter(c.out)
	case format == formatAlone:
		c.w, err = lzma.WriterConfig{Properties: &o.properties, DictCap: o.dictionary, EOSMarker: true}.NewWriter(c.out)
	case o.lzma1: // the stream without its header
		if c.w, err = (lzma.WriterConfig{Properties: &o.properties, DictCap: o.dictionary, EOSMarker: true}).NewWriter(c.out); err == nil {
			c.out.Next(lzma.HeaderLen)
		}
	default:
		c.w, err = lzma.Writer2Config{Properties: &o.properties, DictCap: o.dictionary}.NewWriter2(c.out)
	}
	if err != nil {
		fail(th, "Invalid or unsupported options")
		return false
	}
	return true
}

func compress(th *thread, v, data value) value {
	c := compressorOf(v)
	b, release, ok := object.AsBytesLike(th, data)
	if !ok {
		return value{}
	}
	defer release()
	if c.flushed {
		return th.ValueError("Compressor has been flushed")
	}
	input := append([]byte(nil), b...)
	_, err := c.w.Write(input)
	return c.fetch(th, err)
}

func flush(th *thread, v value) value {
	c := compressorOf(v)
	if c.flushed {
		return th.ValueError("Repeated call to flush()")
	}
	c.flushed = true
	err := c.w.Close()
	return c.fetch(th, err)
}

func (c *compressor) fetch(th *thread, err error) value {
	if err != nil {
		return fail(th, "Internal error")
	}
	out := append([]byte(nil), c.out.Bytes()...)
	c.out.Reset()
	return object.NewBytes(out).V()
}
