// Parsing of ISO 8601 as fromisoformat accepts it.
package datetime

import (
	"strings"

	"pyasync/internal/pytime"
	"pyasync/object"
)

func invalidISO(th *thread, s value) value {
	r, ok := th.Repr(s)
	if !ok {
		return value{}
	}
	return th.ValueError("Invalid isoformat string: %s", r)
}

// number reads exactly n digits at the start of s.
func number(s string, n int) (v int, rest string, ok bool) {
	if len(s) < n {
		return 0, s, false
	}
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return 0, s, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, s[n:], true
}

// parseDate reads YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D].
func parseDate(s string) (y, m, d int, ok bool) {
	y, s, ok = number(s, 4)
	if !ok || s == "" {
		return 0, 0, 0, false
	}
	dash := s[0] == '-'
	if dash {
		s = s[1:]
	}
	if s != "" && s[0] == 'W' {
		return parseWeekDate(y, s[1:], dash)
	}
	if m, s, ok = number(s, 2); !ok {
		return 0, 0, 0, false
	}
	if dash {
		if s == "" || s[0] != '-' {
			return 0, 0, 0, false
		}
		s = s[1:]
	}
	d, s, ok = number(s, 2)
	return y, m, d, ok && s == ""
}

func parseWeekDate(y int, s string, dash bool) (int, int, int, bool) {
	w, s, ok := number(s, 2)
	if !ok {
		return 0, 0, 0, false
	}
	wd := 1
	if s != "" {
		if dash {
			if s[0] != '-' {
				return 0, 0, 0, false
			}
			s = s[1:]
		}
		if wd, s, ok = number(s, 1); !ok || s != "" {
			return 0, 0, 0, false
		}
	}
	if y < minYear || y > maxYear {
		return 0, 0, 0, false
	}
	n, ok := isoOrdinal(y, w, wd)
	if !ok || n < 1 || n > maxOrdinal {
		return 0, 0, 0, false
	}
	yy, m, d := pytime.FromOrdinal(int64(n))
	return int(yy), m, d, true
}

// parseHMS reads HH[[:]MM[[:]SS[(.|,)f…]]]; frac has the fraction in microseconds, cut off after six digits.
func parseHMS(s string) (parts [3]int, micro int, ok bool) {
	colon := false
	for i := range parts {
		if parts[i], s, ok = number(s, 2); !ok {
			return parts, 0, false
		}
		if s == "" {
			return parts, 0, true
		}
		if i == 0 {
			colon = s[0] == ':'
		}
		if s[0] == '.' || s[0] == ',' {
			if i != 2 {
				return parts, 0, false
			}
			break
		}
		if i == 2 {
			return parts, 0, false
		}
		if colon {
			if s[0] != ':' {
				return parts, 0, false
			}
			s = s[1:]
		}
	}
	s = s[1:]
	if s == "" {
		return parts, 0, false
	}
	scale := 100000
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return parts, 0, false
		}
		micro += int(s[i]-'0') * scale
		scale /= 10
	}
	return parts, micro, true
}

// parseClock reads a time with an optional offset.
func parseClock(th *thread, s string) (c clock, ok bool) {
	c.tz = object.None
	zone := ""
	if i := strings.IndexAny(s, "+-Z"); i >= 0 {
		s, zone = s[:i], s[i:]
	}
	parts, micro, ok := parseHMS(s)
	if !ok {
		return c, false
	}
	c.hour, c.minute, c.second, c.micro = parts[0], parts[1], parts[2], micro
	if zone == "" {
		return c, true
	}
	if zone == "Z" {
		c.tz = utc
		return c, true
	}
	if zone[0] == 'Z' {
		return c, false
	}
	parts, micro, ok = parseHMS(zone[1:])
	if !ok {
		return c, false
	}
	n := (parts[0]*3600+parts[1]*60+parts[2])*1000000 + micro
	if n >= microsPerDay {
		return c, false
	}
	if zone[0] == '-' {
		n = -n
	}
	if n == 0 {
		c.tz = utc
		return c, true
	}
	days, rest := floorDivMod(n, microsPerDay)
	z := &timezone{Header: object.Header{Shape: &TimezoneType.Root}, offset: newDelta(days, rest/1000000, rest%1000000)}
	c.tz = object.ObjectValue(&z.Header)
	return c, true
}

func isoText(th *thread, v value) (string, bool) {
	s, ok := object.GoString(v)
	if !ok {
		th.TypeError("fromisoformat: argument must be str")
	}
	return s, ok
}

func dateFromISO(th *thread, cls, arg value) value {
	s, ok := isoText(th, arg)
	if !ok {
		return value{}
	}
	y, m, d, ok := parseDate(s)
	if !ok {
		return invalidISO(th, arg)
	}
	if !checkDate(th, y, m, d) {
		return value{}
	}
	c, _ := object.AsType(cls)
	return dateOf(th, c, y, m, d)
}

func timeFromISO(th *thread, cls, arg value) value {
	s, ok := isoText(th, arg)
	if !ok {
		return value{}
	}
	c, ok := parseClock(th, strings.TrimPrefix(s, "T"))
	if !ok {
		return invalidISO(th, arg)
	}
	if !checkClock(th, &c) {
		return value{}
	}
	k, _ := object.AsType(cls)
	return timeOf(th, k, c)
}

// dateLength finds where the date ends: fromisoformat allows any separator, so that the form of the date decides.
func dateLength(s string) int {
	digits := func(from int) int {
		i := from
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i - from
	}
	if len(s) < 7 {
		return len(s)
	}
	if s[4] == '-' {
		if s[5] != 'W' {
			return 10
		}
		if len(s) > 8 && s[8] == '-' && !(len(s) == 9) {
			// YYYY-Www-D, unless the dash separates date and time.
			if digits(9) == 1 || len(s) == 10 || digits(9) != 2 {
				return 10
			}
			return 8
		}
		return 8
	}
	if s[4] == 'W' {
		n := digits(5)
		if n%2 == 0 && n > 2 && len(s) > 5+n {
			return 7
		}
		if n < 3 || n%2 == 0 {
			return 7
		}
		return 8
	}
	return 8
}

func dateTimeFromISO(th *thread, cls, arg value) value {
	s, ok := isoText(th, arg)
	if !ok {
		return value{}
	}
	n := dateLength(s)
	if n > len(s) {
		return invalidISO(th, arg)
	}
	y, m, d, ok := parseDate(s[:n])
	if !ok {
		return invalidISO(th, arg)
	}
	c := clock{tz: object.None}
	if rest := s[n:]; rest != "" {
		// The separator is one character of any kind.
		_, size := object.DecodeRune(rest)
		if c, ok = parseClock(th, rest[size:]); !ok {
			return invalidISO(th, arg)
		}
	}
	if !checkDate(th, y, m, d) || !checkClock(th, &c) {
		return value{}
	}
	k, _ := object.AsType(cls)
	return dateTimeOf(th, k, date{year: y, month: m, day: d}, c)
}
