// Zones by name or by POSIX description, as in TZ.
package pytime

import (
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"
)

// ParseZone finds the location that the environment variable TZ names: a zone of the database, or one described in
// POSIX form, as "EST5EDT,M3.2.0,M11.1.0". What is neither is UTC under the letters it begins with, as in the C library.
func ParseZone(tz string) *time.Location {
	tz = strings.TrimPrefix(tz, ":")
	if tz == "" || tz == "UTC" {
		return time.UTC
	}
	if tz != "Local" {
		if loc, err := time.LoadLocation(tz); err == nil {
			return loc
		}
	}
	if m := posixZone().FindStringSubmatch(tz); m != nil {
		if loc, err := fromRule(tz, m); err == nil {
			return loc
		}
	}
	letters := func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
	if name := tz[:len(tz)-len(strings.TrimLeftFunc(tz, letters))]; len(name) >= 3 {
		return time.FixedZone(name, 0)
	}
	return time.UTC
}

const (
	zoneName   = `([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)`
	zoneOffset = `([+-]?\d{1,2}(?::\d{1,2}){0,2})`
)

var posixZone = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^` + zoneName + zoneOffset + `(?:` + zoneName + zoneOffset + `?(,.*)?)?$`)
})

// fromRule makes a location of a POSIX description. Go reads such a rule only as the last line of a zone file, which
// says what holds after the last transition; so the file made here has no transitions.
func fromRule(tz string, m []string) (*time.Location, error) {
	offset := zoneSeconds(m[2])
	name := strings.Trim(m[1], "<>")
	if m[3] == "" {
		return time.FixedZone(name, -offset), nil
	}
	if m[5] == "" {
		tz += ",M3.2.0,M11.1.0" // the C library's default
	}
	const header = 44
	var file []byte
	for version := range 2 { // the second part, with times of 64 bits, repeats the first
		part := make([]byte, header)
		copy(part, "TZif2")
		binary.BigEndian.PutUint32(part[36:], 1) // one kind of local time
		binary.BigEndian.PutUint32(part[40:], uint32(len(name)+1))
		part = binary.BigEndian.AppendUint32(part, uint32(-offset))
		part = append(part, 0, 0) // no daylight saving time, the name at 0
		part = append(append(part, name...), 0)
		if file = append(file, part...); version == 1 {
			file = append(append(append(file, '\n'), tz...), '\n')
		}
	}
	return time.LoadLocationFromTZData(tz, file)
}

// zoneSeconds reads [+-]hh[:mm[:ss]].
func zoneSeconds(s string) int {
	sign := 1
	if s[0] == '-' {
		sign = -1
	}
	var h, m, sec int
	fmt.Sscanf(strings.TrimLeft(s, "+-"), "%d:%d:%d", &h, &m, &sec)
	return sign * (h*3600 + m*60 + sec)
}
