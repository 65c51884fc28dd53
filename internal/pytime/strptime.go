// strptime: formats as lists of items, and matching them.
package pytime

import (
	"fmt"
	"strconv"
	"strings"
)

// Parsed is what strptime found: the broken-down time, microseconds, and the offset in microseconds when HasOffset.
type Parsed struct {
	Tm
	Micro        int
	HasOffset    bool
	OffsetMicros int64
	HasZone      bool
}

// ParseError is a ValueError text, or, when Index is set, one that needs the reprs of data and format.
type ParseError struct {
	Text string
	// Mismatch: the text is "time data %r does not match format %r".
	Mismatch bool
	// Format: the format itself is wrong.
	Format bool
}

// fields gathers the numbers of the directives; -1 is "not given".
type fields struct {
	year                              int64
	hasYear                           bool
	month, day, hour, min, sec, micro int
	hour12, ampm, wday, yday          int
	weekU, weekW, isoWeek             int
	isoYear                           int64
	hasIsoYear                        bool
	dst                               int
	zone                              string
	hasOffset                         bool
	offset                            int64
	seen                              map[byte]bool
}

// Strptime parses data as CPython's _strptime does; zones are the names of local time: standard, daylight.
func Strptime(data, format string, zones [2]string) (*Parsed, *ParseError) {
	items, perr := compile(format)
	if perr != nil {
		return nil, perr
	}
	m := &matcher{zones: zones}
	rest, ok := m.match(items, data, 0)
	if !ok {
		return nil, &ParseError{Mismatch: true}
	}
	if rest != len(data) {
		return nil, &ParseError{Text: "unconverted data remains: " + data[rest:]}
	}
	f := &fields{month: 1, day: 1, hour12: -1, ampm: -1, wday: -1, yday: -1, weekU: -1, weekW: -1, isoWeek: -1, dst: -1, year: 1900, seen: map[byte]bool{}}
	for i, it := range items {
		if it.code != 0 && it.code != ' ' {
			if perr := f.take(it.code, data[m.spans[i][0]:m.spans[i][1]], zones); perr != nil {
				return nil, perr
			}
		}
	}
	return f.finish()
}

// item is a directive, a run of white space (code ' '), or a literal character (code 0).
type item struct {
	code byte
	lit  string
}

const directives = "aAbBcdfGHIjmMpSuUVwWxXyYzZ"

var expansions = map[byte]string{'c': "%a %b %d %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S"}

func compile(format string) ([]item, *ParseError) {
	var items []item
	for i := 0; i < len(format); i++ {
		c := format[i]
		switch {
		case isSpace(c):
			for i+1 < len(format) && isSpace(format[i+1]) {
				i++
			}
			items = append(items, item{code: ' '})
		case c != '%':
			items = append(items, item{lit: format[i : i+1]})
		default:
			i++
			if i >= len(format) {
				return nil, &ParseError{Text: fmt.Sprintf("stray %% in format '%s'", format), Format: true}
			}
			c = format[i]
			if e, ok := expansions[c]; ok {
				sub, _ := compile(e)
				items = append(items, sub...)
				continue
			}
			if c == '%' {
				items = append(items, item{lit: "%"})
				continue
			}
			if strings.IndexByte(directives, c) < 0 {
				return nil, &ParseError{Text: fmt.Sprintf("'%s' is a bad directive in format '%s'", badDirective(format[i:]), format), Format: true}
			}
			items = append(items, item{code: c})
		}
	}
	return items, nil
}

func badDirective(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// matcher matches by backtracking: each directive offers the lengths it could take, in order of preference.
type matcher struct {
	zones [2]string
	spans [][2]int
}

func (m *matcher) match(items []item, data string, at int) (end int, ok bool) {
	if m.spans == nil {
		m.spans = make([][2]int, len(items))
	}
	return m.from(items, 0, data, at)
}

func (m *matcher) from(items []item, i int, data string, at int) (end int, ok bool) {
	if i == len(items) {
		return at, true
	}
	it := items[i]
	if it.code == 0 {
		if at+len(it.lit) <= len(data) && strings.EqualFold(data[at:at+len(it.lit)], it.lit) {
			return m.from(items, i+1, data, at+len(it.lit))
		}
		return 0, false
	}
	for _, n := range m.lengths(it.code, data[at:]) {
		m.spans[i] = [2]int{at, at + n}
		if end, ok := m.from(items, i+1, data, at+n); ok {
			m.spans[i] = [2]int{at, at + n}
			return end, true
		}
	}
	return 0, false
}

// number describes a numeric directive: the most digits, and the range that longer matches must be in.
var numeric = map[byte]struct{ digits, lo, hi int }{
	'd': {2, 1, 31}, 'H': {2, 0, 23}, 'I': {2, 1, 12}, 'j': {3, 1, 366}, 'm': {2, 1, 12}, 'M': {2, 0, 59}, 'S': {2, 0, 61},
	'U': {2, 0, 53}, 'W': {2, 0, 53}, 'V': {2, 1, 53}, 'u': {1, 1, 7}, 'w': {1, 0, 6},
}

func (m *matcher) lengths(code byte, s string) []int {
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	if n, ok := numeric[code]; ok {
		var out []int
		for l := min(n.digits, digits); l > 0; l-- {
			if v, _ := strconv.Atoi(s[:l]); v >= n.lo && v <= n.hi {
				out = append(out, l)
			}
		}
		if code == 'd' && len(s) > 1 && s[0] == ' ' && s[1] >= '1' && s[1] <= '9' {
			out = append(out, 2)
		}
		return out
	}
	switch code {
	case ' ':
		n := 0
		for n < len(s) && isSpace(s[n]) {
			n++
		}
		return countdown(n, 1)
	case 'y':
		return exactly(2, digits)
	case 'Y', 'G':
		return exactly(4, digits)
	case 'f':
		return countdown(min(digits, 6), 1)
	case 'a':
		return prefixes(s, shortNames(DayNames[:]))
	case 'A':
		return prefixes(s, DayNames[:])
	case 'b':
		return prefixes(s, shortNames(MonthNames[1:]))
	case 'B':
		return prefixes(s, MonthNames[1:])
	case 'p':
		return prefixes(s, []string{"am", "pm"})
	case 'Z':
		return prefixes(s, []string{"utc", "gmt", m.zones[0], m.zones[1]})
	case 'z':
		return offsetLengths(s)
	}
	return nil
}

func countdown(from, to int) (out []int) {
	for n := from; n >= to; n-- {
		out = append(out, n)
	}
	return out
}

func exactly(n, have int) []int {
	if have >= n {
		return []int{n}
	}
	return nil
}

func shortNames(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n[:3]
	}
	return out
}

// prefixes returns the lengths of the names that s begins with, longest first.
func prefixes(s string, names []string) (out []int) {
	for _, n := range names {
		if n != "" && len(s) >= len(n) && strings.EqualFold(s[:len(n)], n) {
			out = append(out, len(n))
		}
	}
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j] > out[j-1]; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// offsetLengths matches [+-]hh[:]mm[[:]ss[.ffffff]] or Z.
func offsetLengths(s string) []int {
	if s != "" && (s[0] == 'Z' || s[0] == 'z') {
		return []int{1}
	}
	if s == "" || s[0] != '+' && s[0] != '-' {
		return nil
	}
	two := func(at int, max byte) bool {
		return len(s) >= at+2 && s[at] >= '0' && s[at] <= max && s[at+1] >= '0' && s[at+1] <= '9'
	}
	colon := func(at int) int {
		if at < len(s) && s[at] == ':' {
			return at + 1
		}
		return at
	}
	if !two(1, '9') {
		return nil
	}
	minutes := colon(3)
	if !two(minutes, '5') {
		return nil
	}
	out := []int{minutes + 2}
	seconds := colon(minutes + 2)
	if two(seconds, '5') {
		out = append([]int{seconds + 2}, out...)
		if end := seconds + 2; end < len(s) && s[end] == '.' {
			n := 0
			for n < 6 && end+1+n < len(s) && s[end+1+n] >= '0' && s[end+1+n] <= '9' {
				n++
			}
			if n > 0 {
				out = append([]int{end + 1 + n}, out...)
			}
		}
	}
	return out
}
