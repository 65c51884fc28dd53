// IncrementalNewlineDecoder.
package iomod

import (
	"strings"

	"pyasync/object"
)

type newlineDecoder struct {
	base
	decoder   value
	translate bool
	pendingCR bool
	seen      uint8
}

var newlineDecoderType object.Type

func newlineOf(v value) *newlineDecoder { return (*newlineDecoder)(v.Ptr()) }

var newlineSig = object.ParseSignature("decoder, translate, errors='strict'")

func init() {
	object.Define(&newlineDecoderType, object.Spec{
		Name: "_io.IncrementalNewlineDecoder", Sig: "decoder, translate, errors='strict'", Alloc: object.Allocator[newlineDecoder](), DictOf: dictOf,
		Slots: object.Slots{
			New: streamNew,
			Init: func(th *thread, v value, args []value, kw []*str) bool {
				var a [3]value
				if !newlineSig.Bind(th, "IncrementalNewlineDecoder", args, kw, a[:]) {
					return false
				}
				b, ok := th.Truth(a[1])
				d := newlineOf(v)
				d.decoder, d.translate = a[0], b
				return ok
			},
		},
		Methods: []object.Method{
			method("decode", "input, final=False", newlineDecode),
			method0("getstate", func(th *thread, v value) value {
				d := newlineOf(v)
				flag, buffer := int64(0), bytesValue(nil)
				if !d.decoder.IsNone() {
					st := th.CallMethod(d.decoder, object.NewStr("getstate"))
					if st.IsNil() {
						return st
					}
					t, ok := object.AsTuple(st)
					if !ok || len(t.Items) != 2 {
						return th.TypeError("illegal decoder state")
					}
					n, ok := th.AsIndex(t.Items[1], &object.OverflowErrorType)
					if !ok {
						return value{}
					}
					buffer, flag = t.Items[0], int64(n)
				}
				flag <<= 1
				if d.pendingCR {
					flag |= 1
				}
				return object.TupleOf(buffer, object.Int(flag))
			}),
			method("setstate", "state, /", func(th *thread, v value, a []value) value {
				d := newlineOf(v)
				t, ok := object.AsTuple(a[0])
				if !ok || len(t.Items) != 2 {
					return th.TypeError("state argument must be a tuple")
				}
				n, ok := th.AsIndex(t.Items[1], &object.OverflowErrorType)
				if !ok {
					return value{}
				}
				d.pendingCR = n&1 != 0
				if !d.decoder.IsNone() {
					return th.CallMethod(d.decoder, object.NewStr("setstate"), object.TupleOf(t.Items[0], object.Int(int64(n>>1))))
				}
				return object.None
			}),
			method0("reset", func(th *thread, v value) value {
				d := newlineOf(v)
				d.seen, d.pendingCR = 0, false
				if !d.decoder.IsNone() {
					return th.CallMethod(d.decoder, object.NewStr("reset"))
				}
				return object.None
			}),
		},
		Getset: []object.Getset{
			{Name: "newlines", Get: func(th *thread, v value) value { return newlinesSeen(newlineOf(v).seen) }},
		},
	})
}

func newlineDecode(th *thread, v value, a []value) value {
	d := newlineOf(v)
	final := false
	if !a[1].IsNil() {
		var ok bool
		if final, ok = th.Truth(a[1]); !ok {
			return value{}
		}
	}
	x := a[0]
	if !d.decoder.IsNone() {
		if x = th.CallMethod(d.decoder, object.NewStr("decode"), x, object.Bool(final)); x.IsNil() {
			return x
		}
	}
	text, ok := object.GoString(x)
	if !ok {
		return th.TypeError("decoder should return a string result, not '%s'", x.Type().TPName())
	}
	if d.pendingCR && (final || text != "") {
		text, d.pendingCR = "\r"+text, false
	}
	if !final && strings.HasSuffix(text, "\r") {
		text, d.pendingCR = text[:len(text)-1], true
	}
	d.seen |= seenIn(text)
	if d.translate && strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return object.StrValue(text)
}
