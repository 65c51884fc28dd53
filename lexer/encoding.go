// Bytes to text: byte order mark, PEP 263 declarations, line ends.

package lexer

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
)

var (
	declaration = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)`)
	blankLine   = regexp.MustCompile(`^[ \t\f]*(?:#.*)?$`)
	bom         = []byte("\xef\xbb\xbf")
)

// Decode turns the bytes of a source file into text with "\n" line ends, in the encoding
// its first two lines declare, else UTF-8. The error is a *Error.
func Decode(src []byte) (text, encoding string, err error) {
	hasBOM := bytes.HasPrefix(src, bom)
	src = bytes.TrimPrefix(src, bom)
	name, line := declaredEncoding(src)
	if name == "" {
		name, line = "utf-8", 0
	}
	norm := normalizeEncoding(name)
	if hasBOM && !strings.HasPrefix(strings.ToLower(strings.ReplaceAll(name, "_", "-")), "utf-8") {
		return "", "", &Error{Kind: "SyntaxError", Col: -1, Msg: "encoding problem: " + name + " with BOM"}
	}
	switch norm {
	case "utf-8":
		if e := checkUTF8(src, line > 0 || hasBOM); e != nil {
			return "", "", e
		}
		text = string(src)
	case "iso-8859-1":
		text = fromLatin1(src)
	default:
		if text, err = decodeOther(src, norm); err != nil {
			return "", "", &Error{Kind: "SyntaxError", Col: -1, Msg: "unknown encoding: " + name}
		}
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		return "", "", NullByteError()
	}
	return FoldNewlines(text), norm, nil
}

// NullByteError is the error for a source that contains NUL.
func NullByteError() *Error {
	return &Error{Kind: "SyntaxError", Msg: "source code cannot contain null bytes"}
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
		if m := declaration.FindSubmatch(line); m != nil {
			return string(m[1]), n
		}
		if !blankLine.Match(line) {
			break
		}
		src = rest
	}
	return "", 0
}

// normalizeEncoding gives the spellings CPython knows for its two fast codecs one name each.
func normalizeEncoding(name string) string {
	n := strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	switch {
	case n == "utf-8" || strings.HasPrefix(n, "utf-8-") || n == "utf8" || n == "u8":
		return "utf-8"
	case n == "latin-1" || n == "iso-8859-1" || n == "iso-latin-1" || n == "latin1" || n == "l1" || n == "iso8859-1" || n == "8859",
		strings.HasPrefix(n, "latin-1-"), strings.HasPrefix(n, "iso-8859-1-"), strings.HasPrefix(n, "iso-latin-1-"):
		return "iso-8859-1"
	}
	return n
}

// checkUTF8 reports the first byte that is not UTF-8, in CPython's words for declared and undeclared sources.
func checkUTF8(src []byte, declared bool) *Error {
	if utf8.Valid(src) {
		return nil
	}
	i := 0
	for i < len(src) {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	line := 1 + bytes.Count(src[:i], []byte("\n"))
	if declared {
		return &Error{Kind: "SyntaxError", Msg: fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s", src[i], i, utf8Problem(src[i:])), Line: line}
	}
	return &Error{Kind: "SyntaxError", Msg: fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared; see https://peps.python.org/pep-0263/ for details", src[i], line), Line: line}
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

func decodeOther(src []byte, name string) (string, error) {
	enc, err := ianaindex.IANA.Encoding(name)
	if err != nil || enc == nil {
		if enc, err = htmlindex.Get(name); err != nil {
			if enc, err = htmlindex.Get(strings.Replace(name, "cp", "windows-", 1)); err != nil {
				return "", err
			}
		}
	}
	out, err := enc.NewDecoder().Bytes(src)
	return string(out), err
}
