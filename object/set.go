// Set, the hash table behind set and frozenset. It is CPython's, probe by probe, because people print sets: keys whose
// hash does not vary (ints, tuples of ints …) iterate in the same order.
package object

// Set is a set or frozenset.
type Set struct {
	Header
	table  []setEntry // a power of two, or nil: empty
	fill   int        // used and deleted entries
	used   int
	finger int // where pop goes on searching
	hash   int64
	hashed bool
	// changes counts structural changes, so that searches notice what comparing keys did.
	changes uint32
}

// setEntry is free when key is nil and hash 0, and deleted when key is nil and hash -1.
type setEntry struct {
	hash int64
	key  Value
}

const (
	setMinSize   = 8
	linearProbes = 9
	perturbShift = 5
)

// NewSet returns an empty set.
func NewSet() *Set { return &Set{Header: Header{&SetType.Root}} }

// V returns the set as a Value.
func (s *Set) V() Value { return Value{&s.Header, 0} }

// AsSet returns the set or frozenset v is (or derives from).
func AsSet(v Value) (*Set, bool) {
	if l := v.H.Shape.Solid; l == &SetType || l == &FrozenSetType {
		return (*Set)(v.Ptr()), true
	}
	return nil, false
}

// Len returns the number of elements.
func (s *Set) Len() int { return s.used }

// find returns the entry that holds key, or nil; ok is false when comparing raised.
func (s *Set) find(th *Thread, key Value, hash int64) (e *setEntry, ok bool) {
	if s.used == 0 {
		return nil, true
	}
	e, _, ok = s.lookup(th, key, hash)
	return e, ok
}

// lookup returns the entry that holds key or, when there is none, the entry where it would be put: the last deleted
// one on its path, else the unused one at the end.
func (s *Set) lookup(th *Thread, key Value, hash int64) (e, free *setEntry, ok bool) {
	simple := key.H == &IntHeader
	var text *Str
	if key.H.Shape == &StrType.Root {
		text = (*Str)(key.Ptr())
	}
restart:
	if s.table == nil {
		s.table = make([]setEntry, setMinSize)
	}
	free = nil
	table := s.table
	mask := uint64(len(table) - 1)
	i, perturb := uint64(hash)&mask, uint64(hash)
	for {
		probes := uint64(0)
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			e = &table[j]
			if e.hash == hash && e.key.H != nil {
				if e.key == key {
					return e, nil, true
				}
				if simple && e.key.H == &IntHeader {
					continue
				}
				if text != nil && e.key.H.Shape == &StrType.Root {
					if (*Str)(e.key.Ptr()).s == text.s {
						return e, nil, true
					}
					continue
				}
				changes, k := s.changes, e.key
				eq, ok := th.Equal(k, key)
				if !ok {
					return nil, nil, false
				}
				if s.changes != changes {
					goto restart
				}
				if eq {
					return e, nil, true
				}
			} else if e.key.H == nil {
				if e.hash != 0 {
					free = e
					continue
				}
				if free == nil {
					free = e
				}
				return nil, free, true
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

// Has reports whether key is an element; ok false: raised.
func (s *Set) Has(th *Thread, key Value) (in, ok bool) {
	h, ok := th.Hash(key)
	if !ok {
		return false, false
	}
	e, ok := s.find(th, key, h)
	return e != nil, ok
}

// Add adds key; false: raised.
func (s *Set) Add(th *Thread, key Value) bool {
	h, ok := th.Hash(key)
	return ok && s.AddHash(th, key, h)
}

// AddHash is Add with the hash of key known.
func (s *Set) AddHash(th *Thread, key Value, hash int64) bool {
	e, free, ok := s.lookup(th, key, hash)
	if e == nil && ok {
		s.insert(key, hash, free)
	}
	return ok
}

// insert puts a key that is known to be absent into the entry that lookup found for it.
func (s *Set) insert(key Value, hash int64, free *setEntry) {
	fresh := free.hash == 0
	*free = setEntry{hash, key}
	s.changes++
	s.used++
	if !fresh {
		return
	}
	s.fill++
	if mask := len(s.table) - 1; s.fill*5 >= mask*3 {
		s.resize(growSet(s.used))
	}
}

func growSet(used int) int {
	if used > 50000 {
		return used * 2
	}
	return used * 4
}

// free returns the first never used entry on the probe path of hash.
func (s *Set) free(hash int64) *setEntry {
	mask := uint64(len(s.table) - 1)
	i, perturb := uint64(hash)&mask, uint64(hash)
	for {
		probes := uint64(0)
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			if e := &s.table[j]; e.key.H == nil && e.hash == 0 {
				return e
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

// resize rebuilds the table for more than n elements, without deleted entries.
func (s *Set) resize(n int) {
	size := setMinSize
	for size <= n {
		size *= 2
	}
	old := s.table
	s.table = make([]setEntry, size)
	s.changes++
	for i := range old {
		if old[i].key.H != nil {
			*s.free(old[i].hash) = old[i]
		}
	}
	s.fill = s.used
}

// discard removes key and reports whether it was there.
func (s *Set) discard(th *Thread, key Value, hash int64) (found, ok bool) {
	e, ok := s.find(th, key, hash)
	if e == nil {
		return false, ok
	}
	s.removeEntry(e)
	return true, true
}

func (s *Set) removeEntry(e *setEntry) {
	*e = setEntry{hash: -1}
	s.used--
	s.changes++
}

// Discard removes key if present; found false: absent, or, with ok false, raised.
func (s *Set) Discard(th *Thread, key Value) (found, ok bool) {
	h, ok := th.Hash(key)
	if !ok {
		return false, false
	}
	return s.discard(th, key, h)
}

// Clear removes everything.
func (s *Set) Clear() {
	s.table, s.fill, s.used = nil, 0, 0
	s.changes++
}

// pop removes and returns some element of a set that is not empty.
func (s *Set) pop() Value {
	mask := len(s.table) - 1
	i := s.finger & mask
	for s.table[i].key.H == nil {
		i = (i + 1) & mask
	}
	key := s.table[i].key
	s.removeEntry(&s.table[i])
	s.finger = i + 1
	return key
}

// Next iterates: the first element at or after table position pos, and the position to go on from.
func (s *Set) Next(pos int) (key Value, next int, more bool) {
	for pos < len(s.table) {
		e := &s.table[pos]
		pos++
		if e.key.H != nil {
			return e.key, pos, true
		}
	}
	return Value{}, pos, false
}

// merge adds the elements of o (set_merge).
func (s *Set) merge(th *Thread, o *Set) bool {
	if o == s || o.used == 0 {
		return true
	}
	if mask := max(len(s.table), setMinSize) - 1; (s.fill+o.used)*5 >= mask*3 {
		s.resize((s.used + o.used) * 2)
	}
	if s.table == nil {
		s.table = make([]setEntry, setMinSize)
	}
	if s.fill == 0 && len(s.table) == len(o.table) && o.fill == o.used {
		copy(s.table, o.table)
		s.fill, s.used = o.fill, o.used
		s.changes++
		return true
	}
	if s.fill == 0 {
		for i := range o.table {
			if o.table[i].key.H != nil {
				*s.free(o.table[i].hash) = o.table[i]
			}
		}
		s.fill, s.used = o.used, o.used
		s.changes++
		return true
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.key.H != nil && !s.AddHash(th, e.key, e.hash) {
			return false
		}
	}
	return true
}

// frozenHash is the hash of the elements whatever their order (frozenset_hash).
func (s *Set) frozenHash() int64 {
	h := uint64(0)
	for i := range s.table {
		if e := &s.table[i]; e.key.H != nil {
			x := uint64(e.hash)
			h ^= ((x ^ 89869747) ^ (x << 16)) * 3644798167
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= (h >> 11) ^ (h >> 25)
	h = h*69069 + 907133923
	if h == ^uint64(0) {
		h = 590923713
	}
	return int64(h)
}
