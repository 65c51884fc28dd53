// Package floattext reads decimal floats of any length.
package floattext

import (
	"strconv"
	"strings"
)

// Parse returns the float64 nearest to a decimal, correctly rounded. The error is strconv's.
func Parse(s string) (float64, error) {
	if len(s) > long {
		s = shorten(s)
	}
	return strconv.ParseFloat(s, 64)
}

// long is a number of characters up to which strconv reads a float as it is. Far beyond, it loses count of the
// digits before the point, and of large exponents that they make good.
const long = 300

// shorten rewrites a valid decimal as 0.DIGITSeEXP with no more digits than can decide the rounding: 768, and one
// for all that follow.
func shorten(s string) string {
	sign := ""
	if s[0] == '+' || s[0] == '-' {
		sign, s = s[:1], s[1:]
	}
	exp := 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		n, err := strconv.Atoi(s[i+1:])
		if exp = max(min(n, 1<<40), -1<<40); err != nil && strings.HasPrefix(s[i+1:], "-") {
			exp = -1 << 40
		} else if err != nil {
			exp = 1 << 40
		}
		s = s[:i]
	}
	whole, frac, _ := strings.Cut(s, ".")
	digits := strings.TrimLeft(whole+frac, "0")
	exp += len(whole) - (len(whole) + len(frac) - len(digits))
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return sign + s // zero, inf or nan
	}
	if len(digits) > 768 {
		rest := strings.TrimRight(digits[768:], "0")
		digits = digits[:768]
		if rest != "" {
			digits += "1"
		}
	}
	return sign + "0." + digits + "e" + strconv.Itoa(max(min(exp, 100000), -100000))
}
