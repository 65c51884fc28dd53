// The numbers of the kinds of tokens, as in the module token.

package tokenize

import "pyasync/lexer"

// numbers of the kinds that are no operators.
var numbers = map[lexer.Kind]int{
	lexer.EOF: 0, lexer.Name: 1, lexer.Number: 2, lexer.String: 3, lexer.Newline: 4, lexer.Indent: 5, lexer.Dedent: 6,
	lexer.Operator: op, lexer.FStart: 59, lexer.FMiddle: 60, lexer.FEnd: 61, lexer.Comment: 62, lexer.NL: 63,
}

const (
	firstOperator = 7
	op            = 55
)

// operators in the order of their numbers.
var operators = [...]lexer.Kind{
	lexer.LPar, lexer.RPar, lexer.LSqb, lexer.RSqb, lexer.Colon, lexer.Comma, lexer.Semi, lexer.Plus, lexer.Minus, lexer.Star,
	lexer.Slash, lexer.VBar, lexer.Amper, lexer.Less, lexer.Greater, lexer.Equal, lexer.Dot, lexer.Percent, lexer.LBrace, lexer.RBrace,
	lexer.EqEqual, lexer.NotEqual, lexer.LessEqual, lexer.GreaterEqual, lexer.Tilde, lexer.Circumflex, lexer.LeftShift, lexer.RightShift,
	lexer.DoubleStar, lexer.PlusEqual, lexer.MinusEqual, lexer.StarEqual, lexer.SlashEqual, lexer.PercentEqual, lexer.AmperEqual,
	lexer.VBarEqual, lexer.CircumflexEqual, lexer.LeftShiftEqual, lexer.RightShiftEqual, lexer.DoubleStarEqual, lexer.DoubleSlash,
	lexer.DoubleSlashEqual, lexer.At, lexer.AtEqual, lexer.RArrow, lexer.Ellipsis, lexer.ColonEqual, lexer.Exclam,
}

// number is the number of a kind. With the extra tokens all operators have the same.
func (t *tokens) number(k lexer.Kind) int {
	if n, ok := numbers[k]; ok {
		return n
	}
	if k >= lexer.KwFalse && k <= lexer.KwYield {
		return numbers[lexer.Name]
	}
	if t.extra {
		return op
	}
	for i, o := range operators {
		if o == k {
			return firstOperator + i
		}
	}
	return op
}
