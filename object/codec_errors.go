// Error handlers of encoders and decoders: strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace,
// surrogateescape, surrogatepass, and those registered by scripts.
package object

import (
	"strconv"
	"strings"

	"pyasync/internal/uniname"
)

// encodeError makes the UnicodeEncodeError for code points start to end of the text.
func (th *Thread) encodeError(encoding string, str Value, start, end int, reason string) Value {
	return th.CallArgs(UnicodeEncodeErrorType.V(), StrValue(encoding), str, Int(int64(start)), Int(int64(end)), StrValue(reason))
}

// decodeError makes the UnicodeDecodeError for bytes start to end.
func (th *Thread) decodeError(encoding string, data Value, start, end int, reason string) Value {
	return th.CallArgs(UnicodeDecodeErrorType.V(), StrValue(encoding), data, Int(int64(start)), Int(int64(end)), StrValue(reason))
}

// fail handles text that cannot be encoded, at byte offsets i to j. It appends a replacement and returns the offset
// to go on at.
func (e *encodeState) fail(i, j int, reason string) (next int, ok bool) {
	part := e.text[i:j]
	switch e.errors {
	case "strict":
	case "ignore":
		return j, true
	case "replace":
		return j, e.replacement(strings.Repeat("?", countChars(part)), i, j, reason)
	case "backslashreplace", "xmlcharrefreplace", "namereplace":
		return j, e.replacement(escapeRunes(e.errors, part), i, j, reason)
	case "surrogateescape":
		if n := e.surrogateEscape(i, j); n > i {
			return n, true
		}
	case "surrogatepass":
		if n := e.surrogatePass(i, j); n > i {
			return n, true
		}
	default:
		return e.callHandler(i, j, reason)
	}
	return 0, e.raise(i, j, reason)
}

func (e *encodeState) raise(i, j int, reason string) bool {
	start := countChars(e.text[:i])
	exc := e.th.encodeError(e.codec.name, e.str, start, start+countChars(e.text[i:j]), reason)
	if exc.H != nil {
		e.th.RaiseValue(exc)
	}
	return false
}

// replacement encodes what stands for characters i to j; it must be encodable itself.
func (e *encodeState) replacement(s string, i, j int, reason string) bool {
	sub := encodeState{th: e.th, codec: e.codec, str: StrValue(s), text: s, errors: "strict"}
	if e.codec.plain != nil {
		sub.codec = e.codec.plain
	}
	if !sub.codec.encode(&sub) {
		e.th.Exc = Value{}
		return e.raise(i, j, reason)
	}
	e.out = append(e.out, sub.out...)
	return true
}

// escapeRunes spells characters in ASCII as the handler does.
func escapeRunes(handler, s string) string {
	var b []byte
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		i += n
		switch handler {
		case "xmlcharrefreplace":
			b = append(strconv.AppendInt(append(b, "&#"...), int64(r), 10), ';')
		case "namereplace":
			if name := uniname.Of(r); name != "" {
				b = append(append(append(b, `\N{`...), name...), '}')
				continue
			}
			fallthrough
		default:
			if r == '\n' || r == '\r' || r == '\t' {
				b = appendHex(append(b, '\\', 'x'), uint32(r), 2)
			} else {
				b = appendEscape(b, r)
			}
		}
	}
	return string(b)
}

// surrogateEscape writes U+DC80…U+DCFF as the bytes they stand for and returns the offset after the last one.
func (e *encodeState) surrogateEscape(i, j int) int {
	if unitSize(e.codec) != 1 {
		return i
	}
	for i < j {
		r, n := DecodeRune(e.text[i:])
		if r < 0xDC80 || r > 0xDCFF {
			break
		}
		e.out = append(e.out, byte(r-0xDC00))
		i += n
	}
	return i
}

// surrogatePass writes surrogates like any other code point in the UTF encodings.
func (e *encodeState) surrogatePass(i, j int) int {
	if !strings.HasPrefix(e.codec.module, "utf_") {
		return i
	}
	for i < j {
		r, n := DecodeRune(e.text[i:])
		if r < 0xD800 || r > 0xDFFF {
			break
		}
		switch unitSize(e.codec) {
		case 1:
			e.out = append(e.out, e.text[i:i+n]...)
		case 2:
			e.out = appendUnit16(e.out, uint16(r), isBigEndian(e.codec))
		case 4:
			e.out = appendUnit32(e.out, uint32(r), isBigEndian(e.codec))
		}
		i += n
	}
	return i
}

// callHandler runs a registered error handler.
func (e *encodeState) callHandler(i, j int, reason string) (next int, ok bool) {
	th := e.th
	h := th.ErrorHandler(e.errors)
	if h.H == nil {
		th.Raisef(&LookupErrorType, "unknown error handler name '%s'", e.errors)
		return 0, false
	}
	start := countChars(e.text[:i])
	exc := th.encodeError(e.codec.name, e.str, start, start+countChars(e.text[i:j]), reason)
	if exc.H == nil {
		return 0, false
	}
	r := th.CallArgs(h, exc)
	if r.H == nil {
		return 0, false
	}
	t, isTuple := AsTuple(r)
	if !isTuple || len(t.Items) != 2 {
		th.TypeError("encoding error handler must return (str/bytes, int) tuple")
		return 0, false
	}
	if !t.Items[1].IsSmallInt() && t.Items[1].H.Shape.Type.Index == nil {
		th.TypeError("encoding error handler must return (str/bytes, int) tuple")
		return 0, false
	}
	at, ok := th.AsIndex(t.Items[1], &IndexErrorType)
	if !ok {
		return 0, false
	}
	s := (*Str)(e.str.Ptr())
	if at < 0 {
		at += s.Len()
	}
	if at < 0 || at > s.Len() {
		th.IndexError("position %s from error handler out of bounds", positionText(t.Items[1]))
		return 0, false
	}
	if b, isBytes := AsBytes(t.Items[0]); isBytes {
		e.out = append(e.out, b.B...)
		return s.Offset(at), true
	}
	x, isStr := AsStr(t.Items[0])
	if !isStr {
		th.TypeError("encoding error handler must return (str/bytes, int) tuple")
		return 0, false
	}
	return s.Offset(at), e.replacement(x.s, i, j, reason)
}

func positionText(v Value) string {
	i, _ := v.SmallInt()
	return strconv.FormatInt(i, 10)
}

// fail handles bytes i to j that cannot be decoded. It appends a replacement and returns the position to go on at.
func (d *decodeState) fail(i, j int, reason string) (next int, ok bool) {
	switch d.errors {
	case "strict":
	case "ignore":
		return j, true
	case "replace":
		d.out = append(d.out, "\uFFFD"...)
		return j, true
	case "backslashreplace":
		for _, c := range d.data[i:j] {
			d.out = appendHex(append(d.out, '\\', 'x'), uint32(c), 2)
		}
		return j, true
	case "surrogateescape":
		if n := d.surrogateEscape(i, j); n > i {
			return n, true
		}
	case "surrogatepass":
		if n := d.surrogatePass(i); n > i {
			return n, true
		}
	case "xmlcharrefreplace", "namereplace":
		d.th.TypeError("don't know how to handle UnicodeDecodeError in error callback")
		return 0, false
	default:
		return d.callHandler(i, j, reason)
	}
	if exc := d.th.decodeError(d.codecName(), d.object(), i, j, reason); exc.H != nil {
		d.th.RaiseValue(exc)
	}
	return 0, false
}

func (d *decodeState) object() Value {
	if d.obj.H == nil {
		d.obj = BytesValue(append([]byte(nil), d.data...))
	}
	return d.obj
}

// surrogateEscape keeps undecodable bytes as U+DC80…U+DCFF.
func (d *decodeState) surrogateEscape(i, j int) int {
	for n := 0; i < j && n < 4 && d.data[i] >= 0x80; n++ {
		d.out = AppendRune(d.out, 0xDC00+rune(d.data[i]))
		i++
	}
	return i
}

// surrogatePass accepts the encoded form of a surrogate in the UTF encodings.
func (d *decodeState) surrogatePass(i int) int {
	b := d.data[i:]
	size := unitSize(d.codec)
	var r uint32
	switch {
	case !strings.HasPrefix(d.codec.module, "utf_"):
		return i
	case size == 1 && len(b) >= 3 && b[0] == 0xED && b[1] >= 0xA0 && b[1] <= 0xBF && b[2]&0xC0 == 0x80:
		r, size = 0xD000|uint32(b[1]&0x3F)<<6|uint32(b[2]&0x3F), 3
	case size == 2 && len(b) >= 2:
		r = uint32(unit16(b, d.bigEndian()))
	case size == 4 && len(b) >= 4:
		r = unit32(b, d.bigEndian())
	}
	if r < 0xD800 || r > 0xDFFF {
		return i
	}
	d.out = AppendRune(d.out, rune(r))
	return i + size
}

// callHandler runs a registered error handler.
func (d *decodeState) callHandler(i, j int, reason string) (next int, ok bool) {
	th := d.th
	h := th.ErrorHandler(d.errors)
	if h.H == nil {
		th.Raisef(&LookupErrorType, "unknown error handler name '%s'", d.errors)
		return 0, false
	}
	exc := th.decodeError(d.codecName(), d.object(), i, j, reason)
	if exc.H == nil {
		return 0, false
	}
	r := th.CallArgs(h, exc)
	if r.H == nil {
		return 0, false
	}
	t, isTuple := AsTuple(r)
	if !isTuple || len(t.Items) != 2 || !t.Items[0].Is(&StrType) || !t.Items[1].IsSmallInt() && t.Items[1].H.Shape.Type.Index == nil {
		th.TypeError("decoding error handler must return (str, int) tuple")
		return 0, false
	}
	at, ok := th.AsIndex(t.Items[1], &IndexErrorType)
	if !ok {
		return 0, false
	}
	// The handler may have replaced the input.
	if obj := th.GetAttrName(exc, "object"); obj.H == nil {
		return 0, false
	} else if b, isBytes := AsBytes(obj); !isBytes {
		th.TypeError("exception attribute object must be bytes")
		return 0, false
	} else {
		d.data, d.obj = b.B, obj
	}
	if at < 0 {
		at += len(d.data)
	}
	if at < 0 || at > len(d.data) {
		th.IndexError("position %s from error handler out of bounds", positionText(t.Items[1]))
		return 0, false
	}
	d.out = append(d.out, strText(t.Items[0])...)
	return at, true
}
