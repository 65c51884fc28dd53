// Comments, and the ends of lines that end no statement, as tokens: with Options.Extra, for the module tokenize.

package lexer

import "github.com/alecthomas/participle/v2/lexer"

// commentToken reads the comment at offset i.
func (l *Lexer) commentToken(i int) (lexer.Token, error) {
	l.skipComment()
	return l.token(Comment, i, l.pos)
}

// noNewline reads the newline at offset i, of a blank line or between brackets.
func (l *Lexer) noNewline(i int) (lexer.Token, error) {
	t, err := l.token(NL, i, i+1)
	l.nextLine(l.pos)
	l.lineBegin, l.blank = len(l.parens) == 0, false
	return t, err
}
