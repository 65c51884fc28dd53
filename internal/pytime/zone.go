// Zones by name or by POSIX description, as in TZ.
package pytime

import (
	"fmt"
	"strings"
	"time"
)

// ParseZone finds the location that the environment variable TZ names: a zone of the database, or, in POSIX form, a
// name with a fixed offset ("UTC+3", west of Greenwich positive). Rules for daylight saving time are looked up by the
// zones that have the same names, since Go has no locations made of rules.
func ParseZone(tz string) (*time.Location, error) {
	tz = strings.TrimPrefix(tz, ":")
	if tz == "" || tz == "UTC" {
		return time.UTC, nil
	}
	if loc, err := time.LoadLocation(tz); err == nil {
		return loc, nil
	}
	if name, ok := posixZones[strings.SplitN(tz, ",", 2)[0]]; ok {
		return time.LoadLocation(name)
	}
	var name string
	var h, m int
	i := strings.IndexAny(tz, "+-0123456789")
	if i < 3 {
		return nil, fmt.Errorf("unknown time zone %s", tz)
	}
	name = tz[:i]
	sign := -1
	rest := tz[i:]
	if rest[0] == '+' || rest[0] == '-' {
		if rest[0] == '-' {
			sign = 1
		}
		rest = rest[1:]
	}
	if _, err := fmt.Sscanf(rest, "%d:%d", &h, &m); err != nil {
		if _, err := fmt.Sscanf(rest, "%d", &h); err != nil {
			return nil, err
		}
	}
	return time.FixedZone(name, sign*(h*3600+m*60)), nil
}

// posixZones are the usual POSIX names with daylight saving time.
var posixZones = map[string]string{
	"EST+05EDT": "America/New_York", "EST5EDT": "America/New_York", "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver",
	"PST8PDT": "America/Los_Angeles", "PST+08PDT": "America/Los_Angeles", "AEST-10AEDT-11": "Australia/Melbourne",
	"CET-1CEST": "Europe/Berlin", "GMT0BST": "Europe/London",
}
