// What time zone objects of other modules need of datetimes.
package datetime

import (
	"time"

	"pyasync/object"
)

// EpochSeconds is 1970-01-01 in seconds since year 1, the unit of WallClock.
const EpochSeconds = epochSeconds

// Seconds returns a timedelta of whole seconds.
func Seconds(n int) value {
	d, s := floorDivMod(n, secondsPerDay)
	return newDelta(d, s, 0)
}

// WallClock returns what a datetime shows, in seconds since year 1, and its fold.
func WallClock(dt value) (secs int64, fold int, ok bool) {
	d, ok := asDateTime(dt)
	if !ok {
		return 0, 0, false
	}
	return d.seconds(), d.fold, true
}

// ZoneOf returns the tzinfo of a datetime.
func ZoneOf(dt value) value {
	d, _ := asDateTime(dt)
	return d.tz
}

// LocalToPosix finds the POSIX time of a wall clock in loc; fold chooses in gaps and overlaps.
func LocalToPosix(loc *time.Location, wall int64, fold int) int64 {
	return localToPosix(loc, wall, fold)
}

// Shift returns dt moved by whole seconds, with the given fold.
func Shift(th *object.Thread, dt value, seconds, fold int) value {
	off, _ := asDelta(Seconds(seconds))
	r := addDelta(th, dt, off, 1)
	if r.H == nil || fold == 0 {
		return r
	}
	d, _ := asDateTime(r)
	c := d.clock
	c.fold = fold
	return dateTimeOf(th, r.Type(), d.date, c)
}
