// Decompression, block by block.
package bz2mod

import "errors"

var (
	//lint:ignore ST1005 it is the text of Python's exception
	errData = errors.New("Invalid data stream")
	errMore = errors.New("the block is not complete")
)

// crcTable is that of the CRC-32 with the most significant bit first.
var crcTable = func() (t [256]uint32) {
	for i := range t {
		c := uint32(i) << 24
		for range 8 {
			c = c<<1 ^ c>>31*0x04c11db7
		}
		t[i] = c
	}
	return t
}()

// bitReader reads bits from the front of data. At the end it panics with errMore, which decoder.step catches.
type bitReader struct {
	data []byte
	at   int // in bits
}

func (r *bitReader) take(n int) uint64 {
	if r.at+n > 8*len(r.data) {
		panic(errMore)
	}
	v := uint64(0)
	for n > 0 {
		free := 8 - r.at&7
		k := min(free, n)
		v = v<<k | uint64(r.data[r.at>>3])>>(free-k)&(1<<k-1)
		r.at += k
		n -= k
	}
	return v
}

// decoder decompresses one stream that arrives in pieces.
type decoder struct {
	bitReader
	out      []byte // decoded, not yet fetched
	level    int    // 0: the header has not been read
	combined uint32
	scanned  int    // bytes in which the next magic number has been searched
	window   uint64 // the last bits scanned
	done     bool
}

// feed adds input and decodes the blocks that are complete.
func (d *decoder) feed(input []byte) error {
	d.data = append(d.data, input...)
	for !d.done {
		if d.level > 0 && !d.blockEnds() && len(input) > 0 {
			return nil // no input at all asks for what there is
		}
		at := d.at
		switch err := d.step(); err {
		case nil:
			d.drop()
		case errMore:
			d.at = at
			if d.level == 0 || d.scanned >= len(d.data) || d.peekEnd() {
				return nil
			}
		default:
			return err
		}
	}
	return nil
}

// drop forgets the input that has been decoded.
func (d *decoder) drop() {
	n := d.at >> 3
	d.data = d.data[n:]
	d.at &= 7
	d.scanned, d.window = 0, 0
}

// blockEnds looks for the magic number behind the present block: before it is there, decoding is in vain. The bits of
// the block may look like it, so there may be less than a block.
func (d *decoder) blockEnds() bool {
	const mask = 1<<48 - 1
	start := d.at>>3 + 6 // behind the magic number of this block, at the earliest
	if len(d.data) >= 6+4 && d.peekEnd() {
		return true
	}
	for ; d.scanned < len(d.data); d.scanned++ {
		for bit := 7; bit >= 0; bit-- {
			d.window = d.window<<1 | uint64(d.data[d.scanned]>>bit&1)
			if w := d.window & mask; d.scanned > start && (w == blockMagic || w == endMagic) {
				d.scanned++
				return true
			}
		}
	}
	return false
}

// peekEnd tells whether the stream ends here.
func (d *decoder) peekEnd() bool {
	r := d.bitReader
	if r.at+48 > 8*len(r.data) {
		return false
	}
	magic := r.take(48)
	return magic != blockMagic // the end, or a mistake
}

// step reads the header, a block, or the end.
func (d *decoder) step() (err error) {
	defer func() {
		if p := recover(); p != nil {
			e, ok := p.(error)
			if !ok || e != errMore && e != errData {
				panic(p)
			}
			err = e
		}
	}()
	if d.level == 0 {
		return d.header()
	}
	switch d.take(48) {
	case blockMagic:
		d.block()
	case endMagic:
		if uint32(d.take(32)) != d.combined {
			return errData
		}
		d.at = (d.at + 7) &^ 7
		d.done = true
	default:
		return errData
	}
	return nil
}

func (d *decoder) header() error {
	for i, c := range []byte("BZh") {
		if i < len(d.data) && d.data[i] != c {
			return errData
		}
	}
	level := int(d.take(32)&0xff) - '0'
	if level < 1 || level > 9 {
		return errData
	}
	d.level = level
	return nil
}

func (d *decoder) block() {
	crc := uint32(d.take(32))
	if d.take(1) == 1 {
		panic(errData) // randomised blocks have not been written since 1996
	}
	origin := int(d.take(24))
	bytes := d.readSymbols(d.readUsed())
	if origin >= len(bytes) {
		panic(errData)
	}
	start := len(d.out)
	d.out = appendRuns(d.out, invert(bytes, origin))
	sum := uint32(0xffffffff)
	for _, c := range d.out[start:] {
		sum = sum<<8 ^ crcTable[byte(sum>>24)^c]
	}
	if ^sum != crc {
		d.out = d.out[:start]
		panic(errData)
	}
	d.combined = (d.combined<<1 | d.combined>>31) ^ crc
}

// readUsed reads which bytes occur.
func (d *decoder) readUsed() (used []byte) {
	ranges := d.take(16)
	for i := range 16 {
		if ranges>>(15-i)&1 == 0 {
			continue
		}
		word := d.take(16)
		for j := range 16 {
			if word>>(15-j)&1 == 1 {
				used = append(used, byte(16*i+j))
			}
		}
	}
	if len(used) == 0 {
		panic(errData)
	}
	return used
}

// huffman is a table for decoding: by length, the first code, how many there are, and where their symbols stand.
type huffman struct {
	first, count, offset [21]int
	symbols              []uint16
}

func (d *decoder) readTable(alphabet int) *huffman {
	lengths := make([]int, alphabet)
	n := int(d.take(5))
	for i := range lengths {
		for {
			if n < 1 || n > 20 {
				panic(errData)
			}
			if d.take(1) == 0 {
				break
			}
			n += 1 - 2*int(d.take(1))
		}
		lengths[i] = n
	}
	h := &huffman{}
	code := 0
	for n := 1; n <= 20; n++ {
		h.first[n], h.offset[n] = code, len(h.symbols)
		for s, l := range lengths {
			if l == n {
				h.symbols = append(h.symbols, uint16(s))
				code++
			}
		}
		h.count[n] = code - h.first[n]
		code <<= 1
	}
	return h
}

func (d *decoder) symbol(h *huffman) int {
	code := 0
	for n := 1; n <= 20; n++ {
		if d.at >= 8*len(d.data) {
			panic(errMore)
		}
		code = code<<1 | int(d.data[d.at>>3]>>(7-d.at&7)&1)
		d.at++
		if k := code - h.first[n]; k < h.count[n] {
			return int(h.symbols[h.offset[n]+k])
		}
	}
	panic(errData)
}

// readSymbols reads the tables and the symbols, and returns the last bytes of the sorted rotations.
func (d *decoder) readSymbols(recent []byte) (out []byte) {
	tables := make([]*huffman, d.take(3))
	selectors := make([]byte, d.take(15))
	if len(tables) < 2 || len(tables) > 6 || len(selectors) == 0 {
		panic(errData)
	}
	order := [6]byte{0, 1, 2, 3, 4, 5}
	for i := range selectors {
		j := 0
		for d.take(1) == 1 {
			if j++; j >= len(tables) {
				panic(errData)
			}
		}
		s := order[j]
		copy(order[1:j+1], order[:j])
		order[0] = s
		selectors[i] = s
	}
	end := len(recent) + 1
	for t := range tables {
		tables[t] = d.readTable(end + 1)
	}
	limit := 100_000 * d.level
	run, digit := 0, 1
	for i := 0; ; i++ {
		if i/groupSize >= len(selectors) {
			panic(errData)
		}
		s := d.symbol(tables[selectors[i/groupSize]])
		if s <= runB && digit <= limit {
			run += digit << s
			digit <<= 1
			continue
		}
		if len(out)+run+1 > limit && s != end || len(out)+run > limit {
			panic(errData)
		}
		for range run {
			out = append(out, recent[0])
		}
		run, digit = 0, 1
		if s == end {
			return out
		}
		if s <= runB {
			panic(errData)
		}
		c := recent[s-1]
		copy(recent[1:s], recent[:s-1])
		recent[0] = c
		out = append(out, c)
	}
}

// invert undoes the sorting of rotations.
func invert(last []byte, origin int) []byte {
	var starts [256]int32
	for _, c := range last {
		starts[c]++
	}
	total := int32(0)
	for c, n := range starts {
		starts[c] = total
		total += n
	}
	next := make([]int32, len(last))
	for i, c := range last {
		next[starts[c]] = int32(i)
		starts[c]++
	}
	out := make([]byte, len(last))
	at := next[origin]
	for i := range out {
		out[i] = last[at]
		at = next[at]
	}
	return out
}

// appendRuns undoes the first step of compression: four equal bytes are followed by a count.
func appendRuns(out, block []byte) []byte {
	same := 0
	for i, c := range block {
		if same == 4 {
			for range c {
				out = append(out, block[i-1])
			}
			same = 0
			continue
		}
		if same > 0 && c == block[i-1] {
			same++
		} else {
			same = 1
		}
		out = append(out, c)
	}
	return out
}
