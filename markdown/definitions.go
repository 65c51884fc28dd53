// The definitions of a block, which later fragments of the page rely on.
package markdown

import (
	"strings"

	"pyasync/ast"
	"pyasync/parser"
)

// Definitions returns the statements at the top level of a block that import or define something, each with empty
// lines before it so that its lines have the numbers they have in the page. Blocks that are no Python have none.
func (b *Block) Definitions() (list []string) {
	res, err := parser.Parse([]byte(b.Padded()), parser.Options{TopLevelAwait: true})
	if err != nil || b.Doctest {
		return nil
	}
	for _, s := range res.Module.Body {
		start, ok := definitionStart(s)
		if !ok {
			continue
		}
		begin := strings.LastIndexByte(res.Source[:start], '\n') + 1
		line := strings.Count(res.Source[:begin], "\n")
		list = append(list, strings.Repeat("\n", line)+res.Source[begin:s.Span().End]+"\n")
	}
	return list
}

// definitionStart is where a definition begins, its decorators included; ok is false for other statements.
func definitionStart(s ast.Stmt) (start int32, ok bool) {
	var decorators []ast.Expr
	switch s := s.(type) {
	case *ast.Import, *ast.ImportFrom:
	case *ast.FunctionDef:
		decorators = s.DecoratorList
	case *ast.AsyncFunctionDef:
		decorators = s.DecoratorList
	case *ast.ClassDef:
		decorators = s.DecoratorList
	default:
		return 0, false
	}
	if len(decorators) > 0 {
		return decorators[0].Span().Start, true
	}
	return s.Span().Start, true
}
