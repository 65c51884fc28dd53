// Bytes to text: byte order mark, PEP 263 declarations, line ends.

package lexer

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

var (
	declaration = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)`) })
	bom         = []byte("\xef\xbb\xbf")
)

// Source is a decoded file.
type Source struct {
	Text     string // with "\n" line ends, without byte order mark
	Encoding string // name of the encoding
	BOM      bool   // there was a byte order mark
}

// Decode turns the bytes of a source into text in the encoding its first two lines declare, else UTF-8.
// The error is a *Error. CPython has words of its own for a file it runs, whose name they contain; filename is
// empty for any other source.
func Decode(filename string, src []byte) (Source, error) {
	s := Source{Encoding: "utf-8", BOM: bytes.HasPrefix(src, bom)}
	src = bytes.TrimPrefix(src, bom)
	name, line := declaredEncoding(src)
	if name != "" {
		s.Encoding = normalName(name)
	}
	if s.BOM && s.Encoding != "utf-8" {
		return s, encodingError(filename, "encoding problem: "+s.Encoding+" with BOM")
	}
	var err error
	switch s.Encoding {
	case "utf-8":
		if bad := invalidUTF8(src); bad >= 0 {
			return s, utf8Error(filename, src, bad, line > 0 || s.BOM)
		}
		s.Text = string(src)
	case "iso-8859-1":
		s.Text = fromLatin1(src)
	default:
		if s.Text, err = decodeOther(src, s.Encoding); err != nil {
			if filename != "" {
				err = errors.New("encoding problem: " + s.Encoding)
			}
			return s, encodingError(filename, err.Error())
		}
	}
	if i := strings.IndexByte(s.Text, 0); i >= 0 {
		return s, nullByteError(filename, s.Text[:i])
	}
	s.Text = FoldNewlines(s.Text)
	return s, nil
}

func encodingError(filename, msg string) *Error {
	if filename == "" {
		return &Error{Kind: "SyntaxError", Msg: msg, Col: -1}
	}
	return &Error{Kind: "SyntaxError", Msg: msg, Bare: true}
}

// nullByteError is the error for a source that contains NUL behind some text.
func nullByteError(filename, before string) *Error {
	if filename == "" {
		return &Error{Kind: "SyntaxError", Msg: "source code string cannot contain null bytes", Bare: true}
	}
	line := 1 + strings.Count(before, "\n")
	return &Error{Kind: "SyntaxError", Msg: "source code cannot contain null bytes",
		Line: line, EndLine: line, Text: before[strings.LastIndexByte(before, '\n')+1:]}
}

// FoldNewlines turns "\r\n" and "\r" into "\n".
func FoldNewlines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// declaredEncoding returns the name in a coding comment on one of the first two lines, and its line.
func declaredEncoding(src []byte) (string, int) {
	for n := 1; n <= 2; n++ {
		line, rest, _ := bytes.Cut(src, []byte("\n"))
		line = bytes.TrimSuffix(line, []byte("\r"))
		if bytes.Contains(line, []byte("coding")) {
			if m := declaration().FindSubmatch(line); m != nil {
				return string(m[1]), n
			}
		}
		if text := bytes.TrimLeft(line, " \t\f"); len(text) > 0 && text[0] != '#' {
			break
		}
		src = rest
	}
	return "", 0
}

// normalName gives the spellings CPython's tokenizer knows for its two own codecs one name each (get_normal_name).
func normalName(name string) string {
	n := strings.ToLower(strings.ReplaceAll(name[:min(len(name), 12)], "_", "-"))
	switch {
	case n == "utf-8" || strings.HasPrefix(n, "utf-8-"):
		return "utf-8"
	case n == "latin-1" || n == "iso-8859-1" || n == "iso-latin-1", strings.HasPrefix(n, "latin-1-"),
		strings.HasPrefix(n, "iso-8859-1-"), strings.HasPrefix(n, "iso-latin-1-"):
		return "iso-8859-1"
	}
	return name
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
}

// utf8Error reports the byte at offset bad; CPython has different words for declared and undeclared sources.
func utf8Error(filename string, src []byte, bad int, declared bool) *Error {
	start := bytes.LastIndexByte(src[:bad], '\n') + 1
	line := 1 + bytes.Count(src[:bad], []byte("\n"))
	if !declared && filename != "" {
		return &Error{Kind: "SyntaxError", Msg: fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, "+
			"but no encoding declared; see https://peps.python.org/pep-0263/ for details", src[bad], filename, line), Bare: true}
	}
	text, _, _ := bytes.Cut(src[start:], []byte("\n"))
	col, position, newline := 1+utf8.RuneCount(src[start:bad]), bad-start, ""
	if filename == "" {
		position, newline = 0, "\n" // CPython decodes the token alone
	}
	return &Error{Kind: "SyntaxError", Msg: fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s",
		src[bad], position, utf8Problem(src[bad:])), Line: line, Col: col, EndLine: line, EndCol: -1, Text: strings.ToValidUTF8(string(text), "\ufffd") + newline}
}

func utf8Problem(b []byte) string {
	switch c := b[0]; {
	case c < 0xc2 || c > 0xf4:
		return "invalid start byte"
	case len(b) < 2:
		return "unexpected end of data"
	}
	return "invalid continuation byte"
}

func fromLatin1(src []byte) string {
	var b strings.Builder
	b.Grow(len(src))
	for _, c := range src {
		b.WriteRune(rune(c))
	}
	return b.String()
}

// decodeOther decodes with the codecs of golang.org/x/text. Source must be ASCII with more, so UTF-16 will not do.
func decodeOther(src []byte, name string) (string, error) {
	n := strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	switch {
	case n == "utf8" || n == "u8" || n == "utf" || n == "cp65001" || n == "ascii" || n == "us-ascii" || n == "646":
		return asciiOrUTF8(src, n)
	case n == "latin1" || n == "l1" || n == "latin" || n == "iso8859-1" || n == "8859":
		return fromLatin1(src), nil
	case strings.HasPrefix(n, "utf-16") || strings.HasPrefix(n, "utf-32") || strings.HasPrefix(n, "utf16") || strings.HasPrefix(n, "utf32"):
		return "", errors.New("not a superset of ASCII")
	}
	enc := findEncoding(n)
	if enc == nil {
		return "", errors.New("unknown encoding: " + name)
	}
	out, err := enc.NewDecoder().Bytes(src)
	if err == nil && bytes.ContainsRune(out, utf8.RuneError) {
		err = errors.New("invalid bytes")
	}
	return string(out), err
}

// asciiOrUTF8 decodes with the codecs that leave the bytes as they are.
func asciiOrUTF8(src []byte, name string) (string, error) {
	bad := invalidUTF8(src)
	if name == "646" || strings.Contains(name, "ascii") {
		if bad = bytes.IndexFunc(src, func(r rune) bool { return r >= 0x80 }); bad >= 0 {
			return "", fmt.Errorf("'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", src[bad], bad)
		}
	}
	if bad >= 0 {
		return "", fmt.Errorf("'utf-8' codec can't decode byte 0x%02x in position %d: %s", src[bad], bad, utf8Problem(src[bad:]))
	}
	return string(src), nil
}
