// The objects that decompress piece by piece: decompressobj's, and _ZlibDecompressor, which keeps its input.
package zlibmod

import (
	"bytes"

	"pyasync/object"
)

// decompressor is a decompressobj.
type decompressor struct {
	object.Header
	s            *stream
	unused, tail []byte
	ended        bool // flushed at the end of the stream
}

// keeper is a _ZlibDecompressor.
type keeper struct {
	object.Header
	s      *stream
	in     []byte // not yet used
	behind bool   // there may be output that a limit held back
}

var keeperType object.Type

func decompressorOf(v value) *decompressor { return (*decompressor)(v.Ptr()) }
func keeperOf(v value) *keeper             { return (*keeper)(v.Ptr()) }

func defineDecompressors() {
	copyOf := func(th *thread, v value) value {
		if decompressorOf(v).ended {
			return th.ValueError("Inconsistent stream state")
		}
		return decompressorOf(v).copy()
	}
	object.Define(&decompressType, object.Spec{Name: "zlib.Decompress", Flags: object.FlagNoNew, Alloc: object.Allocator[decompressor](),
		Methods: []object.Method{
			{Name: "decompress", Sig: "data, /, max_length=0", Doc: "Return a bytes object containing the decompressed version of the data.", F: feedDecompressor},
			{Name: "flush", Sig: "length=16384, /", Doc: "Return a bytes object containing any remaining decompressed data.", F: flushDecompressor},
			{Name: "copy", Doc: "Return a copy of the decompression object.", F0: copyOf},
			{Name: "__copy__", F0: copyOf},
			{Name: "__deepcopy__", Sig: "memo, /", F1: func(th *thread, v, _ value) value { return decompressorOf(v).copy() }},
		},
		Members: []object.Member{
			{Name: "eof", Get: func(th *thread, v value) value { return object.Bool(decompressorOf(v).s.done) }},
			{Name: "unused_data", Get: func(th *thread, v value) value { return object.BytesValue(decompressorOf(v).unused) }},
			{Name: "unconsumed_tail", Get: func(th *thread, v value) value { return object.BytesValue(decompressorOf(v).tail) }},
		}})
	object.Define(&keeperType, object.Spec{Name: "zlib._ZlibDecompressor", Sig: "wbits=15, zdict=b''", Alloc: object.Allocator[keeper](),
		Doc:   "Create a decompressor object for decompressing data incrementally.",
		Slots: object.Slots{New: newKeeper},
		Methods: []object.Method{
			{Name: "decompress", Sig: "data, max_length=-1", Doc: "Decompress *data*, returning uncompressed data as bytes.", F: feedKeeper},
		},
		Members: []object.Member{
			{Name: "eof", Doc: "True if the end-of-stream marker has been reached.", Get: func(th *thread, v value) value { return object.Bool(keeperOf(v).s.done) }},
			{Name: "unused_data", Doc: "Data found after the end of the compressed stream.", Get: func(th *thread, v value) value {
				k := keeperOf(v)
				if !k.s.done {
					return object.NewBytes(nil).V()
				}
				return object.BytesValue(k.in)
			}},
			{Name: "needs_input", Doc: "True if more input is needed before more decompressed data can be produced.", Get: func(th *thread, v value) value {
				k := keeperOf(v)
				return object.Bool(!k.s.done && !k.behind)
			}},
		}})
}

// streamArg makes the stream for the arguments wbits and zdict; nil: an exception is pending.
func streamArg(th *thread, a []value) *stream {
	wbits, ok := intArg(th, a[0], 15)
	if !ok {
		return nil
	}
	dict, ok := dictArg(th, a[1])
	if !ok {
		return nil
	}
	if !goodWindow(wbits) {
		th.ValueError("Invalid initialization option")
		return nil
	}
	return newStream(wbits, dict)
}

func decompressObj(th *thread, _ value, a []value) value {
	s := streamArg(th, a)
	if s == nil {
		return value{}
	}
	return (&decompressor{Header: object.Header{Shape: &decompressType.Root}, s: s}).value()
}

func (d *decompressor) value() value { return object.ObjectValue(&d.Header) }

func (d *decompressor) copy() value {
	return (&decompressor{object.Header{Shape: &decompressType.Root}, d.s.clone(), bytes.Clone(d.unused), bytes.Clone(d.tail), d.ended}).value()
}

// limitArg is a number of bytes.
func limitArg(th *thread, v value, def int) (int, bool) {
	if v.H == nil {
		return def, true
	}
	return th.AsIndex(v, &object.OverflowErrorType)
}

func feedDecompressor(th *thread, v value, a []value) value {
	b, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	limit, ok := limitArg(th, a[1], 0)
	if !ok {
		return value{}
	}
	if limit < 0 {
		return th.ValueError("max_length must be non-negative")
	}
	return decompressorOf(v).feed(th, b, limit)
}

func flushDecompressor(th *thread, v value, a []value) value {
	length, ok := limitArg(th, a[0], 1)
	if !ok {
		return value{}
	}
	if length <= 0 {
		return th.ValueError("length must be greater than zero")
	}
	d := decompressorOf(v)
	if d.ended {
		return object.NewBytes(nil).V()
	}
	r := d.feed(th, bytes.Clone(d.tail), 0)
	d.ended = d.s.done
	return r
}

// feed decompresses input and returns at most limit bytes (0: all).
func (d *decompressor) feed(th *thread, b []byte, limit int) value {
	if d.ended {
		return zlibError(th, "Error -2 while decompressing data: inconsistent stream state")
	}
	if d.s.done {
		d.unused = append(d.unused, b...)
		d.tail = nil
		return object.NewBytes(nil).V()
	}
	if limit == 0 {
		limit = -1
	}
	out, rest, err := d.s.feed(b, limit)
	if err != nil {
		return decompressError(th, err)
	}
	d.tail = nil
	if d.s.done {
		d.unused = append(d.unused, rest...)
	} else {
		d.tail = bytes.Clone(rest)
	}
	return object.BytesValue(bytes.Clone(out))
}

var keeperSig = object.ParseSignature("wbits=15, zdict=b''")

func newKeeper(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(2)
	defer th.Release(w)
	if !keeperSig.Bind(th, "_ZlibDecompressor", args, kw, w) {
		return value{}
	}
	s := streamArg(th, w)
	if s == nil {
		return value{}
	}
	k := &keeper{Header: object.Header{Shape: &t.Root}, s: s}
	return object.ObjectValue(&k.Header)
}

func feedKeeper(th *thread, v value, a []value) value {
	b, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	limit, ok := limitArg(th, a[1], -1)
	if !ok {
		return value{}
	}
	k := keeperOf(v)
	if k.s.done {
		return th.Raise(&object.EOFErrorType, "End of stream already reached")
	}
	out, rest, err := k.s.feed(append(k.in, b...), limit)
	if err != nil {
		return decompressError(th, err)
	}
	k.in = bytes.Clone(rest)
	k.behind = limit >= 0 && len(out) >= limit
	return object.BytesValue(bytes.Clone(out))
}
