// The lexer as participle sees it.

package lexer

import (
	"io"

	"github.com/alecthomas/participle/v2/lexer"
)

// Definition implements participle's lexer.Definition and lexer.StringDefinition.
// Grammars name a keyword or operator by its text in quotes, other tokens by the name of their kind.
type Definition struct{}

var symbols = func() map[string]Kind {
	m := map[string]Kind{"EOF": EOF}
	for k := Start; int(k) < len(tokenTable); k++ {
		m[tokenTable[k].name] = k
	}
	return m
}()

// Symbols maps the names of the token kinds to them.
func (Definition) Symbols() map[string]Kind { return symbols }

// Lex reads all of r.
func (d Definition) Lex(filename string, r io.Reader) (lexer.Lexer, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return d.LexString(filename, string(src))
}

// LexString returns a Lexer over decoded text.
func (Definition) LexString(_, src string) (lexer.Lexer, error) {
	return New(src, Options{}), nil
}
