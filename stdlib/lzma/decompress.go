// LZMADecompressor: the decoder, which pulls its input, runs in a goroutine that stands still while nobody waits for it.
package lzmamod

import (
	"bytes"
	"errors"
	"io"
	"runtime"

	"github.com/ulikunitz/xz"
	"github.com/ulikunitz/xz/lzma"

	"pyasync/object"
)

type decompressor struct {
	object.Header
	s      *source
	out    []byte // decoded, not yet fetched
	check  int
	done   bool
	failed error
}

func decompressorOf(v value) *decompressor { return (*decompressor)(v.Ptr()) }

// source hands input to the decoder. Both sides take turns: feed wakes the decoder and waits until it wants more input
// or is done.
type source struct {
	format  int
	options options
	more    chan []byte // closed when the decompressor is gone
	paused  chan error  // nil: more input is wanted
	input   []byte
	output  bytes.Buffer
	started bool
	footer  bool // the end of an .xz stream was just read
	check   int
}

var errAbandoned = errors.New("the decompressor is gone")

// fill waits for input.
func (s *source) fill() error {
	for len(s.input) == 0 {
		s.paused <- nil
		b, ok := <-s.more
		if !ok {
			return errAbandoned
		}
		s.input = b
	}
	return nil
}

// ReadByte implements io.ByteReader, without which the decoder would read ahead.
func (s *source) ReadByte() (byte, error) {
	if err := s.fill(); err != nil {
		return 0, err
	}
	c := s.input[0]
	s.input = s.input[1:]
	s.footer = false
	return c, nil
}

// Read fills p. Behind the footer of an .xz stream the decoder looks for one byte more, and must not get it.
func (s *source) Read(p []byte) (n int, err error) {
	if s.footer && len(p) == 1 {
		return 0, io.EOF
	}
	for n < len(p) {
		if err := s.fill(); err != nil {
			return n, err
		}
		k := copy(p[n:], s.input)
		s.input = s.input[k:]
		n += k
	}
	const footerSize = 12
	s.footer = len(p) == footerSize && p[10] == 'Y' && p[11] == 'Z'
	return n, nil
}

// run decodes one stream.
func (s *source) run() {
	err := s.decode()
	if err != errAbandoned {
		s.paused <- err
	}
}

// The texts of Python's exceptions.
var (
	//lint:ignore ST1005 as above
	errFormat = errors.New("Input format not supported by decoder")
	//lint:ignore ST1005 as above
	errCorrupt = errors.New("Corrupt input data")
)

// decode returns io.EOF at the end of the stream.
func (s *source) decode() (err error) {
	defer func() {
		if p := recover(); p != nil { // a mistake of the decoder must not take the process down
			err = errCorrupt
		}
	}()
	r, err := s.open()
	if err != nil {
		return err
	}
	// The buffer is emptied while Read waits for input: it must not be the one that reads.
	_, err = io.Copy(struct{ io.Writer }{&s.output}, struct{ io.Reader }{r})
	if err == nil {
		err = io.EOF
	}
	return err
}

func (s *source) open() (io.Reader, error) {
	if s.format == formatRaw {
		return s.openRaw()
	}
	if err := s.fill(); err != nil {
		return nil, err
	}
	isXZ := s.input[0] == 0xfd
	if s.format == formatXZ && !isXZ || s.format == formatAlone && isXZ || !isXZ && !plausible(s.input[0]) {
		return nil, errFormat
	}
	if !isXZ {
		s.check = checkNone
		return lzma.NewReader(s)
	}
	head := make([]byte, 6+2)
	for i := range head { // the header says which check there is
		c, err := s.ReadByte()
		if err != nil {
			return nil, err
		}
		if head[i] = c; i < 6 && c != "\xfd7zXZ\x00"[i] {
			return nil, errFormat
		}
	}
	s.check = int(head[7] & 15)
	s.input = append(head, s.input...)
	return xz.ReaderConfig{SingleStream: true}.NewReader(s)
}

// plausible tells whether a .lzma file can begin with this byte, from which its three properties are taken.
func plausible(b byte) bool {
	lc, lp, pb := b%9, b/9%5, b/9/5
	return lc+lp <= 4 && pb <= 4
}

func (s *source) openRaw() (io.Reader, error) {
	o := s.options
	if !o.lzma1 {
		return lzma.Reader2Config{DictCap: o.dictionary}.NewReader2(s)
	}
	head := make([]byte, lzma.HeaderLen)
	head[0] = o.properties.Code()
	for i := range 4 {
		head[1+i] = byte(o.dictionary >> (8 * i))
	}
	for i := range 8 {
		head[5+i] = 0xff // of unknown size
	}
	s.input = append(head, s.input...)
	return lzma.NewReader(s)
}

// feed gives input to the decoder and waits until it has used it; io.EOF at the end of the stream.
func (s *source) feed(b []byte) error {
	if !s.started {
		s.started = true
		s.input = b
		go s.run()
	} else {
		s.more <- b
	}
	return <-s.paused
}

func init() {
	object.Define(&decompressorType, object.Spec{Name: "_lzma.LZMADecompressor", Sig: "format=FORMAT_AUTO, memlimit=None, filters=None",
		Doc: "Create a decompressor object for decompressing data incrementally.", Alloc: object.Allocator[decompressor](),
		Slots: object.Slots{New: newDecompressor},
		Methods: []object.Method{
			{Name: "decompress", Sig: "data, max_length=-1", Doc: "Decompress *data*, returning uncompressed data as bytes.", F: decompress},
		},
		Getset: []object.Getset{
			{Name: "check", Doc: "ID of the integrity check used by the input stream.", Get: func(th *thread, v value) value { return object.Int(int64(decompressorOf(v).check)) }},
			{Name: "eof", Doc: "True if the end-of-stream marker has been reached.", Get: func(th *thread, v value) value { return object.Bool(decompressorOf(v).atEnd()) }},
			{Name: "unused_data", Doc: "Data found after the end of the compressed stream.", Get: func(th *thread, v value) value {
				if d := decompressorOf(v); d.atEnd() {
					return object.NewBytes(append([]byte(nil), d.s.input...)).V()
				}
				return object.NewBytes(nil).V()
			}},
			{Name: "needs_input", Doc: "True if more input is needed before more decompressed data can be produced.", Get: func(th *thread, v value) value {
				d := decompressorOf(v)
				return object.Bool(!d.done && len(d.out) == 0)
			}},
		}})
}

func (d *decompressor) atEnd() bool { return d.done && len(d.out) == 0 }

var decompressorSig = object.ParseSignature("format=0, memlimit=None, filters=None")

func newDecompressor(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	a := th.Window(3)
	defer th.Release(a)
	if !decompressorSig.Bind(th, "LZMADecompressor", args, kw, a) {
		return value{}
	}
	format, ok := intOption(th, a[0], formatAuto)
	if !ok {
		return value{}
	}
	switch {
	case format == formatRaw && given(a[1]):
		return th.ValueError("Cannot specify memory limit with FORMAT_RAW")
	case format == formatRaw && !given(a[2]):
		return th.ValueError("Must specify filters for FORMAT_RAW")
	case format != formatRaw && given(a[2]):
		return th.ValueError("Cannot specify filters except with FORMAT_RAW")
	case format < formatAuto || format > formatRaw:
		return th.ValueError("Invalid container format: %d", format)
	}
	s := &source{format: format, more: make(chan []byte), paused: make(chan error), check: checkUnknown}
	if format == formatRaw {
		if s.options, ok = chainOptions(th, a[2]); !ok {
			return value{}
		}
		s.check = checkNone
	}
	if format == formatAlone {
		s.check = checkNone
	}
	d := &decompressor{Header: object.Header{Shape: &t.Root}, s: s, check: s.check}
	runtime.AddCleanup(d, func(more chan []byte) { close(more) }, s.more)
	return object.ObjectValue(&d.Header)
}

func decompress(th *thread, v value, a []value) value {
	d := decompressorOf(v)
	limit, ok := intOption(th, a[1], -1)
	if !ok {
		return value{}
	}
	b, release, ok := object.AsBytesLike(th, a[0])
	if !ok {
		return value{}
	}
	defer release()
	switch {
	case d.atEnd():
		return th.Raise(&object.EOFErrorType, "Already at end of stream")
	case d.failed != nil:
		return fail(th, d.failed.Error())
	}
	if len(b) > 0 && d.done {
		d.s.input = append(d.s.input, b...)
	} else if len(b) > 0 {
		input := append([]byte(nil), b...)
		err := d.s.feed(input)
		d.out = append(d.out, d.s.output.Bytes()...)
		d.s.output.Reset()
		d.check = d.s.check
		d.done = err == io.EOF
		if err != nil && !d.done {
			d.failed = errCorrupt
			if err == errFormat {
				d.failed = errFormat
			}
			return fail(th, d.failed.Error())
		}
	}
	out := d.out
	if limit >= 0 && len(out) > limit {
		out = out[:limit]
	}
	d.out = d.out[len(out):]
	return object.NewBytes(append([]byte(nil), out...)).V()
}
