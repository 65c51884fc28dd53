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
	return th.encodeWith(c, v, errors)
}

func (th *Thread) encodeWith(c *codec, v Value, errors string) Value {
	s := (*Str)(v.Ptr())
	if c.ascii && s.IsASCII() {
		return BytesValue(stringAsBytes(s.s))
	}
	e := encodeState{th: th, codec: c, str: v, text: s.s, errors: errors}
	if !c.encode(&e) {
		return th.noteCodec("encoding", c, errors)
	}
	return BytesValue(e.out)
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
		return th.noteCodec("decoding", c, errors), 0
	}
	if len(d.out) == 0 {
		return EmptyStr, d.pos
	}
	return StrFromBytes(d.out), d.pos
}

// noteCodec adds to the pending exception which codec failed. CPython does so for all but the commonest encodings,
// which it does not look up in the registry.
func (th *Thread) noteCodec(verb string, c *codec, _ string) Value {
	switch c.module {
	case "utf_8", "ascii", "iso8859_1", "utf_16", "utf_32":
		return Value{}
	}
	return th.addNote(verb + " with '" + strings.ReplaceAll(c.module, "_", "-") + "' codec failed")
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
	for _, c := range []*codec{utf8Codec, asciiCodec, latin1Codec, utf8SigCodec, utf7Codec, unicodeEscapeCodec, rawUnicodeEscapeCodec, punycodeCodec, idnaCodec} {
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
		for _, alias := range f[1:] {
			t[alias] = t[f[0]]
		}
	}
	return t
}

// codecAliases: the canonical name, then others in normalised form.
var codecAliases = []string{
	"utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001",
	"utf_7 utf7 u7 unicode_1_1_utf_7",
	"utf_8_sig utf8_sig",
	"utf_16 utf16 u16", "utf_16_be utf_16be utf16be unicodebigunmarked utf16_be", "utf_16_le utf_16le utf16le unicodelittleunmarked utf16_le",
	"utf_32 utf32 u32", "utf_32_be utf_32be utf32be utf32_be", "utf_32_le utf_32le utf32le utf32_le",
	"ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii",
	"latin_1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1",
	"unicode_escape unicodeescape", "raw_unicode_escape rawunicodeescape",
	"iso8859_2 csisolatin2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2",
	"iso8859_3 csisolatin3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3",
	"iso8859_4 csisolatin4 iso_8859_4 iso_8859_4_1988 iso_ir_110 l4 latin4",
	"iso8859_5 csisolatincyrillic cyrillic iso_8859_5 iso_8859_5_1988 iso_ir_144",
	"iso8859_6 arabic asmo_708 csisolatinarabic ecma_114 iso_8859_6 iso_8859_6_1987 iso_ir_127",
	"iso8859_7 csisolatingreek ecma_118 elot_928 greek greek8 iso_8859_7 iso_8859_7_1987 iso_ir_126",
	"iso8859_8 csisolatinhebrew hebrew iso_8859_8 iso_8859_8_1988 iso_ir_138",
	"iso8859_9 csisolatin5 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5",
	"iso8859_10 csisolatin6 iso_8859_10 iso_8859_10_1992 iso_ir_157 l6 latin6",
	"iso8859_11 iso_8859_11 iso_8859_11_2001 thai", "iso8859_13 iso_8859_13 l7 latin7",
	"iso8859_14 iso_8859_14 iso_8859_14_1998 iso_celtic iso_ir_199 l8 latin8", "iso8859_15 iso_8859_15 l9 latin9",
	"iso8859_16 iso_8859_16 iso_8859_16_2001 iso_ir_226 l10 latin10",
	"cp037 037 csibm037 ebcdic_cp_ca ebcdic_cp_nl ebcdic_cp_us ebcdic_cp_wt ibm037 ibm039", "cp437 437 cspc8codepage437 ibm437",
	"cp500 500 csibm500 ebcdic_cp_be ebcdic_cp_ch ibm500", "cp775 775 cspc775baltic ibm775", "cp850 850 cspc850multilingual ibm850",
	"cp852 852 cspcp852 ibm852", "cp855 855 csibm855 ibm855", "cp857 857 csibm857 ibm857", "cp858 858 csibm858 ibm858",
	"cp866 866 csibm866 ibm866", "cp1250 1250 windows_1250", "cp1251 1251 windows_1251", "cp1252 1252 windows_1252", "cp1253 1253 windows_1253",
	"cp1254 1254 windows_1254", "cp1255 1255 windows_1255", "cp1256 1256 windows_1256", "cp1257 1257 windows_1257", "cp1258 1258 windows_1258",
	"koi8_r cskoi8r", "mac_roman macintosh macroman", "mac_cyrillic maccyrillic", "tis_620 tis620 tis_620_0 tis_620_2529_0 tis_620_2529_1 iso_ir_166",
}

// codecArgs reads optional encoding and errors arguments of the function fname.
func codecArgs(th *Thread, fname string, encoding, errors Value, _ int) (enc, errs string, ok bool) {
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
	return enc, errs, true
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
