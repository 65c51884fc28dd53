// strptime: from what the directives matched to a date and time.
package pytime

import (
	"strconv"
	"strings"
)

// take reads the text of one directive.
func (f *fields) take(code byte, s string, zones [2]string) *ParseError {
	f.seen[code] = true
	n, _ := strconv.Atoi(strings.TrimSpace(s))
	switch code {
	case 'y':
		// Two digits: 69 to 99 are of the last century, as POSIX has it.
		f.year, f.hasYear = int64(n+2000), true
		if n >= 69 {
			f.year -= 100
		}
	case 'Y':
		f.year, f.hasYear = int64(n), true
	case 'G':
		f.isoYear, f.hasIsoYear = int64(n), true
	case 'm':
		f.month = n
	case 'B', 'b':
		f.month = nameIndex(s, MonthNames[1:]) + 1
	case 'd':
		f.day = n
	case 'H':
		f.hour = n
	case 'I':
		f.hour12 = n
	case 'p':
		f.ampm = strings.Index("ap", strings.ToLower(s[:1]))
	case 'M':
		f.min = n
	case 'S':
		f.sec = n
	case 'f':
		f.micro, _ = strconv.Atoi(s + strings.Repeat("0", 6-len(s)))
	case 'A', 'a':
		f.wday = nameIndex(s, DayNames[:])
	case 'w':
		f.wday = (n + 6) % 7
	case 'u':
		f.wday = n - 1
	case 'j':
		f.yday = n
	case 'U':
		f.weekU = n
	case 'W':
		f.weekW = n
	case 'V':
		f.isoWeek = n
	case 'z':
		return f.takeOffset(s)
	case 'Z':
		f.takeZone(s, zones)
	}
	return nil
}

func nameIndex(s string, names []string) int {
	for i, n := range names {
		if len(s) >= 3 && strings.EqualFold(n[:3], s[:3]) {
			return i
		}
	}
	return 0
}

func (f *fields) takeOffset(s string) *ParseError {
	f.hasOffset = true
	if s == "Z" || s == "z" {
		return nil
	}
	body := s[1:]
	if len(body) > 2 && body[2] == ':' {
		if len(body) > 5 && body[5] != ':' {
			return &ParseError{Text: "Inconsistent use of : in " + s}
		}
		body = strings.ReplaceAll(body, ":", "")
	} else if len(body) > 5 && body[4] == ':' {
		return &ParseError{Text: "invalid literal for int() with base 10: '" + body[4:6] + "'"} // what reading the seconds meets
	}
	at := func(i int) int64 {
		if len(body) < i+2 {
			return 0
		}
		n, _ := strconv.Atoi(body[i : i+2])
		return int64(n)
	}
	f.offset = (at(0)*3600 + at(2)*60 + at(4)) * 1_000_000
	if _, frac, ok := strings.Cut(body, "."); ok {
		n, _ := strconv.Atoi(frac + strings.Repeat("0", 6-len(frac)))
		f.offset += int64(n)
	}
	if s[0] == '-' {
		f.offset = -f.offset
	}
	return nil
}

func (f *fields) takeZone(s string, zones [2]string) {
	f.zone = s
	low := strings.ToLower(s)
	for i, names := range [2][]string{{"utc", "gmt", strings.ToLower(zones[0])}, {strings.ToLower(zones[1])}} {
		for _, n := range names {
			if n == low {
				if strings.EqualFold(zones[0], zones[1]) && low != "utc" && low != "gmt" {
					return
				}
				f.dst = i
				return
			}
		}
	}
}

// finish checks combinations and computes date, weekday and day of the year.
func (f *fields) finish() (*Parsed, *ParseError) {
	if perr := f.check(); perr != nil {
		return nil, perr
	}
	if f.hour12 >= 0 {
		f.hour = f.hour12 % 12
		if f.ampm == 1 {
			f.hour += 12
		}
	}
	leapFix := false
	if !f.hasYear && f.month == 2 && f.day == 29 {
		f.year, leapFix = 1904, true
	}
	if perr := f.fromWeek(); perr != nil {
		return nil, perr
	}
	if f.yday < 0 {
		if f.month > 0 && f.day > DaysInMonth(f.year, f.month) {
			return nil, &ParseError{Text: "day is out of range for month"}
		}
		f.yday = YearDay(f.year, f.month, f.day)
	} else {
		f.year, f.month, f.day = FromOrdinal(Ordinal(f.year, 1, 1) + int64(f.yday) - 1)
	}
	if f.wday < 0 {
		f.wday = Weekday(f.year, f.month, f.day)
	}
	if leapFix {
		f.year = 1900
	}
	p := &Parsed{Micro: f.micro, HasOffset: f.hasOffset, OffsetMicros: f.offset, HasZone: f.zone != ""}
	p.Tm = Tm{Year: f.year, Mon: f.month, Day: f.day, Hour: f.hour, Min: f.min, Sec: f.sec, Wday: f.wday, Yday: f.yday, IsDST: f.dst, Zone: f.zone,
		Offset: int(f.offset / 1_000_000)}
	return p, nil
}

func (f *fields) check() *ParseError {
	noWday := f.wday < 0
	switch {
	case f.hasIsoYear && f.yday >= 0:
		return &ParseError{Text: "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."}
	case f.hasIsoYear && (f.isoWeek < 0 || noWday):
		return &ParseError{Text: "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u')."}
	case f.isoWeek >= 0 && !f.hasIsoYear && (!f.hasYear || noWday):
		return &ParseError{Text: "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u')."}
	case f.isoWeek >= 0 && !f.hasIsoYear:
		return &ParseError{Text: "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."}
	}
	return nil
}

// fromWeek computes the day of the year from week and weekday.
func (f *fields) fromWeek() *ParseError {
	if f.wday < 0 || f.yday >= 0 {
		return nil
	}
	switch {
	case f.hasIsoYear && f.isoWeek > 0:
		n := IsoWeek1Monday(f.isoYear) + int64(f.isoWeek-1)*7 + int64(f.wday)
		if f.isoWeek == 53 && IsoWeek1Monday(f.isoYear+1)-IsoWeek1Monday(f.isoYear) != 53*7 {
			return &ParseError{Text: "Invalid week: 53"}
		}
		f.year, f.month, f.day = FromOrdinal(n)
		f.yday = YearDay(f.year, f.month, f.day)
	case f.hasYear && (f.weekU >= 0 || f.weekW >= 0):
		first, wday, week := Weekday(f.year, 1, 1), f.wday, f.weekW
		if f.weekU >= 0 {
			first, wday, week = (first+1)%7, (wday+1)%7, f.weekU
		}
		// Week 0 is what comes before the first start of a week.
		week0 := (7 - first) % 7
		if week == 0 {
			f.yday = 1 + wday - first
		} else {
			f.yday = 1 + week0 + 7*(week-1) + wday
		}
		if f.yday <= 0 {
			f.year--
			f.yday += yearLength(f.year)
		}
	}
	return nil
}
