// Completion by Tab: the common beginning is inserted; when there is none, the choices are listed above the line.
package prompt

import (
	"sort"
	"strings"

	"pyasync/lookup"
)

const indentWidth = len(lookup.Level)

func (t *terminal) complete(line []rune, pos int) ([]rune, int, bool) {
	if strings.TrimSpace(string(line[:pos])) == "" || t.request.Answer || t.cfg.Complete == nil {
		n := indentWidth - pos%indentWidth
		return splice(line, pos, pos, strings.Repeat(" ", n)), pos + n, true
	}
	matches, typed := t.cfg.Complete(string(line), pos)
	if len(matches) == 0 || typed > pos {
		t.write("\a")
		return nil, 0, false
	}
	sort.Strings(matches)
	common := []rune(commonPrefix(matches))
	if len(common) > typed {
		rest := string(common[typed:])
		return splice(line, pos, pos, rest), pos + len(common) - typed, true
	}
	if len(matches) > 1 {
		t.rl.Clean()
		t.write(columns(matches, t.columns))
		return line, pos, true
	}
	return nil, 0, false
}

func commonPrefix(list []string) string {
	first, last := list[0], list[len(list)-1] // sorted: these differ most
	i := 0
	for i < len(first) && i < len(last) && first[i] == last[i] {
		i++
	}
	for i > 0 && i < len(first) && first[i]&0xc0 == 0x80 {
		i--
	}
	return first[:i]
}

// maxListed is how many choices are shown.
const maxListed = 200

// columns lays words out as ls does.
func columns(words []string, width int) string {
	more := len(words) - maxListed
	if more > 0 {
		words = words[:maxListed]
	}
	longest := 0
	for _, w := range words {
		longest = max(longest, len([]rune(w)))
	}
	n := max(1, width/(longest+2))
	rows := (len(words) + n - 1) / n
	var b strings.Builder
	for r := range rows {
		for i := r; i < len(words); i += rows {
			b.WriteString(words[i])
			if i+rows < len(words) {
				b.WriteString(strings.Repeat(" ", longest+2-len([]rune(words[i]))))
			}
		}
		b.WriteByte('\n')
	}
	if more > 0 {
		b.WriteString("…\n")
	}
	return b.String()
}
