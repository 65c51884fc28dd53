// The keys that the terminal's editor handles itself. Readline offers each key to filter before it does anything, and
// the line to change afterwards; a key of ours is passed on as the bell character, for which readline does nothing.
package prompt

import (
	"strings"

	"github.com/chzyer/readline"
	"golang.org/x/sys/unix"
)

// filter sees each key first. The second result false: the key is done with, and the line is drawn again.
func (t *terminal) filter(r rune) (rune, bool) {
	k := key(r)
	if k >= keyBase && k < keyLast {
		switch k {
		case keyOutput:
			t.showAbove()
			return 0, false
		case keyResize:
			t.measure()
			return 0, false
		case keySuspend:
			t.suspend()
			return 0, false
		}
		return t.own(k)
	}
	if t.search != nil {
		return t.searchKey(r)
	}
	return r, true
}

// own passes a key on to change.
func (t *terminal) own(k key) (rune, bool) {
	t.pending = k
	return readline.CharBell, true
}

// suspend stops the process as Ctrl-Z does elsewhere.
func (t *terminal) suspend() {
	t.rl.Clean()
	t.exitRaw()
	unix.Kill(0, unix.SIGTSTP)
	t.makeRaw()
}

// change is told the line after each key, and may replace it.
func (t *terminal) change(line []rune, pos int, r rune) ([]rune, int, bool) {
	if r != readline.CharBell || t.pending == 0 {
		return nil, 0, false
	}
	k := t.pending
	t.pending = 0
	if t.search != nil {
		return t.searchChange(k, line, pos)
	}
	switch k {
	case keyUp, keyDown, keyHistoryStart, keyHistoryEnd:
		return t.recall(k, line, pos)
	case keyDelete:
		if pos < len(line) {
			return splice(line, pos, pos+1, ""), pos, true
		}
	case keyBackspace:
		return backspace(line, pos)
	case keyTab:
		return t.complete(line, pos)
	case keyInsert:
		text := t.src.insertion()
		return splice(line, pos, pos, text), pos + len([]rune(text)), true
	case keySearch:
		return t.beginSearch(line, pos)
	}
	return nil, 0, false
}

// splice replaces line[from:to] in a copy.
func splice(line []rune, from, to int, text string) []rune {
	return append(append(append([]rune(nil), line[:from]...), []rune(text)...), line[to:]...)
}

// backspace takes one character, or a level of indentation.
func backspace(line []rune, pos int) ([]rune, int, bool) {
	if pos == 0 {
		return nil, 0, false
	}
	n := 1
	if strings.TrimLeft(string(line[:pos]), " ") == "" {
		n = (pos-1)%indentWidth + 1
	}
	return splice(line, pos-n, pos, ""), pos - n, true
}

// recall moves through the history.
func (t *terminal) recall(k key, line []rune, pos int) ([]rune, int, bool) {
	h := t.cfg.History
	to := t.position
	switch k {
	case keyUp:
		to--
	case keyDown:
		to++
	case keyHistoryStart:
		to = 0
	case keyHistoryEnd:
		to = h.Len()
	}
	if to < 0 || to > h.Len() || to == t.position || t.request.Answer {
		return nil, 0, false
	}
	if t.position == h.Len() {
		t.draft = string(line)
	}
	t.position = to
	text := []rune(t.draft)
	if to < h.Len() {
		text = []rune(h.At(to))
	}
	return text, len(text), true
}
