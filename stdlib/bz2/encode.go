// Compression, with the same bytes as libbz2.
package bz2mod

const (
	blockMagic = 0x314159265359
	endMagic   = 0x177245385090
	groupSize  = 50 // symbols that share a Huffman table
	passes     = 4  // over the choice of tables
	maxLength  = 17 // of a code
)

// encoder compresses one stream.
type encoder struct {
	out      []byte
	bits     uint64 // not yet written, in the low nbits
	nbits    uint
	level    int
	started  bool
	combined uint32
	run      int // of equal bytes, not yet in the block
	runByte  byte
	block    []byte
	crc      uint32
}

func newEncoder(level int) *encoder { return &encoder{level: level, crc: 0xffffffff} }

func (e *encoder) put(n uint, v uint64) {
	for n > 32 {
		n -= 16
		e.put(16, v>>n&0xffff)
	}
	e.bits = e.bits<<n | v&(1<<n-1)
	for e.nbits += n; e.nbits >= 8; {
		e.nbits -= 8
		e.out = append(e.out, byte(e.bits>>e.nbits))
	}
}

// write compresses data; blocks that are full are written.
func (e *encoder) write(data []byte) {
	limit := 100_000*e.level - 19
	for _, c := range data {
		if len(e.block) >= limit {
			e.writeBlock()
		}
		switch {
		case e.run > 0 && c == e.runByte && e.run < 255:
			e.run++
		default:
			e.endRun()
			e.run, e.runByte = 1, c
		}
	}
}

// endRun puts the run into the block: four equal bytes are followed by the number of further ones.
func (e *encoder) endRun() {
	for range e.run {
		e.crc = e.crc<<8 ^ crcTable[byte(e.crc>>24)^e.runByte]
	}
	for range min(e.run, 4) {
		e.block = append(e.block, e.runByte)
	}
	if e.run >= 4 {
		e.block = append(e.block, byte(e.run-4))
	}
	e.run = 0
}

// finish writes what is left and the end of the stream.
func (e *encoder) finish() {
	e.endRun()
	e.writeBlock()
	e.start()
	e.put(48, endMagic)
	e.put(32, uint64(e.combined))
	if e.nbits > 0 {
		e.put(8-e.nbits, 0)
	}
}

func (e *encoder) start() {
	if !e.started {
		e.started = true
		e.out = append(e.out, 'B', 'Z', 'h', byte('0'+e.level))
	}
}

func (e *encoder) writeBlock() {
	if len(e.block) == 0 {
		return
	}
	e.start()
	crc := ^e.crc
	e.combined = (e.combined<<1 | e.combined>>31) ^ crc
	e.put(48, blockMagic)
	e.put(32, uint64(crc))
	e.put(1, 0) // not randomised
	order := sortRotations(e.block)
	for i, start := range order {
		if start == 0 {
			e.put(24, uint64(i))
		}
	}
	e.writeSymbols(e.moveToFront(order))
	e.block = e.block[:0]
	e.crc = 0xffffffff
}

// Symbols: the digits of run lengths, positions in the list of recent bytes from 2 on, and the end.
const (
	runA = 0
	runB = 1
)

// moveToFront turns the last bytes of the sorted rotations into symbols, and writes which bytes occur.
func (e *encoder) moveToFront(order []int32) (symbols []uint16, alphabet int) {
	var used [256]bool
	for _, c := range e.block {
		used[c] = true
	}
	e.writeUsed(&used)
	var recent []byte
	for c, u := range used {
		if u {
			recent = append(recent, byte(c))
		}
	}
	alphabet = len(recent) + 2
	symbols = make([]uint16, 0, len(e.block)+1)
	zeros := 0
	flush := func() {
		for ; zeros > 0; zeros = (zeros - 1) / 2 { // in base two with the digits 1 (A) and 2 (B)
			symbols = append(symbols, uint16(runA+(zeros-1)&1))
		}
	}
	for _, start := range order {
		at := int(start) - 1
		if at < 0 {
			at += len(e.block)
		}
		c := e.block[at]
		if recent[0] == c {
			zeros++
			continue
		}
		flush()
		j := 1
		for recent[j] != c {
			j++
		}
		copy(recent[1:j+1], recent[:j])
		recent[0] = c
		symbols = append(symbols, uint16(j+1))
	}
	flush()
	return append(symbols, uint16(alphabet-1)), alphabet
}

func (e *encoder) writeUsed(used *[256]bool) {
	for i := range 16 {
		bit := uint64(0)
		for _, u := range used[16*i : 16*i+16] {
			if u {
				bit = 1
			}
		}
		e.put(1, bit)
	}
	for i := range 16 {
		word := uint64(0)
		for j, u := range used[16*i : 16*i+16] {
			if u {
				word |= 1 << (15 - j)
			}
		}
		if word != 0 {
			e.put(16, word)
		}
	}
}

// writeSymbols chooses Huffman tables and writes them and the symbols.
func (e *encoder) writeSymbols(symbols []uint16, alphabet int) {
	lengths, selectors := chooseTables(symbols, alphabet)
	e.put(3, uint64(len(lengths)))
	e.put(15, uint64(len(selectors)))
	recent := [6]byte{0, 1, 2, 3, 4, 5}
	for _, s := range selectors {
		j := 0
		for recent[j] != s {
			e.put(1, 1)
			j++
		}
		e.put(1, 0)
		copy(recent[1:j+1], recent[:j])
		recent[0] = s
	}
	codes := make([][]uint32, len(lengths))
	for t, table := range lengths {
		e.writeLengths(table)
		codes[t] = assignCodes(table)
	}
	for i, s := range symbols {
		t := selectors[i/groupSize]
		e.put(uint(lengths[t][s]), uint64(codes[t][s]))
	}
}

// writeLengths writes the lengths of a table's codes as steps from one to the next.
func (e *encoder) writeLengths(table []byte) {
	current := table[0]
	e.put(5, uint64(current))
	for _, n := range table {
		for ; current < n; current++ {
			e.put(2, 2)
		}
		for ; current > n; current-- {
			e.put(2, 3)
		}
		e.put(1, 0)
	}
}

func assignCodes(table []byte) []uint32 {
	codes := make([]uint32, len(table))
	code := uint32(0)
	for n := byte(1); n <= 20; n++ {
		for i, l := range table {
			if l == n {
				codes[i] = code
				code++
			}
		}
		code <<= 1
	}
	return codes
}
