// This file turns `'…%s…' % (a, b)` into the f-string it stands for, as CPython's compiler does: each value is made
// text before the next one is evaluated, which programs can see.
package eval

import (
	"strings"

	"pyasync/ast"
)

// formatOf returns the f-string of a literal with %s, %r and %a applied to a tuple display; nil for everything else.
func formatOf(e *ast.BinOp) *ast.JoinedStr {
	if e.Op != ast.Mod {
		return nil
	}
	format, isText := e.Left.(*ast.Constant)
	args, isTuple := e.Right.(*ast.Tuple)
	if !isText || format.Kind != ast.CStr || !isTuple || hasStar(args.Elts) {
		return nil
	}
	f := percentFormat{rest: format.S, pos: format.Pos, args: args.Elts}
	for f.rest != "" {
		if f.literal(); f.rest != "" && !f.conversion() {
			return nil
		}
	}
	if len(f.args) > 0 {
		return nil
	}
	joined := &ast.JoinedStr{Values: f.parts}
	joined.Pos = e.Pos
	return joined
}

// percentFormat reads a format from the left and takes its arguments one by one.
type percentFormat struct {
	rest  string
	pos   ast.Pos
	args  []ast.Expr
	parts []ast.Expr
}

func (f *percentFormat) text(s string) ast.Expr {
	c := &ast.Constant{Kind: ast.CStr, S: s}
	c.Pos = f.pos
	return c
}

// literal adds the text up to the next conversion and leaves what follows its percent sign.
func (f *percentFormat) literal() {
	var b strings.Builder
	for {
		text, rest, found := strings.Cut(f.rest, "%")
		b.WriteString(text)
		f.rest = rest
		if !found || !strings.HasPrefix(rest, "%") {
			if found && rest == "" {
				f.rest = "%" // a lone sign at the end is no conversion
			}
			break
		}
		b.WriteByte('%')
		f.rest = rest[1:]
	}
	if b.Len() > 0 {
		f.parts = append(f.parts, f.text(b.String()))
	}
}

// conversion adds the value of one conversion. It is false for those that only the operator knows.
func (f *percentFormat) conversion() bool {
	flags := cutBytes(&f.rest, "-+ #0")
	width := cutBytes(&f.rest, "0123456789")
	precision, hasPrecision := "", strings.HasPrefix(f.rest, ".")
	if hasPrecision {
		f.rest = f.rest[1:]
		precision = cutBytes(&f.rest, "0123456789")
	}
	const longest = 3 // digits; what is longer is left to the operator, whose limits it may pass
	if f.rest == "" || len(f.args) == 0 || len(width) > longest || len(precision) > longest || !strings.Contains("sra", f.rest[:1]) {
		return false
	}
	spec := ""
	if width != "" {
		if !strings.Contains(flags, "-") {
			spec = ">"
		}
		spec += width
	}
	if hasPrecision {
		spec += "." + pickText(precision != "", precision, "0")
	}
	field := &ast.FormattedValue{Value: f.args[0], Conversion: int(f.rest[0])}
	field.Pos = *f.args[0].Span()
	if spec != "" {
		field.FormatSpec = &ast.JoinedStr{Values: []ast.Expr{f.text(spec)}}
	}
	f.parts = append(f.parts, field)
	f.rest, f.args = f.rest[1:], f.args[1:]
	return true
}

// cutBytes cuts the longest prefix made of the given bytes off a text.
func cutBytes(s *string, set string) string {
	rest := strings.TrimLeft(*s, set)
	cut := (*s)[:len(*s)-len(rest)]
	*s = rest
	return cut
}

func pickText(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}
