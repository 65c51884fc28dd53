// MemoryView: a window on the memory of another object, with a format for its items, shape and strides.
package object

import (
	"runtime"
	"weak"
)

// MemoryView is a Python memoryview.
type MemoryView struct {
	Header
	base     *managedBuffer
	mem      []byte // the whole memory of the base
	off      int    // where item [0, 0 …] starts in mem
	format   string // one format character, perhaps behind "@"
	itemsize int
	shape    []int
	strides  []int
	readonly bool
	released bool
	exports  int
	hash     int64
	hashed   bool
}

// managedBuffer is the claim that a memoryview, and the views derived from it, have on an object.
type managedBuffer struct {
	obj     Value
	release func()
	views   int // not yet released
	// made are the views themselves when obj is a bytearray: one that was collected counts as released.
	made []weak.Pointer[MemoryView]
}

// track remembers a view of a bytearray without keeping it alive.
func (b *managedBuffer) track(m *MemoryView) {
	if n := len(b.made); n >= 8 && n&(n-1) == 0 {
		b.inUse()
	}
	b.made = append(b.made, weak.Make(m))
}

// inUse forgets the views that were released or collected and reports whether others exist.
func (b *managedBuffer) inUse() bool {
	live := b.made[:0]
	for _, w := range b.made {
		if m := w.Value(); m != nil && !m.released {
			live = append(live, w)
		}
	}
	clear(b.made[len(live):])
	b.made = live
	return len(live) > 0
}

// formatSizes are the native formats of one character and their sizes.
var formatSizes = map[byte]int{'b': 1, 'B': 1, 'c': 1, '?': 1, 'h': 2, 'H': 2, 'e': 2, 'i': 4, 'I': 4, 'f': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'd': 8, 'P': 8}

// formatChar returns the character of a native format, 0 when it is of another kind.
func formatChar(format string) byte {
	if len(format) == 2 && format[0] == '@' {
		format = format[1:]
	}
	if len(format) != 1 || formatSizes[format[0]] == 0 {
		return 0
	}
	return format[0]
}

// NewMemoryView returns memoryview(v).
func NewMemoryView(th *Thread, v Value) Value {
	if m, ok := asMemoryView(v); ok {
		if !m.check(th) {
			return Value{}
		}
		return m.derive().V()
	}
	m := &MemoryView{Header: Header{&MemoryViewType.Root}, format: "B", itemsize: 1}
	m.base = &managedBuffer{obj: v, views: 1}
	if a, ok := AsByteArray(v); ok {
		m.mem = a.B
		a.addView(m.base)
		m.base.track(m)
	} else {
		get := v.H.Shape.Type.Buffer
		if get == nil {
			return th.TypeError("memoryview: a bytes-like object is required, not '%s'", v.Type().TPName())
		}
		b, ok := get(th, v)
		if !ok {
			return Value{}
		}
		m.mem, m.readonly, m.base.release = b.Bytes, b.ReadOnly, b.Release
		if c := formatChar(b.Format); c != 0 {
			m.format, m.itemsize = b.Format, formatSizes[c]
		} else if b.Format == "w" { // characters of arrays: no format of module struct, so items cannot be read
			m.format, m.itemsize = b.Format, 4
		}
	}
	m.shape, m.strides = []int{len(m.mem) / m.itemsize}, []int{m.itemsize}
	return m.V()
}

// V returns the memoryview as a Value.
func (m *MemoryView) V() Value { return Value{&m.Header, 0} }

func asMemoryView(v Value) (*MemoryView, bool) {
	if v.H.Shape.Solid == &MemoryViewType {
		return (*MemoryView)(v.Ptr()), true
	}
	return nil, false
}

// derive returns another view of the same memory.
func (m *MemoryView) derive() *MemoryView {
	n := *m
	n.exports, n.hashed = 0, false
	m.base.views++
	if m.base.made != nil {
		m.base.track(&n)
	}
	return &n
}

// check raises ValueError when the view was released.
func (m *MemoryView) check(th *Thread) bool {
	if m.released {
		th.ValueError("operation forbidden on released memoryview object")
		return false
	}
	return true
}

// Release gives the memory up.
func (m *MemoryView) Release(th *Thread) bool {
	if m.released {
		return true
	}
	if m.exports > 0 {
		th.Raisef(&BufferErrorType, "memoryview has %d exported buffer%s", m.exports, plural(m.exports))
		return false
	}
	m.released = true
	m.base.views--
	if m.base.views == 0 && m.base.release != nil {
		m.base.release()
		m.base.release = nil
	}
	return true
}

// addView remembers a view of the bytearray without keeping it alive.
func (a *ByteArray) addView(b *managedBuffer) {
	if len(a.views) >= 8 && len(a.views)&(len(a.views)-1) == 0 {
		a.pruneViews()
	}
	a.views = append(a.views, weak.Make(b))
}

// pruneViews forgets views that were released or collected and reports whether others exist.
func (a *ByteArray) pruneViews() bool {
	live := a.views[:0]
	for _, w := range a.views {
		if b := w.Value(); b != nil && b.views > 0 && b.inUse() {
			live = append(live, w)
		}
	}
	clear(a.views[len(live):])
	a.views = live
	return len(live) > 0
}

// canResize raises BufferError while views of the bytearray exist. A view that nobody refers to any more would have
// been released by CPython's reference counts: before raising, a collection finds out.
func (a *ByteArray) canResize(th *Thread) bool {
	if a.exports == 0 && (len(a.views) == 0 || !a.pruneViews()) {
		return true
	}
	if a.exports == 0 {
		runtime.GC()
		if !a.pruneViews() {
			return true
		}
	}
	th.Raise(&BufferErrorType, "Existing exports of data: object cannot be re-sized")
	return false
}

func memoryViewBuffer(th *Thread, v Value) (*Buffer, bool) {
	m := (*MemoryView)(v.Ptr())
	if !m.check(th) {
		return nil, false
	}
	m.exports++
	b := &Buffer{ReadOnly: m.readonly, Format: m.format, Release: func() { m.exports-- }}
	if m.contiguous() {
		b.Bytes = m.mem[m.off : m.off+m.nbytes()]
	} else {
		b.Bytes = m.bytes()
	}
	return b, true
}

// items is the number of items.
func (m *MemoryView) items() int {
	n := 1
	for _, k := range m.shape {
		n *= k
	}
	return n
}

func (m *MemoryView) nbytes() int { return m.items() * m.itemsize }

// contiguous reports whether the items lie in memory in C order without gaps.
func (m *MemoryView) contiguous() bool {
	want := m.itemsize
	for i := len(m.shape) - 1; i >= 0; i-- {
		if m.shape[i] > 1 && m.strides[i] != want {
			return m.items() == 0
		}
		want *= m.shape[i]
	}
	return true
}

func (m *MemoryView) fortranContiguous() bool {
	want := m.itemsize
	for i := range m.shape {
		if m.shape[i] > 1 && m.strides[i] != want {
			return m.items() == 0
		}
		want *= m.shape[i]
	}
	return true
}

// each calls f with the offset of every item in C order until it returns false.
func (m *MemoryView) each(f func(off int) bool) bool { return eachItem(m.off, m.shape, m.strides, f) }

func eachItem(off int, shape, strides []int, f func(off int) bool) bool {
	if len(shape) == 0 {
		return f(off)
	}
	for i := range shape[0] {
		if !eachItem(off+i*strides[0], shape[1:], strides[1:], f) {
			return false
		}
	}
	return true
}

// bytes returns a copy of the items in C order.
func (m *MemoryView) bytes() []byte {
	out := make([]byte, 0, m.nbytes())
	if m.contiguous() {
		return append(out, m.mem[m.off:m.off+m.nbytes()]...)
	}
	m.each(func(off int) bool {
		out = append(out, m.mem[off:off+m.itemsize]...)
		return true
	})
	return out
}
