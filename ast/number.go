// Values of numeric literals, and their text in a dump.

package ast

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"pyasync/internal/floattext"
)

// Int returns the value of an integer literal (Kind CInt).
func (c *Constant) Int() *big.Int {
	s := strings.ReplaceAll(c.S, "_", "")
	n, ok := new(big.Int).SetString(s, 0)
	if !ok { // a run of zeros such as 00, which Go reads as octal
		n = new(big.Int)
		n.SetString(s, 10)
	}
	return n
}

// Float returns the value of a float literal, or the imaginary part of a complex one.
func (c *Constant) Float() float64 {
	s := strings.ReplaceAll(c.S, "_", "")
	if c.Kind == CComplex {
		s = s[:len(s)-1]
	}
	f, _ := floattext.Parse(s) // out of range gives ±Inf, as in Python
	return f
}

func numberText(c *Constant) string {
	switch c.Kind {
	case CInt:
		return c.Int().String()
	case CFloat:
		return floatText(c.Float(), true)
	}
	return floatText(c.Float(), false) + "j"
}

// floatText is repr() of a non-negative float: the shortest digits, with an exponent outside 1e-4 … 1e16.
func floatText(f float64, point bool) string {
	if math.IsInf(f, 0) {
		return "inf"
	}
	s := strconv.FormatFloat(f, 'e', -1, 64)
	exp, _ := strconv.Atoi(s[strings.IndexByte(s, 'e')+1:])
	if exp < -4 || exp >= 16 {
		return s
	}
	s = strconv.FormatFloat(f, 'f', -1, 64)
	if point && strings.IndexByte(s, '.') < 0 {
		s += ".0"
	}
	return s
}
