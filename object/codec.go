// Encodings: the table of those built in, their names and aliases, and how str.encode and bytes.decode reach them or
// the codecs that a script registered.
package object

import (
	"strings"
	"sync"
)

// codec is a text encoding written in Go. Both functions work on the state given and stop at the first error that
// its handler raises (false).
type codec struct {
	name   string // as error texts call it ("utf-8")
	module string // the canonical name, of the module in CPython's encodings ("utf_8")
	encode func(e *encodeState) bool
	decode func(d *decodeState) bool
	// ascii: ASCII text and ASCII bytes are the same in this encoding.
	ascii bool
	// plain is the codec for text that goes on after a byte order mark; nil for codecs without one.
	plain *codec
	table []rune // of single-byte encodings: the characters of the bytes, U+FFFE for none
}

// encodeState is one run of an encoder.
type encodeState struct {
	th     *Thread
	codec  *codec
	str    Value // the str being encoded
	text   string
	errors string
	out    []byte
}

// decodeState is one run of a decoder.
type decodeState struct {
	th     *Thread
	codec  *codec
	data   []byte
	obj    Value // the bytes object for exceptions; made when needed
	errors string
	final  bool // no more input follows: an incomplete sequence is an error
	out    []byte
	pos    int // input consumed
	order  int // byte order of utf-16 and utf-32, see codec_utf16.go
}

// Encode returns v.encode(encoding, errors), v being a str.
func (th *Thread) Encode(v Value, encoding, errors string) Value {
	c := lookupCodec(encoding)
	if c == nil {
		return th.encodeForeign(v, encoding, errors)
	}
	r := th.encodeWith(c, v, errors)
	if r.H == nil {
		th.noteCodec("encoding", encoding)
	}
	return r
}

func (th *Thread) encodeWith(c *codec, v Value, errors string) Value {
	s := (*Str)(v.Ptr())
	if c.ascii && s.IsASCII() {
		return BytesValue(stringAsBytes(s.s))
	}
	e := encodeState{th: th, codec: c, str: v, text: s.s, errors: errors}
	if !c.encode(&e) {
		return Value{}
	}
	return BytesValue(e.out)
}

// EncodeBuiltin encodes the str v in one of the built-in encodings, as a codec's own function does.
func EncodeBuiltin(th *Thread, v Value, encoding, errors string) Value {
	c := lookupCodec(encoding)
	if c == nil {
		return th.unknownEncoding(encoding)
	}
	return th.encodeWith(c, v, errors)
}

// EncodeStr returns the bytes of text in an encoding ("utf-8", "latin-1" …).
func EncodeStr(th *Thread, text, encoding, errors string) ([]byte, bool) {
	v := th.Encode(StrValue(text), encoding, errors)
	if v.H == nil {
		return nil, false
	}
	b, ok := bytesOrArray(v)
	return b, ok
}

// Decode returns the text of a bytes-like object.
func (th *Thread) Decode(v Value, encoding, errors string) Value {
	b, release, ok := AsBytesLike(th, v)
	if !ok {
		return Value{}
	}
	defer release()
	if len(b) == 0 {
		return EmptyStr // whatever the encoding, even if there is none of the name
	}
	c := lookupCodec(encoding)
	if c == nil {
		return th.decodeForeign(v, encoding, errors)
	}
	if _, immutable := AsBytes(v); !immutable {
		b = append([]byte(nil), b...)
	}
	r, _ := th.decodeWith(c, b, errors, true)
	if r.H == nil {
		th.noteCodec("decoding", encoding)
	}
	return r
}

// DecodePartial decodes as much of b as forms whole characters, for input that arrives in pieces; final says that
// none follows. It returns how many bytes it used. Only built-in encodings are known.
func DecodePartial(th *Thread, b []byte, encoding, errors string, final bool) (text Value, used int) {
	c := lookupCodec(encoding)
	if c == nil {
		return th.unknownEncoding(encoding), 0
	}
	return th.decodeWith(c, b, errors, final)
}

func (th *Thread) decodeWith(c *codec, b []byte, errors string, final bool) (Value, int) {
	if len(b) == 1 && b[0] < 0x80 && c.ascii {
		return CharValue(rune(b[0])), 1
	}
	if c.ascii && isASCII(bytesAsString(b)) {
		return ASCIIValue(bytesAsString(b)), len(b)
	}
	d := decodeState{th: th, codec: c, data: b, errors: errors, final: final}
	if !c.decode(&d) {
		return Value{}, 0
	}
	if len(d.out) == 0 {
		return EmptyStr, d.pos
	}
	return StrFromBytes(d.out), d.pos
}

// noteCodec adds to the pending exception which codec failed. CPython does so for all but the commonest names, which
// it does not look up in the registry.
func (th *Thread) noteCodec(verb, encoding string) {
	switch normalizeEncoding(encoding) {
	case "utf_8", "utf8", "ascii", "us_ascii", "latin_1", "latin1", "iso8859_1", "iso_8859_1", "utf_16", "utf16", "utf_32", "utf32":
	default:
		th.addNote(verb + " with '" + encoding + "' codec failed")
	}
}

// addNote adds a note to the pending exception and returns the nil Value.
func (th *Thread) addNote(text string) Value {
	exc := th.Exc
	th.CallMethod(exc, strAddNote, StrValue(text))
	th.Exc = exc
	return Value{}
}

var strAddNote = NewStr("add_note")

// CanonicalEncoding returns the name of a built-in encoding as codecs.lookup(name).name gives it, "" if unknown.
func CanonicalEncoding(name string) string {
	c := lookupCodec(name)
	if c == nil {
		return ""
	}
	return strings.ReplaceAll(c.module, "_", "-")
}

// normalizeEncoding lowers a name and turns runs of punctuation into "_", as encodings.normalize_encoding does.
func normalizeEncoding(name string) string {
	b := make([]byte, 0, len(name))
	gap := false
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.':
		default:
			gap = true
			continue
		}
		if gap && len(b) > 0 {
			b = append(b, '_')
		}
		gap = false
		b = append(b, c)
	}
	return string(b)
}

// lookupCodec finds a built-in encoding, nil if there is none of that name.
func lookupCodec(name string) *codec {
	switch name {
	case "utf-8", "utf8":
		return utf8Codec
	case "ascii":
		return asciiCodec
	case "latin-1":
		return latin1Codec
	}
	n := normalizeEncoding(name)
	t := codecTable()
	if c := t[n]; c != nil {
		return c
	}
	return t[strings.ReplaceAll(n, ".", "_")]
}

// codecTable maps normalised names and aliases to codecs; it is built when an uncommon name is first looked up.
var codecTable func() map[string]*codec

func init() { codecTable = sync.OnceValue(buildCodecTable) } // here, because codecs refer to the table

func buildCodecTable() map[string]*codec {
	t := map[string]*codec{}
	for _, c := range []*codec{utf8Codec, asciiCodec, latin1Codec, utf8SigCodec, utf7Codec, unicodeEscapeCodec, rawUnicodeEscapeCodec, punycodeCodec} {
		t[c.module] = c
	}
	for _, c := range wideCodecs {
		t[c.module] = c
	}
	t["utf_16"].plain, t["utf_32"].plain, utf8SigCodec.plain = t["utf_16_le"], t["utf_32_le"], utf8Codec
	for _, row := range charmapTables {
		name, text, _ := strings.Cut(row, " ")
		t[name] = newCharmapCodec(name, text)
	}
	t["latin_1"], t["iso8859_1"] = latin1Codec, latin1Codec // not the table
	for _, row := range codecAliases {
		f := strings.Fields(row)
		if c := t[f[0]]; c != nil {
			for _, alias := range f[1:] {
				t[alias] = c
			}
		}
	}
	return t
}

// codecArgs reads optional encoding and errors arguments of the function fname.
func codecArgs(th *Thread, fname string, encoding, errors Value) (enc, errs string, ok bool) {
	enc, errs = "utf-8", "strict"
	if encoding.H != nil {
		if enc, ok = codecArg(th, fname, "encoding", encoding); !ok {
			return "", "", false
		}
	}
	if errors.H != nil {
		if errs, ok = codecArg(th, fname, "errors", errors); !ok {
			return "", "", false
		}
	}
	if enc == "utf-8" && errs == "strict" || !th.Interp.GetHost().Flags.DevMode {
		return enc, errs, true
	}
	return enc, errs, th.checkCodecArgs(enc, errs)
}

// checkCodecArgs looks the encoding and the error handler up before they are needed, which only development mode does.
func (th *Thread) checkCodecArgs(encoding, errors string) bool {
	if lookupCodec(encoding) == nil {
		info, ok := th.SearchCodec(encoding)
		if ok && info.H == nil {
			th.unknownEncoding(encoding)
		}
		if info.H == nil {
			return false
		}
	}
	switch errors {
	case "strict", "ignore", "replace", "surrogateescape", "surrogatepass", "backslashreplace", "xmlcharrefreplace", "namereplace":
		return true
	}
	if th.ErrorHandler(errors).H == nil {
		th.Raisef(&LookupErrorType, "unknown error handler name '%s'", errors)
		return false
	}
	return true
}

func codecArg(th *Thread, fname, param string, v Value) (string, bool) {
	s, ok := AsStr(v)
	if !ok {
		name := v.Type().Name
		if v.IsNone() {
			name = "None"
		}
		th.TypeError("%s() argument '%s' must be str, not %s", fname, param, name)
		return "", false
	}
	if strings.IndexByte(s.s, 0) >= 0 {
		th.ValueError("embedded null character")
		return "", false
	}
	return s.s, true
}

func (th *Thread) unknownEncoding(name string) Value {
	return th.Raisef(&LookupErrorType, "unknown encoding: %s", name)
}

// IsCodecModule reports whether name is that of the module of a built-in encoding ("utf_8").
func IsCodecModule(name string) bool {
	if name == "latin_1" {
		return true
	}
	c := codecTable()[name]
	return c != nil && c.module == name
}

// EachCodecAlias calls f with every alias and the name of the module of its encoding.
func EachCodecAlias(f func(alias, module string)) {
	for _, row := range codecAliases {
		names := strings.Fields(row)
		for _, alias := range names[1:] {
			f(alias, names[0])
		}
	}
}

// CodecTable returns the characters of the 256 bytes in a single-byte encoding that is given by a table.
func CodecTable(module string) []rune {
	if c := codecTable()[module]; c != nil {
		return c.table
	}
	return nil
}
