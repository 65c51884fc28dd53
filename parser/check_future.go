// The first pass: from __future__ import …

package parser

import (
	"slices"

	"pyasync/ast"
)

// futureImports is what the future statements at the beginning of a program say.
type futureImports struct {
	last        int32 // where the last of them begins, -1 when there is none
	annotations bool  // annotations are not evaluated
}

var futureFeatures = []ast.Ident{
	"nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
	"unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
}

// checkFuture looks at the statements only a docstring may precede.
func (c *checker) checkFuture() {
	c.features.last = -1
	body := c.module.Body
	if len(body) > 0 && isDocstring(body[0]) {
		body = body[1:]
	}
	for _, s := range body {
		n, ok := s.(*ast.ImportFrom)
		if !ok || n.Level > 0 || n.Module != "__future__" {
			return
		}
		for _, a := range n.Names {
			c.checkFeature(n, a.Name)
		}
		c.features.last = n.Start
	}
}

func isDocstring(s ast.Stmt) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	k, ok := e.Value.(*ast.Constant)
	return ok && k.Kind == ast.CStr
}

func (c *checker) checkFeature(n *ast.ImportFrom, name ast.Ident) {
	switch {
	case name == "annotations":
		c.features.annotations = true
		return
	case slices.Contains(futureFeatures, name):
		return
	case name == "braces":
		c.fail(n.Span(), "not a chance")
	default:
		c.fail(n.Span(), "future feature %.100s is not defined", name)
	}
	c.err.EndLine, c.err.EndCol = c.err.Line, 0
}
