// The line table: byte offsets to lines and columns.

package ast

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// LineTable maps byte offsets of a decoded source to lines and columns.
// It is immutable once built and may be shared.
//
// A tree that no source was parsed for has places instead: its "offsets" are indexes of them.
type LineTable struct {
	src    string
	starts []int32 // offset of the first byte of each line
	places []Place
}

// Place is a line, from 1, and a column in UTF-8 bytes, from 0, of a node made by a program: any numbers.
type Place struct{ Line, Col int32 }

// NewPlaceTable makes a table of the given places, which has no text.
func NewPlaceTable(places []Place) *LineTable { return &LineTable{places: places} }

// NewLineTable indexes src, whose lines end in "\n".
func NewLineTable(src string) *LineTable {
	starts := make([]int32, 1, 1+strings.Count(src, "\n"))
	for i := 0; ; {
		n := strings.IndexByte(src[i:], '\n')
		if n < 0 {
			return &LineTable{src: src, starts: starts}
		}
		i += n + 1
		starts = append(starts, int32(i))
	}
}

// Line returns the line of an offset, counted from 1.
func (t *LineTable) Line(offset int32) int {
	if t.places != nil {
		return int(t.place(offset).Line)
	}
	return sort.Search(len(t.starts), func(i int) bool { return t.starts[i] > offset })
}

func (t *LineTable) place(offset int32) Place {
	if int(offset) < len(t.places) {
		return t.places[offset]
	}
	return Place{Line: 1}
}

// Bytes returns the line, from 1, and the column in UTF-8 bytes, from 0: an ast node's lineno and col_offset.
func (t *LineTable) Bytes(offset int32) (line, col int) {
	if t.places != nil {
		p := t.place(offset)
		return int(p.Line), int(p.Col)
	}
	line = t.Line(offset)
	return line, int(offset - t.starts[line-1])
}

// Chars returns the line, from 1, and the column in characters, from 0.
func (t *LineTable) Chars(offset int32) (line, col int) {
	if t.places != nil {
		return t.Bytes(offset)
	}
	line = t.Line(offset)
	end := min(int(offset), len(t.src))
	return line, utf8.RuneCountInString(t.src[t.starts[line-1]:end])
}

// Lines returns the number of lines; a text that ends in a newline has an empty last one.
func (t *LineTable) Lines() int { return len(t.starts) }

// Start returns the offset of the first byte of a line.
func (t *LineTable) Start(line int) int32 { return t.starts[line-1] }

// Text returns a line without its newline, or "" when there is no such line.
func (t *LineTable) Text(line int) string {
	if line < 1 || line > len(t.starts) {
		return ""
	}
	s := t.src[t.starts[line-1]:]
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i]
	}
	return s
}
