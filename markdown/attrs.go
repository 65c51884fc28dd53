// Attrs, the remarks on how to run a block, a script or a page.
package markdown

import (
	"strconv"
	"strings"
	"time"
)

// Attrs are given in the info string of a block (```python stop=3), in a comment before it
// (<!-- pyasync: needs network, stop after 3 s -->), or in a script (# pyasync: expect error ValueError).
type Attrs struct {
	Skip      bool
	Network   bool          // needs the network
	Error     bool          // has to end with an exception
	ErrorType string        // of this class, "" for any
	StopAfter time.Duration // is endless: interrupt it so long after its first output
	Timeout   time.Duration // 0: the usual one
	Session   bool          // the blocks of the page share a namespace
	Legacy    bool          // for asyncio as in Python 3.4 to 3.10
}

func (a *Attrs) parse(text string) {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t,{}=:;\"'", r) })
	next := func(i int) string {
		if i+1 < len(words) {
			return words[i+1]
		}
		return ""
	}
	for i := 0; i < len(words); i++ {
		switch strings.ToLower(words[i]) {
		case "skip", "no-run", "norun":
			a.Skip = true
		case "network":
			a.Network = true
		case "error", "raises":
			a.Error = true
			if t := next(i); t != "" && t[0] >= 'A' && t[0] <= 'Z' {
				a.ErrorType = t
			}
		case "legacy":
			a.Legacy = true
		case "session":
			a.Session = true
		case "stop":
			if next(i) == "after" {
				i++
			}
			a.StopAfter = seconds(next(i))
		case "timeout":
			a.Timeout = seconds(next(i))
		}
	}
}

func seconds(s string) time.Duration {
	f, err := strconv.ParseFloat(strings.TrimSuffix(s, "s"), 64)
	if err != nil {
		return 0
	}
	return time.Duration(f * float64(time.Second))
}

// ScriptAttrs reads the remarks in the leading comments of a script.
func ScriptAttrs(source string) (a Attrs) {
	for _, line := range strings.Split(source, "\n") {
		text := strings.TrimSpace(line)
		if text != "" && text[0] != '#' {
			break
		}
		if rest, ok := strings.CutPrefix(strings.TrimLeft(text, "# "), "pyasync:"); ok {
			a.parse(rest)
		}
	}
	return a
}
