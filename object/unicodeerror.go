// UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError.
package object

import "fmt"

var unicodeFields = []string{"encoding", "object", "start", "end", "reason"}

// unicodeSizes are those of them that CPython keeps as numbers.
var unicodeSizes = []string{"start", "end"}

var (
	unicodeDecodeLayout    = unicodeLayout(unicodeDecodeInit, unicodeDecodeStr)
	unicodeEncodeLayout    = unicodeLayout(unicodeEncodeInit, unicodeEncodeStr)
	unicodeTranslateLayout = unicodeLayout(unicodeTranslateInit, unicodeTranslateStr)
)

func unicodeLayout(init func(*Thread, Value, []Value, []*Str) bool, str UnaryFunc) excLayout {
	return excLayout{fields: unicodeFields, members: unicodeFields, sizes: unicodeSizes, slots: Slots{Init: init, Str: str}}
}

// unicodeArgs checks the arguments against the kinds of their fields: 's' str, 'b' bytes-like, 'i' int.
func unicodeArgs(th *Thread, v Value, args []Value, kw []*Str, fields []int, kinds string) bool {
	if !baseExceptionInit(th, v, args, kw) {
		return false
	}
	if len(args) != len(kinds) {
		th.TypeError("function takes exactly %d arguments (%d given)", len(kinds), len(args))
		return false
	}
	e := exc(v)
	for i, a := range args {
		switch kinds[i] {
		case 's':
			if !a.Is(&StrType) {
				th.TypeError("argument %d must be str, not %s", i+1, typeNameOf(a))
				return false
			}
		case 'b':
			if !a.Is(&BytesType) {
				if a.Type().Slots.Buffer == nil {
					th.TypeError("a bytes-like object is required, not '%s'", a.Type().TPName())
					return false
				}
				if a = th.CallArgs(BytesType.V(), a); a.H == nil {
					return false
				}
			}
		case 'i':
			n, ok := th.AsSize(a)
			if !ok {
				return false
			}
			a = Int(int64(n))
		}
		e.Fields[fields[i]] = a
	}
	return true
}

func unicodeDecodeInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	return unicodeArgs(th, v, args, kw, []int{0, 1, 2, 3, 4}, "sbiis")
}

func unicodeEncodeInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	return unicodeArgs(th, v, args, kw, []int{0, 1, 2, 3, 4}, "ssiis")
}

func unicodeTranslateInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	return unicodeArgs(th, v, args, kw, []int{1, 2, 3, 4}, "siis")
}

// unicodeParts reads the fields for the message; ok false: some were never set, the text is empty.
func (e *Exception) unicodeParts(th *Thread) (encoding, reason string, start, end int, ok bool) {
	if e.Fields[1].H == nil {
		return
	}
	encoding, _ = th.Str(OrNone(e.Fields[0]))
	reason, _ = th.Str(OrNone(e.Fields[4]))
	s, _ := OrNone(e.Fields[2]).SmallInt()
	n, _ := OrNone(e.Fields[3]).SmallInt()
	return encoding, reason, int(s), int(n), true
}

func unicodeDecodeStr(th *Thread, v Value) Value {
	e := exc(v)
	enc, reason, start, end, ok := e.unicodeParts(th)
	if !ok {
		return StrValue("")
	}
	if data := bytesOf(th, e.Fields[1]); end == start+1 && start >= 0 && start < len(data) {
		return StrValue(fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", enc, data[start], start, reason))
	}
	return StrValue(fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", enc, start, end-1, reason))
}

func bytesOf(th *Thread, v Value) []byte {
	f := v.Type().Slots.Buffer
	if f == nil {
		return nil
	}
	b, ok := f(th, v)
	if !ok {
		th.Exc = Value{}
		return nil
	}
	data := append([]byte(nil), b.Bytes...)
	if b.Release != nil {
		b.Release()
	}
	return data
}

// badChar is the one character concerned, escaped as the messages show it; "" when there are more.
func (e *Exception) badChar(start, end int) string {
	s, ok := AsStr(e.Fields[1])
	if !ok || end != start+1 || start < 0 || start >= s.Len() {
		return ""
	}
	r, _ := DecodeRune(s.s[s.Offset(start):])
	switch {
	case r <= 0xFF:
		return fmt.Sprintf("\\x%02x", r)
	case r <= 0xFFFF:
		return fmt.Sprintf("\\u%04x", r)
	}
	return fmt.Sprintf("\\U%08x", r)
}

func unicodeEncodeStr(th *Thread, v Value) Value {
	e := exc(v)
	enc, reason, start, end, ok := e.unicodeParts(th)
	if !ok {
		return StrValue("")
	}
	if c := e.badChar(start, end); c != "" {
		return StrValue(fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s", enc, c, start, reason))
	}
	return StrValue(fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", enc, start, end-1, reason))
}

func unicodeTranslateStr(th *Thread, v Value) Value {
	e := exc(v)
	_, reason, start, end, ok := e.unicodeParts(th)
	if !ok {
		return StrValue("")
	}
	if c := e.badChar(start, end); c != "" {
		return StrValue(fmt.Sprintf("can't translate character '%s' in position %d: %s", c, start, reason))
	}
	return StrValue(fmt.Sprintf("can't translate characters in position %d-%d: %s", start, end-1, reason))
}
