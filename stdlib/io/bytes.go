// Access to the memory of bytes-like objects.
package iomod

import "pyasync/object"

// bufferSize is io.DEFAULT_BUFFER_SIZE.
const bufferSize = 8192

// bytesOf returns the bytes of a bytes-like object, valid until Python code runs.
func bytesOf(th *thread, v value) ([]byte, bool) {
	if v.IsExact(&object.BytesType) {
		return (*object.Bytes)(v.Ptr()).B, true
	}
	f := v.Type().Buffer
	if f == nil {
		th.TypeError("a bytes-like object is required, not '%s'", v.Type().TPName())
		return nil, false
	}
	buf, ok := f(th, v)
	if !ok {
		return nil, false
	}
	b := buf.Bytes
	release(buf)
	return b, true
}

func release(b *object.Buffer) {
	if b.Release != nil {
		b.Release()
	}
}

// writableBuffer returns the memory of an object that data is read into; release it when done.
func writableBuffer(th *thread, v value, name string) (*object.Buffer, bool) {
	if f := v.Type().Buffer; f != nil {
		buf, ok := f(th, v)
		if !ok {
			return nil, false
		}
		if !buf.ReadOnly {
			return buf, true
		}
		release(buf)
	}
	th.TypeError("%s() argument must be read-write bytes-like object, not %s", name, v.Type().TPName())
	return nil, false
}

func newByteArray(th *thread, n int) value {
	return th.CallArgs(object.ByteArrayType.V(), object.Int(int64(n)))
}

func bytesValue(b []byte) value { return object.NewBytes(b).V() }
