// The monotonic clock, the names of zones, seconds as nanoseconds.
package pytime

import (
	"math"
	"time"
)

var start = time.Now()

// Monotonic returns nanoseconds of the monotonic clock, which counts from the start of the machine where the system
// tells it, and else from the start of the process.
func Monotonic() int64 { return monotonicBase() + int64(time.Since(start)) }

// Zones returns the abbreviations and offsets (seconds east of UTC) of standard and daylight saving time of loc in
// the year of now, as C's tzname and timezone.
func Zones(loc *time.Location, now time.Time) (names [2]string, offsets [2]int, hasDST bool) {
	year := now.In(loc).Year()
	jan := time.Date(year, 1, 1, 0, 0, 0, 0, loc)
	jul := time.Date(year, 7, 1, 0, 0, 0, 0, loc)
	n1, o1 := jan.Zone()
	n2, o2 := jul.Zone()
	if o2 < o1 {
		n1, n2, o1, o2 = n2, n1, o2, o1
	}
	return [2]string{n1, n2}, [2]int{o1, o2}, o1 != o2
}

// SecondsToNano converts a timestamp in seconds, rounding as asked: half to even for timestamps, away from zero for
// timeouts. ok is false when it does not fit.
func SecondsToNano(f float64, up bool) (ns int64, ok bool) {
	x := f * 1e9
	if up {
		x = math.Copysign(math.Ceil(math.Abs(x)), x)
	} else {
		x = math.RoundToEven(x)
	}
	if !(x >= -(1<<63) && x < 1<<63) {
		return 0, false
	}
	return int64(x), true
}
