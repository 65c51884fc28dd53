// Package ptytest is a terminal for tests: programs run in it, text is typed, and what a person would see is read.
package ptytest

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Screen draws what is written to it. Lines that leave it at the top are kept.
type Screen struct {
	Cols, Rows int
	lines      [][]rune
	row, col   int // of the cursor; row counts from the first line ever
	wrap       bool
	pending    []byte
	Modes      map[string]bool // private modes such as "?2004"
	Bells      int
}

// NewScreen makes an empty screen.
func NewScreen(cols, rows int) *Screen {
	return &Screen{Cols: cols, Rows: rows, Modes: map[string]bool{}}
}

// Write draws.
func (s *Screen) Write(p []byte) (int, error) {
	s.pending = append(s.pending, p...)
	for len(s.pending) > 0 {
		n := s.one(s.pending)
		if n == 0 {
			break
		}
		s.pending = s.pending[n:]
	}
	return len(p), nil
}

// one draws one character or obeys one sequence and returns its length; 0 when it is not complete.
func (s *Screen) one(b []byte) int {
	switch c := b[0]; {
	case c == 0x1b:
		return s.escape(b)
	case c == '\n':
		s.row++
		s.wrap = false
		return 1
	case c == '\r':
		s.col, s.wrap = 0, false
		return 1
	case c == '\b':
		s.col, s.wrap = max(s.col-1, 0), false
		return 1
	case c == '\t':
		s.col = min((s.col/8+1)*8, s.Cols-1)
		return 1
	case c == 7:
		s.Bells++
		return 1
	case c < 32:
		return 1
	case !utf8.FullRune(b):
		return 0
	}
	r, n := utf8.DecodeRune(b)
	if s.wrap {
		s.row, s.col, s.wrap = s.row+1, 0, false
	}
	line := s.line(s.row)
	for len(*line) <= s.col {
		*line = append(*line, ' ')
	}
	(*line)[s.col] = r
	if s.col == s.Cols-1 {
		s.wrap = true
	} else {
		s.col++
	}
	return n
}

func (s *Screen) line(row int) *[]rune {
	for len(s.lines) <= row {
		s.lines = append(s.lines, nil)
	}
	return &s.lines[row]
}

// escape obeys an escape sequence.
func (s *Screen) escape(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	if b[1] != '[' {
		return 2
	}
	n := 2
	for n < len(b) && (b[n] < 0x40 || b[n] > 0x7e) {
		n++
	}
	if n == len(b) {
		return 0
	}
	args := string(b[2:n])
	s.control(b[n], args)
	return n + 1
}

func (s *Screen) control(final byte, args string) {
	first, _, _ := strings.Cut(args, ";")
	n, err := strconv.Atoi(first)
	if err != nil || n == 0 && strings.IndexByte("ABCDG", final) >= 0 {
		n = 1
	}
	s.wrap = s.wrap && final == 'm'
	switch final {
	case 'A':
		s.row = max(s.row-n, s.top())
	case 'B':
		s.row += n
	case 'C':
		s.col = min(s.col+n, s.Cols-1)
	case 'D':
		s.col = max(s.col-n, 0)
	case 'G':
		s.col = min(n, s.Cols) - 1
	case 'H':
		s.row, s.col = s.top(), 0
	case 'J':
		line := s.line(s.row)
		*line = (*line)[:min(s.col, len(*line))]
		s.lines = s.lines[:s.row+1]
		if first == "2" {
			s.lines = s.lines[:s.top()]
		}
	case 'K':
		line := s.line(s.row)
		if first == "2" {
			*line = nil
		} else {
			*line = (*line)[:min(s.col, len(*line))]
		}
	case 'h', 'l':
		s.Modes[args] = final == 'h'
	}
}

// top is the first line on the screen.
func (s *Screen) top() int { return max(0, max(len(s.lines), s.row+1)-s.Rows) }

// Text is all that can be seen, and what has left the screen at the top.
func (s *Screen) Text() string {
	var list []string
	for _, line := range s.lines {
		list = append(list, strings.TrimRight(string(line), " "))
	}
	return strings.TrimRight(strings.Join(list, "\n"), "\n")
}

// Line is the line of the cursor; Row and Col say where the cursor is.
func (s *Screen) Line() string { return strings.TrimRight(string(*s.line(s.row)), " ") }
func (s *Screen) Row() int     { return s.row }
func (s *Screen) Col() int     { return s.col }
