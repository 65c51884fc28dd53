// Complete and incomplete input, beside recorded answers of codeop (testdata/commands.py).

package parser

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
	"unicode/utf8"
)

func commandState(src string, mode Mode) byte {
	switch r, err := ParseCommand(src, Options{Mode: mode}); {
	case err != nil:
		return 'E'
	case r == nil:
		return 'I'
	}
	return 'C'
}

func TestCommands(t *testing.T) {
	f, err := os.Open("testdata/commands.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	same, all := 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c struct{ Symbol, Src, States string }
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		for i, end := 0, 0; i < len(c.States); i++ {
			got := commandState(c.Src[:end], modeNames[c.Symbol])
			if all++; got == c.States[i] {
				same++
			} else {
				t.Errorf("%s %q: %c, codeop says %c", c.Symbol, c.Src[:end], got, c.States[i])
			}
			_, n := utf8.DecodeRuneInString(c.Src[end:])
			end += n
		}
	}
	t.Logf("%d of %d inputs the same", same, all)
}
