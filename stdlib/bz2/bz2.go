// Package bz2mod is Python's _bz2 module: compression and decompression in the format of bzip2.
//
//	bz2.go     the module and its two classes
//	encode.go  compression: runs, symbols, bits
//	sort.go    the Burrows-Wheeler transform
//	tables.go  Huffman tables
//	decode.go  decompression
package bz2mod

import (
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var compressorType, decompressorType object.Type

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&compressorType, &decompressorType)
	return true
}

type compressor struct {
	object.Header
	enc      *encoder
	finished bool
}

type decompressor struct {
	object.Header
	dec    decoder
	unused []byte
	failed bool
}

// atEnd tells whether the whole stream was read and fetched.
func (d *decompressor) atEnd() bool { return d.dec.done && len(d.dec.out) == 0 }

func compressorOf(v value) *compressor     { return (*compressor)(v.Ptr()) }
func decompressorOf(v value) *decompressor { return (*decompressor)(v.Ptr()) }

func init() {
	object.Define(&compressorType, object.Spec{Name: "_bz2.BZ2Compressor", Sig: "compresslevel=9, /", Alloc: object.Allocator[compressor](),
		Doc:   "Create a compressor object for compressing data incrementally.",
		Slots: object.Slots{New: newCompressor},
		Methods: []object.Method{
			{Name: "compress", Sig: "data, /", Doc: "Provide data to the compressor object.", F1: compress},
			{Name: "flush", Doc: "Finish the compression process.", F0: flush},
		}})
	object.Define(&decompressorType, object.Spec{Name: "_bz2.BZ2Decompressor", Sig: "", Alloc: object.Allocator[decompressor](),
		Doc:   "Create a decompressor object for decompressing data incrementally.",
		Slots: object.Slots{New: newDecompressor},
		Methods: []object.Method{
			{Name: "decompress", Sig: "data, max_length=-1", Doc: "Decompress *data*, returning uncompressed data as bytes.", F: decompress},
		},
		Getset: []object.Getset{
			{Name: "eof", Doc: "True if the end-of-stream marker has been reached.", Get: func(th *thread, v value) value { return object.Bool(decompressorOf(v).atEnd()) }},
			{Name: "unused_data", Doc: "Data found after the end of the compressed stream.", Get: func(th *thread, v value) value {
				if d := decompressorOf(v); d.atEnd() {
					return object.NewBytes(d.unused).V()
				}
				return object.NewBytes(nil).V()
			}},
			{Name: "needs_input", Doc: "True if more input is needed before more decompressed data can be produced.", Get: func(th *thread, v value) value {
				d := decompressorOf(v)
				return object.Bool(!d.dec.done && len(d.dec.out) == 0)
			}},
		}})
}

var (
	compressorSig   = object.ParseSignature("compresslevel=9, /")
	decompressorSig = object.ParseSignature("")
)

func newCompressor(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(1)
	defer th.Release(w)
	if !compressorSig.Bind(th, "BZ2Compressor", args, kw, w) {
		return value{}
	}
	level := 9
	if !w[0].IsNil() {
		n, ok := th.AsInt(w[0])
		if !ok {
			return value{}
		}
		level = n
	}
	if level < 1 || level > 9 {
		return th.ValueError("compresslevel must be between 1 and 9")
	}
	c := &compressor{Header: object.Header{Shape: &t.Root}, enc: newEncoder(level)}
	return object.ObjectValue(&c.Header)
}

func compress(th *thread, v, data value) value {
	c := compressorOf(v)
	b, release, ok := object.AsBytesLike(th, data)
	if !ok {
		return value{}
	}
	defer release()
	if c.finished {
		return th.ValueError("Compressor has been flushed")
	}
	c.enc.write(b) // under the interpreter's lock: threads may share a compressor
	return c.fetch()
}

func flush(th *thread, v value) value {
	c := compressorOf(v)
	if c.finished {
		return th.ValueError("Repeated call to flush()")
	}
	c.finished = true
	c.enc.finish()
	return c.fetch()
}

func (c *compressor) fetch() value {
	out := c.enc.out
	c.enc.out = nil
	return object.NewBytes(out).V()
}

func newDecompressor(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !decompressorSig.Bind(th, "BZ2Decompressor", args, kw, nil) {
		return value{}
	}
	d := &decompressor{Header: object.Header{Shape: &t.Root}}
	return object.ObjectValue(&d.Header)
}

func decompress(th *thread, v value, a []value) value {
	d := decompressorOf(v)
	limit := -1
	if !a[1].IsNil() {
		n, ok := th.AsIndex(a[1], &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		limit = n
	}
	b, release, ok := object.AsBytesLike(th, a[0])
	if !ok {
		return value{}
	}
	defer release()
	if d.atEnd() {
		return th.Raise(&object.EOFErrorType, "End of stream already reached")
	}
	if d.failed {
		return th.Raise(&object.OSErrorType, errData.Error())
	}
	input := append([]byte(nil), b...)
	err := d.dec.feed(input)
	if err != nil {
		d.failed = true
		return th.Raise(&object.OSErrorType, err.Error())
	}
	if d.dec.done && d.unused == nil {
		d.unused = append([]byte{}, d.dec.data...)
		d.dec.data = nil
	}
	out := d.dec.out
	if limit >= 0 && len(out) > limit {
		out = out[:limit]
	}
	d.dec.out = d.dec.out[len(out):]
	return object.NewBytes(append([]byte(nil), out...)).V()
}
