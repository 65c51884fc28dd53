// Searching the history backwards: Ctrl-R.
package prompt

import "strings"

// search is a search that is going on.
type search struct {
	text   string
	line   []rune // from before
	pos    int
	at     int // index of the entry found; Len() at first
	failed bool
}

func (t *terminal) beginSearch(line []rune, pos int) ([]rune, int, bool) {
	if t.request.Answer {
		return nil, 0, false
	}
	t.search = &search{line: line, pos: pos, at: t.cfg.History.Len()}
	t.rl.Clean()
	t.searchPrompt()
	return line, pos, true
}

func (t *terminal) searchPrompt() {
	prompt := "(reverse-i-search)`"
	if t.search.failed {
		prompt = "(failed reverse-i-search)`"
	}
	t.setPrompt(prompt + t.search.text + "': ")
}

// endSearch leaves the search; readline draws the line with the prompt it had.
func (t *terminal) endSearch() {
	t.position = t.search.at
	t.search = nil
	t.rl.Clean() // while the prompt is still the one on the screen
	t.setPrompt(t.request.Prompt)
}

// searchKey is filter while searching.
func (t *terminal) searchKey(r rune) (rune, bool) {
	if r >= 32 && r != 127 {
		t.char = r
		return t.own(keyChar)
	}
	if r == 3 { // only the search is given up
		line := t.search.line
		t.search.at = t.cfg.History.Len()
		t.endSearch()
		t.rl.Operation.SetBuffer(string(line))
		t.src.begin()
		return 0, false
	}
	t.endSearch()
	return r, true
}

// searchChange is change while searching.
func (t *terminal) searchChange(k key, line []rune, pos int) ([]rune, int, bool) {
	s := t.search
	switch k {
	case keyChar:
		s.text += string(t.char)
		return t.find(s.at)
	case keySearch:
		return t.find(s.at - 1)
	case keyBackspace:
		if s.text != "" {
			r := []rune(s.text)
			s.text = string(r[:len(r)-1])
		}
		return t.find(t.cfg.History.Len())
	case keyCancel:
		s.at = t.cfg.History.Len()
		t.endSearch()
		return s.line, s.pos, true
	}
	t.endSearch()
	t.pending = 0
	switch k {
	case keyInsert:
		text := t.src.insertion()
		return splice(line, pos, pos, text), pos + len([]rune(text)), true
	case keyUp, keyDown:
		return t.recall(k, line, pos)
	}
	return line, pos, true
}

// find looks for the text from an entry backwards and shows the line found.
func (t *terminal) find(from int) ([]rune, int, bool) {
	s, h := t.search, t.cfg.History
	t.rl.Clean()
	line, pos := s.line, s.pos
	s.failed = false
	found := false
	for i := min(from, h.Len()-1); i >= 0 && s.text != "" && !found; i-- {
		if j := strings.Index(h.At(i), s.text); j >= 0 {
			s.at, found = i, true
		}
	}
	if s.text != "" {
		s.failed = !found
		if s.at < h.Len() {
			text := h.At(s.at)
			line, pos = []rune(text), len([]rune(text[:max(strings.Index(text, s.text), 0)]))
		}
	}
	t.searchPrompt()
	return line, pos, true
}
