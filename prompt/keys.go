// From the bytes of a terminal to keys.
package prompt

import (
	"strings"
	"unicode/utf8"
)

// key is an action that the editor does itself; readline is told of it as a rune of a private plane.
type key rune

const keyBase = 0xF0000

const (
	keyUp key = keyBase + iota
	keyDown
	keyDelete    // forward, never the end of the input
	keyBackspace // takes a level of indentation
	keyTab
	keySearch
	keyCancel // Ctrl-G
	keySuspend
	keyInsert // text of a paste
	keyOutput // something is to be shown above the line
	keyResize
	keyHistoryStart
	keyHistoryEnd
	keyChar // a character while searching; never on the wire
	keyLast
)

// unit is a key press on its way to readline.
type unit struct {
	wire  string // what readline reads
	text  string // of keyInsert
	paste bool
}

func (k key) unit() unit { return unit{wire: string(rune(k))} }

// controls says what control characters are; those not listed mean nothing here. Readline's own handling of the rest
// of its keys is kept away from: it takes the process down in some places.
var controls = [32]unit{
	1: {wire: "\x01"}, 2: {wire: "\x02"}, 3: {wire: "\x03"}, 4: {wire: "\x04"}, 5: {wire: "\x05"}, 6: {wire: "\x06"},
	7: keyCancel.unit(), 8: keyBackspace.unit(), 9: keyTab.unit(), 10: {wire: "\r"}, 11: {wire: "\x0b"}, 12: {wire: "\x0c"},
	13: {wire: "\r"}, 14: keyDown.unit(), 16: keyUp.unit(), 18: keySearch.unit(), 21: {wire: "\x15"}, 23: {wire: "\x17"},
	25: {wire: "\x19"}, 26: keySuspend.unit(),
}

// sequences are the keys of escape sequences, without the escape character.
var sequences = map[string]unit{
	"[A": keyUp.unit(), "[B": keyDown.unit(), "[C": {wire: "\x06"}, "[D": {wire: "\x02"}, "[H": {wire: "\x01"}, "[F": {wire: "\x05"},
	"OA": keyUp.unit(), "OB": keyDown.unit(), "OC": {wire: "\x06"}, "OD": {wire: "\x02"}, "OH": {wire: "\x01"}, "OF": {wire: "\x05"},
	"[1~": {wire: "\x01"}, "[7~": {wire: "\x01"}, "[4~": {wire: "\x05"}, "[8~": {wire: "\x05"}, "[3~": keyDelete.unit(),
	"[1;5C": {wire: "\x1bf"}, "[1;5D": {wire: "\x1bb"}, "[1;3C": {wire: "\x1bf"}, "[1;3D": {wire: "\x1bb"}, "[5C": {wire: "\x1bf"}, "[5D": {wire: "\x1bb"},
	"b": {wire: "\x1bb"}, "f": {wire: "\x1bf"}, "d": {wire: "\x1bd"}, "\x7f": {wire: "\x17"}, "\x08": {wire: "\x17"},
	"<": keyHistoryStart.unit(), ">": keyHistoryEnd.unit(),
}

const (
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// decoder turns bytes into units. Bytes that end in the middle of a sequence wait for the next.
type decoder struct {
	buf     []byte
	pasting bool
}

// feed decodes what is complete of the bytes so far.
func (d *decoder) feed(p []byte) (units []unit) {
	d.buf = append(d.buf, p...)
	for len(d.buf) > 0 {
		var u []unit
		n := 0
		if d.pasting {
			u, n = d.paste()
		} else {
			u, n = d.one()
		}
		if n == 0 {
			break
		}
		units = append(units, u...)
		d.buf = d.buf[n:]
	}
	return units
}

// one decodes one key; n is 0 when it is not complete.
func (d *decoder) one() (units []unit, n int) {
	c := d.buf[0]
	switch {
	case c == 0x1b:
		return d.escape()
	case c < 32:
		if u := controls[c]; u.wire != "" {
			return []unit{u}, 1
		}
		return nil, 1
	case c == 0x7f:
		return []unit{keyBackspace.unit()}, 1
	case !utf8.FullRune(d.buf):
		return nil, 0
	}
	r, n := utf8.DecodeRune(d.buf)
	if r >= keyBase || !printable(r) {
		r = utf8.RuneError
	}
	return []unit{{wire: string(r)}}, n
}

func printable(r rune) bool { return r >= 32 && r != 0x7f && !(r >= 0x80 && r < 0xa0) }

// escape decodes an escape sequence. Those that are not known are skipped whole.
func (d *decoder) escape() (units []unit, n int) {
	b := d.buf
	if len(b) < 2 {
		return nil, 0
	}
	if b[1] == 0x1b {
		return nil, 1
	}
	n = 2
	if b[1] == 'O' {
		if n = 3; len(b) < n {
			return nil, 0
		}
	}
	if b[1] == '[' {
		for ; ; n++ {
			if n == len(b) {
				if n > 64 {
					return nil, n
				}
				return nil, 0
			}
			if b[n] >= 0x40 && b[n] <= 0x7e || b[n] < 0x20 {
				break
			}
		}
		n++
	}
	seq := string(b[:n])
	if seq == pasteBegin {
		d.pasting = true
		return nil, n
	}
	if u, ok := sequences[seq[1:]]; ok {
		return []unit{u}, n
	}
	return nil, n
}

// paste decodes what was pasted once all of it is there.
func (d *decoder) paste() (units []unit, n int) {
	text := string(d.buf)
	i := strings.Index(text, pasteEnd)
	if i < 0 {
		return nil, 0
	}
	d.pasting = false
	return pasted(text[:i]), i + len(pasteEnd)
}

// pasted are the keys of a pasted text: each line is inserted as a whole.
func pasted(text string) (units []unit) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(strings.ToValidUTF8(text, "\ufffd"), "\n")
	for i, line := range lines {
		line = strings.Map(func(r rune) rune {
			if !printable(r) && r != '\t' {
				return -1
			}
			return r
		}, line)
		if line != "" {
			units = append(units, unit{wire: string(rune(keyInsert)), text: line, paste: true})
		}
		if i < len(lines)-1 {
			units = append(units, unit{wire: "\r", paste: true})
		}
	}
	return units
}
