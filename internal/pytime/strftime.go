// strftime.
package pytime

import (
	"strconv"
	"strings"
)

// Strftime formats t as glibc does in the C locale, with its flags (- _ 0 ^ #) and widths.
func Strftime(format string, t *Tm) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			b.WriteByte(format[i])
			continue
		}
		start := i
		d := directive{}
		i++
		for i < len(format) && strings.IndexByte("-_0^#", format[i]) >= 0 {
			switch format[i] {
			case '^':
				d.upper = true
			case '#':
				d.swap = true
			default:
				d.pad = format[i]
			}
			i++
		}
		for i < len(format) && format[i] >= '0' && format[i] <= '9' && d.width < 1<<16 {
			d.width = d.width*10 + int(format[i]-'0')
			i++
		}
		if i < len(format) && (format[i] == 'E' || format[i] == 'O') {
			i++
		}
		if i >= len(format) {
			b.WriteString(format[start:])
			break
		}
		if !d.write(&b, format[i], t) {
			b.WriteString(format[start : i+1])
		}
	}
	return b.String()
}

// directive is what stands between % and the conversion character.
type directive struct {
	pad         byte
	upper, swap bool
	width       int
}

func (d *directive) number(b *strings.Builder, n int64, width int, pad byte) bool {
	if d.pad != 0 {
		pad = d.pad
	}
	if d.width > 0 {
		width = d.width
	}
	s := strconv.FormatInt(n, 10)
	if pad != '-' {
		fill := "0"
		if pad == '_' {
			fill = " "
		}
		neg := n < 0 && fill == "0"
		if neg {
			s = s[1:]
			width--
			b.WriteByte('-')
		}
		if len(s) < width {
			b.WriteString(strings.Repeat(fill, width-len(s)))
		}
	}
	b.WriteString(s)
	return true
}

func (d *directive) text(b *strings.Builder, s string) bool {
	if d.upper {
		s = strings.ToUpper(s)
	}
	if len(s) < d.width {
		fill := " "
		if d.pad == '0' {
			fill = "0"
		}
		b.WriteString(strings.Repeat(fill, d.width-len(s)))
	}
	b.WriteString(s)
	return true
}

// composed directives stand for others.
var composed = map[byte]string{'c': "%a %b %e %H:%M:%S %Y", 'D': "%m/%d/%y", 'x': "%m/%d/%y", 'X': "%H:%M:%S", 'T': "%H:%M:%S",
	'R': "%H:%M", 'r': "%I:%M:%S %p", 'F': "%Y-%m-%d", 'h': "%b", '+': "%a %b %e %H:%M:%S %Z %Y"}

func (d *directive) write(b *strings.Builder, c byte, t *Tm) bool {
	if f, ok := composed[c]; ok && c != '+' {
		return d.text(b, Strftime(f, t))
	}
	if d.swap {
		switch c {
		case 'a', 'A', 'b', 'B':
			d.upper = true
		case 'p', 'Z':
			lower := *d
			lower.swap = false
			var sub strings.Builder
			lower.write(&sub, c, t)
			b.WriteString(strings.ToLower(sub.String()))
			return true
		}
	}
	switch c {
	case 'a':
		return d.text(b, DayNames[t.Wday][:3])
	case 'A':
		return d.text(b, DayNames[t.Wday])
	case 'b':
		return d.text(b, MonthNames[t.Mon][:3])
	case 'B':
		return d.text(b, MonthNames[t.Mon])
	case 'p':
		return d.text(b, amPm(t.Hour))
	case 'P':
		return d.text(b, strings.ToLower(amPm(t.Hour)))
	case 'Z':
		return d.text(b, t.Zone)
	case 'n':
		return d.text(b, "\n")
	case 't':
		return d.text(b, "\t")
	case '%':
		return d.text(b, "%")
	case 'z':
		return d.text(b, offsetText(t.Offset))
	}
	return d.writeNumber(b, c, t)
}

func (d *directive) writeNumber(b *strings.Builder, c byte, t *Tm) bool {
	sunday := (t.Wday + 1) % 7
	hour12 := int64((t.Hour+11)%12 + 1)
	switch c {
	case 'C':
		return d.number(b, floorDiv(t.Year, 100), 2, '0')
	case 'd':
		return d.number(b, int64(t.Day), 2, '0')
	case 'e':
		return d.number(b, int64(t.Day), 2, '_')
	case 'H':
		return d.number(b, int64(t.Hour), 2, '0')
	case 'k':
		return d.number(b, int64(t.Hour), 2, '_')
	case 'I':
		return d.number(b, hour12, 2, '0')
	case 'l':
		return d.number(b, hour12, 2, '_')
	case 'j':
		return d.number(b, int64(t.Yday), 3, '0')
	case 'm':
		return d.number(b, int64(t.Mon), 2, '0')
	case 'M':
		return d.number(b, int64(t.Min), 2, '0')
	case 'S':
		return d.number(b, int64(t.Sec), 2, '0')
	case 's':
		days := Ordinal(t.Year, t.Mon, t.Day) - 719163
		return d.number(b, days*86400+int64(t.Hour*3600+t.Min*60+t.Sec-t.Offset), 1, '0')
	case 'u':
		return d.number(b, int64(t.Wday+1), 1, '0')
	case 'w':
		return d.number(b, int64(sunday), 1, '0')
	case 'U':
		return d.number(b, int64((t.Yday-1+7-sunday)/7), 2, '0')
	case 'W':
		return d.number(b, int64((t.Yday-1+7-t.Wday)/7), 2, '0')
	case 'V', 'G', 'g':
		year, week := isoWeek(t)
		switch c {
		case 'V':
			return d.number(b, week, 2, '0')
		case 'G':
			return d.number(b, year, 1, '0')
		}
		return d.number(b, ((year%100)+100)%100, 2, '0')
	case 'y':
		return d.number(b, ((t.Year%100)+100)%100, 2, '0')
	case 'Y':
		return d.number(b, t.Year, 1, '0')
	}
	return false
}

// isoWeek works from weekday and day of the year alone, as struct tm may be inconsistent.
func isoWeek(t *Tm) (year, week int64) {
	yday := t.Yday - 1
	// The Thursday of this week decides the year.
	thursday := yday - t.Wday + 3
	year = t.Year
	switch {
	case thursday < 0:
		year--
		thursday += yearLength(year)
	case thursday >= yearLength(year):
		thursday -= yearLength(year)
		year++
	}
	return year, int64(thursday/7 + 1)
}

func yearLength(year int64) int {
	if IsLeap(year) {
		return 366
	}
	return 365
}

func amPm(hour int) string {
	if hour < 12 {
		return "AM"
	}
	return "PM"
}

func offsetText(off int) string {
	sign := "+"
	if off < 0 {
		sign, off = "-", -off
	}
	two := func(n int) string { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) }
	return sign + two(off/3600) + two(off/60%60)
}
