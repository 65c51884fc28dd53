// The Burrows-Wheeler transform: sorting the rotations of a block.
//
// Blocks that repeat themselves have equal rotations, and where those end up is seen in the compressed bytes. So this
// is the sort that libbz2 uses for such blocks (exponential radix sort by Manber and Myers, with a three-way quicksort
// whose pivots follow a fixed sequence); for other blocks any sort gives the same order.
package bz2mod

// rotationSorter sorts the rotations of a block by ever longer prefixes.
type rotationSorter struct {
	order []int32 // the rotations, by where they begin
	class []int32 // by rotation: where the bucket of what follows it begins
	heads []bool  // by place in order: a bucket begins there
}

// sortRotations returns where the rotations begin, in order.
func sortRotations(block []byte) []int32 {
	n := len(block)
	s := &rotationSorter{order: make([]int32, n), class: make([]int32, n), heads: make([]bool, n+1)}
	s.byFirstByte(block)
	for depth := 1; ; depth *= 2 {
		if !s.refine(depth) || 2*depth > n {
			return s.order
		}
	}
}

func (s *rotationSorter) byFirstByte(block []byte) {
	var ends [256]int32
	for _, c := range block {
		ends[c]++
	}
	total := int32(0)
	for c := range ends {
		total += ends[c]
		ends[c] = total
	}
	for i, c := range block {
		ends[c]--
		s.order[ends[c]] = int32(i)
	}
	for _, start := range ends {
		s.heads[start] = true
	}
	s.heads[len(block)] = true
}

// refine sorts each bucket, equal in its first depth bytes, by the next depth; false: all were single.
func (s *rotationSorter) refine(depth int) bool {
	n := len(s.order)
	head := int32(0)
	for i, start := range s.order {
		if s.heads[i] {
			head = int32(i)
		}
		before := int(start) - depth
		if before < 0 {
			before += n
		}
		s.class[before] = head
	}
	undone := false
	for lo := 0; lo < n; {
		hi := lo + 1
		for !s.heads[hi] {
			hi++
		}
		if hi-lo > 1 {
			undone = true
			s.quicksort(lo, hi-1)
			last := int32(-1)
			for i := lo; i < hi; i++ {
				if c := s.class[s.order[i]]; c != last {
					s.heads[i] = true
					last = c
				}
			}
		}
		lo = hi
	}
	return undone
}

// smallBucket is the size below which insertion sort takes over.
const smallBucket = 10

func (s *rotationSorter) quicksort(lo, hi int) {
	random := 0
	stack := [][2]int{{lo, hi}}
	for len(stack) > 0 {
		lo, hi := stack[len(stack)-1][0], stack[len(stack)-1][1]
		stack = stack[:len(stack)-1]
		if hi-lo < smallBucket {
			s.insertionSort(lo, hi)
			continue
		}
		random = (random*7621 + 1) % 32768
		pivot := s.class[s.order[[...]int{lo, (lo + hi) >> 1, hi}[random%3]]]
		if n, m, ok := s.partition(lo, hi, pivot); ok {
			low, high := [2]int{lo, n}, [2]int{m, hi}
			if n-lo <= hi-m { // the smaller part is done first
				low, high = high, low
			}
			stack = append(stack, low, high)
		}
	}
}

// partition moves what is less than the pivot to lo … n, what is greater to m … hi; ok false: all are equal to it.
func (s *rotationSorter) partition(lo, hi int, pivot int32) (n, m int, ok bool) {
	o := s.order
	unLo, ltLo, unHi, gtHi := lo, lo, hi, hi
	for {
		for ; unLo <= unHi; unLo++ {
			c := s.class[o[unLo]]
			if c > pivot {
				break
			}
			if c == pivot {
				o[unLo], o[ltLo] = o[ltLo], o[unLo]
				ltLo++
			}
		}
		for ; unLo <= unHi; unHi-- {
			c := s.class[o[unHi]]
			if c < pivot {
				break
			}
			if c == pivot {
				o[unHi], o[gtHi] = o[gtHi], o[unHi]
				gtHi--
			}
		}
		if unLo > unHi {
			break
		}
		o[unLo], o[unHi] = o[unHi], o[unLo]
		unLo++
		unHi--
	}
	if gtHi < ltLo {
		return 0, 0, false
	}
	s.exchange(lo, unLo, min(ltLo-lo, unLo-ltLo))
	s.exchange(unLo, hi+1, min(hi-gtHi, gtHi-unHi))
	return lo + unLo - ltLo - 1, hi - (gtHi - unHi) + 1, true
}

// exchange swaps the n places from a with the n places that end before b.
func (s *rotationSorter) exchange(a, b, n int) {
	for i := range n {
		s.order[a+i], s.order[b-n+i] = s.order[b-n+i], s.order[a+i]
	}
}

// insertionSort sorts a small bucket, first in steps of four.
func (s *rotationSorter) insertionSort(lo, hi int) {
	for _, step := range [...]int{4, 1} {
		if hi-lo < step {
			continue
		}
		for i := hi - step; i >= lo; i-- {
			start := s.order[i]
			c := s.class[start]
			j := i + step
			for ; j <= hi && c > s.class[s.order[j]]; j += step {
				s.order[j-step] = s.order[j]
			}
			s.order[j-step] = start
		}
	}
}
