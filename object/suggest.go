// Suggest, the "Did you mean" of error texts.
package object

// Costs of the edit distance, as CPython counts them: a change of case costs less than another letter.
const (
	suggestMoveCost = 2
	suggestCaseCost = 1
	suggestMaxItems = 750
	suggestMaxSize  = 40
)

// Suggest returns the name in names that a misspelt name was probably meant to be, or "" (CPython's
// _Py_CalculateSuggestions).
func Suggest(name string, names []string) string {
	if len(names) >= suggestMaxItems || len(name) > suggestMaxSize {
		return ""
	}
	best, bestDist := "", -1
	for _, n := range names {
		if n == name {
			continue
		}
		limit := (len(n) + len(name) + 3) * suggestMoveCost / 6
		if bestDist >= 0 && bestDist-1 < limit {
			limit = bestDist - 1
		}
		if d := editDistance(name, n, limit); d <= limit && (bestDist < 0 || d < bestDist) {
			best, bestDist = n, d
		}
	}
	return best
}

// SuggestKeyword is the end of an error text about a keyword: the one that was probably meant, or nothing.
func SuggestKeyword(name string, names ...string) string {
	if s := Suggest(name, names); s != "" {
		return ". Did you mean '" + s + "'?"
	}
	return ""
}

func editDistance(a, b string, limit int) int {
	if len(a) > suggestMaxSize || len(b) > suggestMaxSize {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j * suggestMoveCost
	}
	for i := 0; i < len(a); i++ {
		diag := row[0]
		row[0] = (i + 1) * suggestMoveCost
		low := row[0]
		for j := 0; j < len(b); j++ {
			d := diag + substitutionCost(a[i], b[j])
			diag = row[j+1]
			row[j+1] = min(d, row[j+1]+suggestMoveCost, row[j]+suggestMoveCost)
			low = min(low, row[j+1])
		}
		if low > limit {
			return limit + 1
		}
	}
	return row[len(b)]
}

func substitutionCost(x, y byte) int {
	switch {
	case x == y:
		return 0
	case lowerASCII(x) == lowerASCII(y):
		return suggestCaseCost
	}
	return suggestMoveCost
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// SetNameErrorName sets the name attribute of a NameError.
func SetNameErrorName(e *Exception, name *Str) { e.Fields[0] = name.V() }
