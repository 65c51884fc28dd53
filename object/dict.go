// Dict, the compact insertion-ordered hash table behind dict, namespaces and keyword arguments.
package object

import "math/bits"

// Dict is a Python dict. Entries stand in insertion order; a deleted one leaves a hole (nil key, hash -1, which no key
// has) until the next rebuild. Up to smallDict entries are searched one by one: that is as fast as an index table,
// and saves its memory. Beyond, idx maps hashes to positions by linear probing; deleting shifts the followers back,
// so there are no tombstones.
type Dict struct {
	Header
	idx     []uint32 // 0: empty, or position+1; nil: small
	entries []dictEntry
	live    int
	first   int32 // no live entry stands before this position
	shift   uint8 // 64 - log2(len(idx))
	odd     bool  // a key of a class written in Python was inserted: it may equal keys of other types
	// Moves counts the events that move or remove entries (delete, clear, rebuild): a position found earlier is
	// still right while Moves has not changed.
	Moves uint32
}

type dictEntry struct {
	hash int64
	k, v Value
}

const (
	smallDict = 8
	holeHash  = -1
)

// NewDict returns an empty dict.
func NewDict() *Dict { return &Dict{Header: Header{&DictType.Root}} }

// DictAt returns the dict kept at a place, which create makes first if there is none. Types that keep the attributes
// of their instances in a field define DictOf with it.
func DictAt(at **Dict, create bool) *Dict {
	if *at == nil && create {
		*at = NewDict()
	}
	return *at
}

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

// hashSmallInt is hash(i): CPython's residue modulo 2**61-1, with the sign of i.
func hashSmallInt(i int64) int64 {
	const m = 1<<61 - 1
	if uint64(i+m-1) < 2*m-1 { // -m < i < m
		if i == -1 {
			return -2
		}
		return i
	}
	if h := i % m; h != -1 {
		return h
	}
	return -2
}

func (d *Dict) start(h int64) uint64 { return uint64(h) * 0x9E3779B97F4A7C15 >> d.shift }

// findStr returns the position of a str key, or -1.
func (d *Dict) findStr(k *Str) int {
	h := int64(k.Hash())
	if d.idx == nil {
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash == h && (e.k.H == &k.Header || e.k.Is(&StrType) && (*Str)(e.k.Ptr()).s == k.s) {
				return i
			}
		}
		return -1
	}
	mask := uint64(len(d.idx) - 1)
	for p := d.start(h); ; p = (p + 1) & mask {
		i := d.idx[p&mask]
		if i == 0 {
			return -1
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
	if d.idx == nil {
		for i := range d.entries {
			if e := &d.entries[i]; e.hash == h {
				if e.k == k {
					return i, true
				}
				if e.k.H != &IntHeader {
					return -1, false
				}
			}
		}
		return -1, true
	}
	mask := uint64(len(d.idx) - 1)
	for p := d.start(h); ; p = (p + 1) & mask {
		i := d.idx[p&mask]
		if i == 0 {
			return -1, true
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
	if k.H == &IntHeader {
		if pos, ok = d.findInt(k, h); ok {
			return pos, true
		}
	} else if k.H.Shape == &StrType.Root {
		pos = d.findStr((*Str)(k.Ptr()))
		if !d.odd || pos >= 0 && d.entries[pos].k.H.Shape == &StrType.Root {
			return pos, true
		}
	}
	return d.findAny(th, k, h)
}

func (d *Dict) findAny(th *Thread, k Value, h int64) (int, bool) {
again:
	if d.live == 0 {
		return -1, true
	}
	small, size := d.idx == nil, len(d.idx)
	mask, p := uint64(size-1), uint64(0)
	if !small {
		p = d.start(h)
	}
	for ; ; p++ {
		i := int(p)
		if small {
			if i >= len(d.entries) {
				return -1, true
			}
		} else if i = int(d.idx[p&mask]) - 1; i < 0 {
			return -1, true
		}
		e := &d.entries[i]
		if e.hash != h {
			continue
		}
		if e.k == k {
			return i, true
		}
		moves, n, key := d.Moves, len(d.entries), e.k
		eq, ok := th.Equal(key, k)
		if !ok {
			return -1, false
		}
		if d.Moves != moves || len(d.entries) < n || len(d.idx) != size {
			goto again
		}
		if eq {
			return i, true
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

// Find returns the position of key k with hash h for At, or -1; ok false: comparing keys raised.
func (d *Dict) Find(th *Thread, k Value, h int64) (pos int, ok bool) { return d.find(th, k, h) }

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
	if k.H.Shape.Type.Flags&FlagHeap != 0 {
		d.odd = true
	}
	if d.idx == nil {
		if len(d.entries) < smallDict {
			if d.entries == nil {
				d.entries = make([]dictEntry, 0, 3)
			}
			d.entries = append(d.entries, dictEntry{h, k, v})
			d.live++
			return
		}
		d.rebuild(d.live*2 + 4)
	} else if len(d.entries)*3 >= len(d.idx)*2 {
		d.rebuild(d.live*2 + 4)
	}
	d.entries = append(d.entries, dictEntry{h, k, v})
	d.live++
	if d.idx == nil {
		return
	}
	d.index(len(d.entries)-1, h)
}

// rebuild squeezes out the holes and makes the index for n entries.
func (d *Dict) rebuild(n int) {
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
		d.first = 0
	}
	if d.live < smallDict {
		d.idx = nil
		return
	}
	size := 16
	for size*2 < n*3 {
		size *= 2
	}
	if size == len(d.idx) {
		clear(d.idx)
	} else {
		d.idx = make([]uint32, size)
	}
	d.shift = uint8(64 - bits.TrailingZeros(uint(size)))
	for i := range d.entries {
		d.index(i, d.entries[i].hash)
	}
}

// Grow makes room for n entries in all.
func (d *Dict) Grow(n int) {
	if n > cap(d.entries) {
		entries := make([]dictEntry, len(d.entries), n)
		copy(entries, d.entries)
		d.entries = entries
	}
	if n > smallDict && n*3 >= len(d.idx)*2 && d.live >= smallDict {
		d.rebuild(n)
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
	return d.PopHash(th, k, h)
}

// PopHash is Pop with the hash of k known.
func (d *Dict) PopHash(th *Thread, k Value, h int64) (v Value, ok bool) {
	i, ok := d.find(th, k, h)
	if i < 0 {
		return Value{}, ok
	}
	v = d.entries[i].v
	d.remove(i)
	return v, true
}

func (d *Dict) remove(i int) {
	if d.idx != nil {
		d.unindex(i)
	}
	d.entries[i] = dictEntry{hash: holeHash}
	d.live--
	d.Moves++
	if i == int(d.first) {
		for int(d.first) < len(d.entries) && d.entries[d.first].k.H == nil {
			d.first++
		}
	}
	if d.live == 0 && len(d.entries) > 64 {
		d.idx, d.entries, d.first = nil, nil, 0
	}
}

// removeLast removes the item at the last live position, and the holes behind it with it: only so can a later item
// come to stand where this one was. (Deleting by key leaves a hole, by which running iterators notice.)
func (d *Dict) removeLast(i int) {
	d.remove(i)
	if d.live == 0 {
		d.reset()
	} else if i < len(d.entries) {
		d.entries = d.entries[:i]
	}
}

// unindex takes position i out of the index and moves later entries of its probe run into the gap.
func (d *Dict) unindex(i int) {
	mask := uint64(len(d.idx) - 1)
	p := d.start(d.entries[i].hash)
	for d.idx[p] != uint32(i+1) {
		p = (p + 1) & mask
	}
	for q := (p + 1) & mask; d.idx[q] != 0; q = (q + 1) & mask {
		home := d.start(d.entries[d.idx[q]-1].hash)
		if (q-home)&mask >= (q-p)&mask {
			d.idx[p] = d.idx[q]
			p = q
		}
	}
	d.idx[p] = 0
}

// reset empties the storage of a dict without live entries.
func (d *Dict) reset() {
	clear(d.entries)
	d.idx, d.entries, d.first = nil, d.entries[:0], 0
}

// Clear removes everything.
func (d *Dict) Clear() {
	d.idx, d.entries, d.live, d.first, d.odd = nil, nil, 0, 0, false
	d.Moves++
}

// Next iterates: it returns the first item at or after position pos and the position to go on from; more is false
// at the end.
func (d *Dict) Next(pos int) (k, v Value, next int, more bool) {
	pos = max(pos, int(d.first))
	for pos < len(d.entries) {
		e := &d.entries[pos]
		pos++
		if e.k.H != nil {
			return e.k, e.v, pos, true
		}
	}
	return Value{}, Value{}, pos, false
}

// Prev iterates backwards: it returns the last item before position pos (start with Span) and its position.
func (d *Dict) Prev(pos int) (k, v Value, prev int, more bool) {
	for pos = min(pos, len(d.entries)) - 1; pos >= 0; pos-- {
		if e := &d.entries[pos]; e.k.H != nil {
			return e.k, e.v, pos, true
		}
	}
	return Value{}, Value{}, 0, false
}

// HashAt returns the hash of the key at a position found earlier.
func (d *Dict) HashAt(pos int) int64 { return d.entries[pos].hash }

// RemoveAt removes the item at a position found earlier.
func (d *Dict) RemoveAt(pos int) { d.remove(pos) }

// Copy returns a plain dict that shares keys and values.
func (d *Dict) Copy() *Dict {
	n := NewDict()
	n.copyFrom(d)
	return n
}

// copyFrom fills the empty dict n with the items of d.
func (n *Dict) copyFrom(d *Dict) {
	if d.live == 0 {
		return
	}
	n.live, n.odd = d.live, d.odd
	if d.live == len(d.entries) {
		n.entries = append([]dictEntry(nil), d.entries...)
		n.idx, n.shift = append([]uint32(nil), d.idx...), d.shift
		return
	}
	n.entries = make([]dictEntry, 0, d.live)
	for _, e := range d.entries {
		if e.k.H != nil {
			n.entries = append(n.entries, e)
		}
	}
	n.rebuild(n.live)
}

// MoveToEnd makes the item at pos the last.
func (d *Dict) MoveToEnd(pos int) {
	if pos == len(d.entries)-1 {
		return
	}
	e := d.entries[pos]
	d.remove(pos)
	d.insert(e.k, e.hash, e.v)
}

// MoveToFront makes the item at pos the first. The room made at the front serves many such moves. While there are
// items, the one at position first is the first of them.
func (d *Dict) MoveToFront(pos int) {
	if pos == int(d.first) {
		return
	}
	e := d.entries[pos]
	d.remove(pos)
	if d.first == 0 {
		d.padFront(d.live/2 + 4)
	}
	d.first--
	d.entries[d.first] = e
	d.live++
	if d.idx != nil {
		d.index(int(d.first), e.hash)
	}
}

// padFront puts n holes before the entries.
func (d *Dict) padFront(n int) {
	entries := make([]dictEntry, n, n+len(d.entries)+n)
	for i := range entries {
		entries[i].hash = holeHash
	}
	d.entries = append(entries, d.entries...)
	d.first = int32(n)
	for p, i := range d.idx {
		if i != 0 {
			d.idx[p] = i + uint32(n)
		}
	}
}

// index enters position i, whose key has hash h, into the index.
func (d *Dict) index(i int, h int64) {
	mask := uint64(len(d.idx) - 1)
	p := d.start(h)
	for d.idx[p] != 0 {
		p = (p + 1) & mask
	}
	d.idx[p] = uint32(i + 1)
}
