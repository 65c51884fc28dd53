// The functions against a table of results.
package libm

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestAgainstTable compares with values written by CPython: "name x [y] result" in hexadecimal.
func TestAgainstTable(t *testing.T) {
	f, err := os.Open("testdata/values.txt")
	if err != nil {
		t.Skip("no table")
	}
	defer f.Close()
	one := map[string]func(float64) float64{"exp": Exp, "exp2": Exp2, "log": Log, "log2": Log2, "log10": Log10, "sin": Sin, "cos": Cos, "tan": Tan,
		"asin": Asin, "acos": Acos, "atan": Atan, "sinh": Sinh, "cosh": Cosh, "tanh": Tanh, "cbrt": Cbrt}
	two := map[string]func(x, y float64) float64{"pow": Pow, "atan2": Atan2}
	total, bad := map[string]int{}, map[string]int{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		w := strings.Fields(sc.Text())
		var x, y, want, got float64
		fmt.Sscan(w[1], &x)
		if fn, ok := one[w[0]]; ok {
			fmt.Sscan(w[2], &want)
			got = fn(x)
		} else {
			fmt.Sscan(w[2], &y)
			fmt.Sscan(w[3], &want)
			got = two[w[0]](x, y)
		}
		total[w[0]]++
		if got != want {
			bad[w[0]]++
			if bad[w[0]] < 4 {
				t.Logf("%s: got %x", sc.Text(), got)
			}
		}
	}
	for name, n := range total {
		t.Logf("%s: %d of %d differ", name, bad[name], n)
		if bad[name]*20 > n {
			t.Errorf("%s differs in %d of %d", name, bad[name], n)
		}
	}
}
