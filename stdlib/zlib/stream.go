// A stream to decompress: deflate in the wrapping of zlib or gzip, or in none.
package zlibmod

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
)

// needDictionary tells that the stream wants a preset dictionary that was not given.
const needDictionary = dataError("need dictionary")

// stream decompresses what arrives piece by piece.
type stream struct {
	inflater
	wbits   int
	dict    []byte // a preset dictionary
	gzip    bool   // the header was one of gzip
	started bool
	done    bool
	sum     uint32
	held    []byte // the beginning of something whose rest is to come
}

func newStream(wbits int, dict []byte) *stream {
	s := &stream{wbits: wbits, dict: dict}
	if wbits < 0 {
		s.started = true
		s.window = append(s.window, dict...)
	}
	return s
}

// feed decompresses input and returns at most limit bytes (limit < 0: all), and what of the input was not used.
func (s *stream) feed(input []byte, limit int) (out, rest []byte, err error) {
	if !s.started {
		s.held = append(s.held, input...)
		n, err := s.header(s.held)
		if err != nil || !s.started {
			return nil, nil, err
		}
		input, s.held = s.held[n:], nil
	}
	if s.phase != atEnd {
		input = append(s.held, input...)
		s.in, s.held = input, nil
		var starved bool
		if out, starved, err = s.run(limit); err != nil {
			return nil, nil, err
		}
		if starved {
			s.held, s.in = bytes.Clone(s.in), nil
			input = nil
		} else {
			s.unread(input)
			input, s.in = s.in, nil
		}
		s.addSum(out)
	}
	if s.phase == atEnd && !s.done {
		s.nbits = 0
		input, err = s.trailer(input)
	}
	return out, input, err
}

func (s *stream) addSum(out []byte) {
	switch {
	case s.wbits < 0:
	case s.gzip:
		s.sum = crc32.Update(s.sum, crc32.IEEETable, out)
	default:
		s.sum = adler(s.sum, out)
	}
}

// header reads the header at the front of b and returns its length, or leaves the stream not started if more is needed.
func (s *stream) header(b []byte) (int, error) {
	if len(b) < 2 {
		return 0, nil
	}
	if s.wbits > 15 && b[0] == 0x1f && b[1] == 0x8b {
		return s.gzipHeader(b)
	}
	if s.wbits > 15 && s.wbits < 32 || binary.BigEndian.Uint16(b)%31 != 0 {
		return 0, dataError("incorrect header check")
	}
	if b[0]&15 != 8 {
		return 0, dataError("unknown compression method")
	}
	// The window may be larger than asked for: the compressor here always has the largest.
	if b[0]>>4 > 7 {
		return 0, dataError("invalid window size")
	}
	n := 2
	if b[1]&0x20 != 0 {
		if len(b) < 6 {
			return 0, nil
		}
		n = 6
		if s.dict == nil {
			return 0, needDictionary
		}
		if adler32.Checksum(s.dict) != binary.BigEndian.Uint32(b[2:]) {
			return 0, dataError("")
		}
		s.window = append(s.window, s.dict...)
	}
	s.started, s.sum = true, 1
	return n, nil
}

func (s *stream) gzipHeader(b []byte) (int, error) {
	if len(b) < 10 {
		return 0, nil
	}
	if b[2] != 8 {
		return 0, dataError("unknown compression method")
	}
	flags, at := b[3], 10
	if flags&0xe0 != 0 {
		return 0, dataError("unknown header flags set")
	}
	if flags&4 != 0 {
		if len(b) < at+2 {
			return 0, nil
		}
		at += 2 + int(binary.LittleEndian.Uint16(b[at:]))
	}
	for _, text := range [...]byte{8, 16} { // the name and the comment
		if flags&text == 0 {
			continue
		}
		end := -1
		if at < len(b) {
			end = bytes.IndexByte(b[at:], 0)
		}
		if end < 0 {
			return 0, nil
		}
		at += end + 1
	}
	if flags&2 != 0 {
		if len(b) < at+2 {
			return 0, nil
		}
		if uint16(crc32.ChecksumIEEE(b[:at])) != binary.LittleEndian.Uint16(b[at:]) {
			return 0, dataError("header crc mismatch")
		}
		at += 2
	}
	if len(b) < at {
		return 0, nil
	}
	s.started, s.gzip = true, true
	return at, nil
}

// trailer checks the sums behind the data and returns what follows them.
func (s *stream) trailer(input []byte) ([]byte, error) {
	size := 4
	if s.gzip {
		size = 8
	}
	if s.wbits < 0 {
		size = 0
	}
	n := min(size-len(s.held), len(input))
	s.held = append(s.held, input[:n]...)
	if len(s.held) < size {
		return nil, nil
	}
	switch {
	case s.wbits < 0:
	case s.gzip:
		if binary.LittleEndian.Uint32(s.held) != s.sum {
			return nil, dataError("incorrect data check")
		}
		if binary.LittleEndian.Uint32(s.held[4:]) != uint32(s.total) {
			return nil, dataError("incorrect length check")
		}
	case binary.BigEndian.Uint32(s.held) != s.sum:
		return nil, dataError("incorrect data check")
	}
	s.done = true
	return input[n:], nil
}

// clone returns a stream that goes on independently.
func (s *stream) clone() *stream {
	c := *s
	c.window, c.held, c.in = bytes.Clone(s.window), bytes.Clone(s.held), nil
	return &c
}
