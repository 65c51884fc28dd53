// Dict, the compact insertion-ordered hash table behind dict, namespaces and keyword arguments.
package object

import "math/bits"

// Dict is a Python dict. Entries stand in insertion order; idx maps hashes to positions in entries.
// Deleted entries leave a hole (nil key) until the next rebuild.
type Dict struct {
	Header
	idx     []uint32 // 0 empty, tombstone, or position+1
	entries []dictEntry
	shift   uint8 // 64 - log2(len(idx))
	live    int
	// Moves counts the events that move or remove entries (delete, clear, rebuild): a position found earlier is
	// still right while Moves has not changed.
	Moves uint32
}

type dictEntry struct {
	hash int64
	k, v Value
}

const tombstone = ^uint32(0)

// NewDict returns an empty dict.
func NewDict() *Dict { return &Dict{Header: Header{&DictType.Root}} }

// V returns the dict as a Value.
func (d *Dict) V() Value { return Value{&d.Header, 0} }

// AsDict returns the dict v is (or derives from).
func AsDict(v Value) (*Dict, bool) {
	if v.H.Shape.Solid == &DictType {
		return (*Dict)(v.Ptr()), true
	}
	return nil, false
}

// Len returns the number of items.
func (d *Dict) Len() int { return d.live }

func (d *Dict) start(h int64) uint64 { return uint64(h) * 0x9E3779B97F4A7C15 >> d.shift }

// findStr returns the position of a str key, or -1.
func (d *Dict) findStr(k *Str) int {
	if d.live == 0 {
		return -1
	}
	h := int64(k.Hash())
	mask := uint64(len(d.idx) - 1)
	for p := d.start(h); ; p = (p + 1) & mask {
		i := d.idx[p]
		if i == 0 {
			return -1
		}
		if i == tombstone {
			continue
		}
		e := &d.entries[i-1]
		if e.hash == h && (e.k.H == &k.Header || e.k.Is(&StrType) && (*Str)(e.k.Ptr()).s == k.s) {
			return int(i - 1)
		}
	}
}

// findInt returns the position of a small int key, or -1; ok is false when another kind of key with the same hash
// (a float, an int subclass …) needs the general search.
func (d *Dict) findInt(k Value, h int64) (pos int, ok bool) {
	mask := uint64(len(d.idx) - 1)
	for p := d.start(h); ; p = (p + 1) & mask {
		i := d.idx[p]
		if i == 0 {
			return -1, true
		}
		if i == tombstone {
			continue
		}
		e := &d.entries[i-1]
		if e.hash == h {
			if e.k == k {
				return int(i - 1), true
			}
			if e.k.H != &IntHeader {
				return -1, false
			}
		}
	}
}

// find returns the position of key k with hash h, or -1; ok is false when comparing keys raised. Comparing may run
// Python code that changes the dict, so the search starts over when it did.
func (d *Dict) find(th *Thread, k Value, h int64) (pos int, ok bool) {
	if d.live == 0 {
		return -1, true
	}
	if k.IsExact(&StrType) {
		return d.findStrMixed(th, (*Str)(k.Ptr()))
	}
	if k.H == &IntHeader {
		if pos, ok = d.findInt(k, h); ok {
			return pos, true
		}
	}
	return d.findAny(th, k, h)
}

// findStrMixed is findStr, but respects str subclasses with an __eq__ of their own.
func (d *Dict) findStrMixed(th *Thread, k *Str) (int, bool) { return d.findStr(k), true }

func (d *Dict) findAny(th *Thread, k Value, h int64) (int, bool) {
again:
	if d.live == 0 {
		return -1, true
	}
	mask := uint64(len(d.idx) - 1)
	for p := d.start(h); ; p = (p + 1) & mask {
		i := d.idx[p]
		if i == 0 {
			return -1, true
		}
		if i == tombstone {
			continue
		}
		e := &d.entries[i-1]
		if e.hash != h {
			continue
		}
		if e.k == k {
			return int(i - 1), true
		}
		moves, n, key := d.Moves, len(d.entries), e.k
		eq, ok := th.Equal(key, k)
		if !ok {
			return -1, false
		}
		if d.Moves != moves || len(d.entries) < n || len(d.idx) != int(mask+1) {
			goto again
		}
		if eq {
			return int(i - 1), true
		}
	}
}

// GetStr returns the value of a str key, or the nil Value.
func (d *Dict) GetStr(k *Str) Value {
	if i := d.findStr(k); i >= 0 {
		return d.entries[i].v
	}
	return Value{}
}

// FindStr returns the position of a str key for Entry, or -1.
func (d *Dict) FindStr(k *Str) int { return d.findStr(k) }

// At returns the value at a position found earlier; valid while Moves has not changed.
func (d *Dict) At(pos int) Value { return d.entries[pos].v }

// SetAt replaces the value at a position found earlier.
func (d *Dict) SetAt(pos int, v Value) { Store(&d.entries[pos].v, v) }

// Span returns the number of entry positions, holes included: it grows with every insertion.
func (d *Dict) Span() int { return len(d.entries) }

// GetHash returns the value of k whose hash is h; the nil Value means absent, or, with ok false, raised.
func (d *Dict) GetHash(th *Thread, k Value, h int64) (v Value, ok bool) {
	i, ok := d.find(th, k, h)
	if i < 0 {
		return Value{}, ok
	}
	return d.entries[i].v, true
}

// Get returns the value of k; the nil Value means absent, or, with ok false, that an exception is pending.
func (d *Dict) Get(th *Thread, k Value) (v Value, ok bool) {
	h, ok := th.Hash(k)
	if !ok {
		return Value{}, false
	}
	return d.GetHash(th, k, h)
}

// Set sets d[k] = v; false means raised.
func (d *Dict) Set(th *Thread, k, v Value) bool {
	h, ok := th.Hash(k)
	if !ok {
		return false
	}
	return d.SetHash(th, k, h, v)
}

// SetHash is Set with the hash of k known.
func (d *Dict) SetHash(th *Thread, k Value, h int64, v Value) bool {
	i, ok := d.find(th, k, h)
	if !ok {
		return false
	}
	if i >= 0 {
		Store(&d.entries[i].v, v)
		return true
	}
	d.insert(k, h, v)
	return true
}

// SetStr sets a str key.
func (d *Dict) SetStr(k *Str, v Value) {
	if i := d.findStr(k); i >= 0 {
		Store(&d.entries[i].v, v)
		return
	}
	d.insert(k.V(), int64(k.Hash()), v)
}

// SetName is SetStr for a name given as a Go string.
func (d *Dict) SetName(name string, v Value) { d.SetStr(NewStr(name), v) }

// GetName is GetStr for a name given as a Go string.
func (d *Dict) GetName(name string) Value { return d.GetStr(NewStr(name)) }

func (d *Dict) insert(k Value, h int64, v Value) {
	if len(d.entries)*3 >= len(d.idx)*2 {
		d.rebuild(d.live*2 + 4)
	}
	d.entries = append(d.entries, dictEntry{h, k, v})
	d.live++
	mask := uint64(len(d.idx) - 1)
	for p := d.start(h); ; p = (p + 1) & mask {
		if i := d.idx[p]; i == 0 || i == tombstone {
			d.idx[p] = uint32(len(d.entries))
			return
		}
	}
}

// rebuild makes room for n entries and squeezes out the holes.
func (d *Dict) rebuild(n int) {
	size := 8
	for size*2 < n*3 {
		size *= 2
	}
	if d.live != len(d.entries) {
		d.Moves++
		keep := d.entries[:0]
		for _, e := range d.entries {
			if e.k.H != nil {
				keep = append(keep, e)
			}
		}
		clear(d.entries[len(keep):])
		d.entries = keep
	}
	d.idx = make([]uint32, size)
	d.shift = uint8(64 - bits.TrailingZeros(uint(size)))
	mask := uint64(size - 1)
	for i := range d.entries {
		for p := d.start(d.entries[i].hash); ; p = (p + 1) & mask {
			if d.idx[p] == 0 {
				d.idx[p] = uint32(i + 1)
				break
			}
		}
	}
}

// DelStr deletes a str key and reports whether it was there.
func (d *Dict) DelStr(k *Str) bool {
	i := d.findStr(k)
	if i < 0 {
		return false
	}
	d.remove(i)
	return true
}

// Pop removes k and returns its value; the nil Value means absent, or, with ok false, raised.
func (d *Dict) Pop(th *Thread, k Value) (v Value, ok bool) {
	h, ok := th.Hash(k)
	if !ok {
		return Value{}, false
	}
	i, ok := d.find(th, k, h)
	if i < 0 {
		return Value{}, ok
	}
	v = d.entries[i].v
	d.remove(i)
	return v, true
}

func (d *Dict) remove(i int) {
	e := &d.entries[i]
	mask := uint64(len(d.idx) - 1)
	for p := d.start(e.hash); ; p = (p + 1) & mask {
		if d.idx[p] == uint32(i+1) {
			d.idx[p] = tombstone
			break
		}
	}
	*e = dictEntry{}
	d.live--
	d.Moves++
	if d.live == 0 {
		d.Clear()
		return
	}
	for n := len(d.entries); n > 0 && d.entries[n-1].k.H == nil; n-- {
		d.entries = d.entries[:n-1]
	}
}

// Clear removes everything.
func (d *Dict) Clear() {
	d.idx, d.entries, d.live = nil, nil, 0
	d.Moves++
}

// Next iterates: it returns the first item at or after position pos and the position to go on from; more is false
// at the end.
func (d *Dict) Next(pos int) (k, v Value, next int, more bool) {
	for pos < len(d.entries) {
		e := &d.entries[pos]
		pos++
		if e.k.H != nil {
			return e.k, e.v, pos, true
		}
	}
	return Value{}, Value{}, pos, false
}

// Copy returns a copy that shares keys and values.
func (d *Dict) Copy() *Dict {
	n := NewDict()
	if d.live == 0 {
		return n
	}
	n.entries = make([]dictEntry, 0, d.live)
	for _, e := range d.entries {
		if e.k.H != nil {
			n.entries = append(n.entries, e)
		}
	}
	n.live = len(n.entries)
	n.rebuild(n.live)
	return n
}
