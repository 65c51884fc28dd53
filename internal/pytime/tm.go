// Package pytime is the calendar and clock knowledge that the time, datetime and calendar modules share: the
// proleptic Gregorian calendar, strftime and strptime as the C library and CPython do them, and local time.
package pytime

import "time"

// Tm is a broken-down time as in C's struct tm, with the year in full and January as month 1.
type Tm struct {
	Year                     int64
	Mon, Day, Hour, Min, Sec int
	Wday                     int // Monday is 0
	Yday                     int // 1 to 366
	IsDST                    int // 1, 0, or -1: not known
	Zone                     string
	Offset                   int // seconds east of UTC
}

// FromTime breaks t down in its location.
func FromTime(t time.Time) Tm {
	zone, off := t.Zone()
	dst := 0
	if t.IsDST() {
		dst = 1
	}
	return Tm{Year: int64(t.Year()), Mon: int(t.Month()), Day: t.Day(), Hour: t.Hour(), Min: t.Minute(), Sec: t.Second(),
		Wday: (int(t.Weekday()) + 6) % 7, Yday: t.YearDay(), IsDST: dst, Zone: zone, Offset: off}
}

// IsLeap reports whether year is a leap year.
func IsLeap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

var daysBefore = [13]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

// DaysInMonth returns the length of a month (1 to 12).
func DaysInMonth(year int64, month int) int {
	switch month {
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// YearDay returns the day of the year, 1 for January 1.
func YearDay(year int64, month, day int) int {
	n := daysBefore[month] + day
	if month > 2 && IsLeap(year) {
		n++
	}
	return n
}

// DaysBeforeYear returns the days of all years before year: 0 for year 1.
func DaysBeforeYear(year int64) int64 {
	y := year - 1
	return y*365 + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Ordinal returns the proleptic Gregorian ordinal: 1 for January 1 of year 1.
func Ordinal(year int64, month, day int) int64 {
	return DaysBeforeYear(year) + int64(YearDay(year, month, day))
}

// FromOrdinal is the inverse of Ordinal.
func FromOrdinal(n int64) (year int64, month, day int) {
	n--
	n400 := floorDiv(n, 146097)
	n -= n400 * 146097
	year = n400*400 + 1
	n100 := n / 36524
	n -= n100 * 36524
	n4 := n / 1461
	n -= n4 * 1461
	n1 := n / 365
	n -= n1 * 365
	year += n100*100 + n4*4 + n1
	if n1 == 4 || n100 == 4 {
		return year - 1, 12, 31
	}
	yday := int(n) + 1
	for month = 12; YearDay(year, month, 1) > yday; month-- {
	}
	return year, month, yday - YearDay(year, month, 1) + 1
}

// Weekday returns the day of the week, 0 for Monday.
func Weekday(year int64, month, day int) int {
	return int((Ordinal(year, month, day) + 6) % 7)
}

// IsoWeek1Monday returns the ordinal of the Monday that starts ISO week 1 of year.
func IsoWeek1Monday(year int64) int64 {
	first := Ordinal(year, 1, 1)
	wday := (first + 6) % 7
	monday := first - wday
	if wday > 3 {
		monday += 7
	}
	return monday
}

// IsoCalendar returns ISO year, week and weekday (1 to 7).
func IsoCalendar(year int64, month, day int) (isoYear int64, week, wday int) {
	n := Ordinal(year, month, day)
	isoYear = year
	monday := IsoWeek1Monday(year)
	if n < monday {
		isoYear--
		monday = IsoWeek1Monday(isoYear)
	} else if n >= IsoWeek1Monday(year+1) {
		isoYear++
		monday = IsoWeek1Monday(isoYear)
	}
	return isoYear, int(n-monday)/7 + 1, int((n+6)%7) + 1
}

// Names of the C locale, Monday and January first.
var (
	DayNames   = [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	MonthNames = [13]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)
