// Decompression of deflate that goes on with whatever input arrives: Go's readers cannot be resumed after they ran out
// of it. Each step (a header, a symbol, a piece of stored bytes) either happens whole or leaves the state as it was.
package zlibmod

import "math/bits"

// dataError is a mistake in the compressed data, in zlib's words.
type dataError string

func (e dataError) Error() string { return string(e) }

const windowSize = 1 << 15

// phase is what the next step of an inflater reads.
type phase uint8

const (
	atBlock   phase = iota // the header of a block
	inStored               // bytes that are not compressed
	inSymbols              // symbols of a compressed block
	inMatch                // the rest of a match
	atEnd                  // behind the last block
)

// inflater decompresses one raw deflate stream.
type inflater struct {
	in       []byte // not yet read
	bits     uint64 // read, not yet used: the low nbits
	nbits    uint
	phase    phase
	last     bool // the block is the last one
	stored   int  // bytes left of a stored block
	length   int  // of a match, what is left
	distance int
	literals *codeTable
	offsets  *codeTable
	window   []byte // the output, at least its last 32 KB
	total    int    // size of the output so far
}

// need makes n bits (at most 32) available; false: the input ends before.
func (f *inflater) need(n uint) bool {
	for f.nbits < n {
		if len(f.in) == 0 {
			return false
		}
		f.bits |= uint64(f.in[0]) << f.nbits
		f.in = f.in[1:]
		f.nbits += 8
	}
	return true
}

// take returns the next n bits, which need has made available.
func (f *inflater) take(n uint) int {
	v := int(f.bits & (1<<n - 1))
	f.bits >>= n
	f.nbits -= n
	return v
}

// unread gives whole bytes back that were read ahead; bits that are no whole byte stay.
func (f *inflater) unread(input []byte) {
	n := min(int(f.nbits/8), len(input)-len(f.in))
	f.in = input[len(input)-len(f.in)-n:]
	f.nbits -= uint(8 * n)
	f.bits &= 1<<f.nbits - 1
}

// run decompresses until the stream or the input ends or the output has grown by limit bytes; limit < 0: no limit.
// It returns what was added to the output, and whether it is the input that ended.
func (f *inflater) run(limit int) (out []byte, starved bool, err error) {
	if len(f.window) > 4*windowSize {
		f.window = append([]byte(nil), f.window[len(f.window)-windowSize:]...)
	}
	begin := len(f.window)
	for f.phase != atEnd {
		if limit >= 0 && len(f.window)-begin >= limit && f.phase != atBlock {
			break
		}
		room := int(^uint(0) >> 1)
		if limit >= 0 {
			room = limit - (len(f.window) - begin)
		}
		in, held, nbits, header := f.in, f.bits, f.nbits, f.phase == atBlock
		ok, err := f.step(room)
		if err != nil {
			return nil, false, err
		}
		if !ok {
			if header {
				f.in, f.bits, f.nbits = in, held, nbits
			}
			starved = true
			break
		}
	}
	out = f.window[begin:]
	f.total += len(out)
	return out, starved, nil
}

func (f *inflater) step(room int) (bool, error) {
	switch f.phase {
	case atBlock:
		return f.blockHeader()
	case inStored:
		return f.storedBytes(min(f.stored, room)), nil
	case inMatch:
		n := min(f.length, room)
		for range n {
			f.window = append(f.window, f.window[len(f.window)-f.distance])
		}
		if f.length -= n; f.length == 0 {
			f.phase = inSymbols
		}
		return true, nil
	}
	return f.symbols(room)
}

// storedBytes copies n bytes of a stored block, or reports that the input ends before.
func (f *inflater) storedBytes(n int) bool {
	for n > 0 && f.nbits >= 8 { // whole bytes that were read ahead
		f.window = append(f.window, byte(f.take(8)))
		f.stored--
		n--
	}
	k := min(n, len(f.in))
	f.window = append(f.window, f.in[:k]...)
	f.in = f.in[k:]
	if f.stored -= k; f.stored == 0 {
		f.endBlock()
	}
	return k == n
}

func (f *inflater) endBlock() {
	f.phase = atBlock
	if f.last {
		f.phase = atEnd
	}
}

func (f *inflater) blockHeader() (bool, error) {
	if !f.need(3) {
		return false, nil
	}
	last := f.take(1) == 1
	var ok bool
	var err error
	switch f.take(2) {
	case 0:
		ok, err = f.storedHeader()
	case 1:
		f.literals, f.offsets, f.phase, ok = fixedLiterals(), fixedOffsets(), inSymbols, true
	case 2:
		ok, err = f.dynamicHeader()
	default:
		err = dataError("invalid block type")
	}
	if ok {
		f.last = last
		if f.phase == inStored && f.stored == 0 {
			f.endBlock()
		}
	}
	return ok, err
}

func (f *inflater) storedHeader() (bool, error) {
	f.take(f.nbits & 7)
	if !f.need(32) {
		return false, nil
	}
	n, check := f.take(16), f.take(16)
	if n != check^0xffff {
		return false, dataError("invalid stored block lengths")
	}
	f.stored, f.phase = n, inStored
	return true, nil
}

// lengthOrder is the order in which the lengths of the code of lengths come.
var lengthOrder = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

func (f *inflater) dynamicHeader() (bool, error) {
	if !f.need(14) {
		return false, nil
	}
	nlit, ndist, ncode := f.take(5)+257, f.take(5)+1, f.take(4)+4
	if nlit > 286 || ndist > 30 {
		return false, dataError("too many length or distance symbols")
	}
	var codes [19]byte
	for _, at := range lengthOrder[:ncode] {
		if !f.need(3) {
			return false, nil
		}
		codes[at] = byte(f.take(3))
	}
	table := makeTable(codes[:], false)
	if table == nil {
		return false, dataError("invalid code lengths set")
	}
	var lengths [286 + 30]byte
	if ok, err := f.codeLengths(table, lengths[:nlit+ndist]); !ok {
		return false, err
	}
	if lengths[256] == 0 {
		return false, dataError("invalid code -- missing end-of-block")
	}
	if f.literals = makeTable(lengths[:nlit], true); f.literals == nil {
		return false, dataError("invalid literal/lengths set")
	}
	if f.offsets = makeTable(lengths[nlit:nlit+ndist], true); f.offsets == nil {
		return false, dataError("invalid distances set")
	}
	f.phase = inSymbols
	return true, nil
}

// codeLengths reads the lengths of the codes of literals and distances: 16 repeats the last one, 17 and 18 are zeros.
func (f *inflater) codeLengths(table *codeTable, lengths []byte) (bool, error) {
	for i := 0; i < len(lengths); {
		sym, ok := f.symbol(table)
		if !ok {
			return false, nil
		}
		if sym < 0 {
			return false, dataError("invalid code lengths set")
		}
		if sym < 16 {
			lengths[i] = byte(sym)
			i++
			continue
		}
		extra, least := [3]uint{2, 3, 7}[sym-16], [3]int{3, 3, 11}[sym-16]
		if !f.need(extra) {
			return false, nil
		}
		n := least + f.take(extra)
		if sym == 16 && i == 0 || i+n > len(lengths) {
			return false, dataError("invalid bit length repeat")
		}
		for ; n > 0; n-- {
			if sym == 16 {
				lengths[i] = lengths[i-1]
			}
			i++
		}
	}
	return true, nil
}

var (
	lengthBase  = [29]int{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthExtra = [29]uint{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	offsetBase  = [30]int{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
)

// symbols reads literals until there is no room, and then one match or the end of the block.
func (f *inflater) symbols(room int) (bool, error) {
	for ; ; room-- {
		in, held, nbits := f.in, f.bits, f.nbits
		sym, ok := f.symbol(f.literals)
		switch {
		case !ok:
			return false, nil
		case sym == 256:
			f.endBlock()
			return true, nil
		case room == 0:
			f.in, f.bits, f.nbits = in, held, nbits
			return true, nil
		case sym >= 0 && sym < 256:
			f.window = append(f.window, byte(sym))
			continue
		case sym < 0 || sym > 285:
			return false, dataError("invalid literal/length code")
		}
		if ok, err := f.match(sym - 257); !ok {
			f.in, f.bits, f.nbits = in, held, nbits
			return false, err
		}
		return true, nil
	}
}

func (f *inflater) match(code int) (bool, error) {
	if !f.need(lengthExtra[code]) {
		return false, nil
	}
	length := lengthBase[code] + f.take(lengthExtra[code])
	sym, ok := f.symbol(f.offsets)
	if !ok {
		return false, nil
	}
	if sym < 0 || sym >= 30 {
		return false, dataError("invalid distance code")
	}
	extra := uint(max(sym/2-1, 0))
	if !f.need(extra) {
		return false, nil
	}
	distance := offsetBase[sym] + f.take(extra)
	if distance > len(f.window) {
		return false, dataError("invalid distance too far back")
	}
	f.length, f.distance, f.phase = length, distance, inMatch
	return true, nil
}

// codeTable decodes a Huffman code: by its next bits, what they begin with as symbol<<4 | length; 0: no code.
type codeTable struct {
	entries []uint16
	width   uint
}

// symbol reads one symbol: -1 if there is none such; false if the input ends before.
func (f *inflater) symbol(t *codeTable) (int, bool) {
	for f.nbits < t.width && len(f.in) > 0 {
		f.bits |= uint64(f.in[0]) << f.nbits
		f.in = f.in[1:]
		f.nbits += 8
	}
	e := t.entries[f.bits&(1<<t.width-1)]
	n := uint(e & 15)
	if n == 0 || n > f.nbits {
		return -1, n == 0 && f.nbits >= t.width
	}
	f.take(n)
	return int(e >> 4), true
}

// makeTable makes the table of a code from its lengths; nil: they make no code, or none that uses all bits. A lone code
// of one bit is allowed if single is set, and so is no code at all.
func makeTable(lengths []byte, single bool) *codeTable {
	var count [16]int
	width := uint(0)
	for _, n := range lengths {
		count[n]++
		width = max(width, uint(n))
	}
	if width == 0 {
		if !single {
			return nil
		}
		return &codeTable{make([]uint16, 2), 1}
	}
	left, code := 1, 0
	var next [16]int
	for n := uint(1); n <= width; n++ {
		if left = 2*left - count[n]; left < 0 {
			return nil
		}
		next[n] = code
		code = (code + count[n]) << 1
	}
	if left > 0 && (!single || width != 1) {
		return nil
	}
	t := &codeTable{make([]uint16, 1<<width), width}
	for sym, n := range lengths {
		if n == 0 {
			continue
		}
		at := int(bits.Reverse16(uint16(next[n])) >> (16 - n))
		next[n]++
		for ; at < len(t.entries); at += 1 << n {
			t.entries[at] = uint16(sym)<<4 | uint16(n)
		}
	}
	return t
}

func fixedLiterals() *codeTable {
	var lengths [288]byte
	for i := range lengths {
		switch {
		case i < 144, i >= 280:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		default:
			lengths[i] = 7
		}
	}
	return makeTable(lengths[:], true)
}

func fixedOffsets() *codeTable {
	var lengths [32]byte
	for i := range lengths {
		lengths[i] = 5
	}
	return makeTable(lengths[:], true)
}
