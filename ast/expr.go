// Expressions, and the parts that occur only inside them.

package ast

type exprBase struct{ Pos }

func (*exprBase) expr() {}

type (
	// BoolOp is `a and b and c`; Op is And or Or.
	BoolOp struct {
		exprBase
		Op     Op
		Values []Expr
	}

	// NamedExpr is `target := value`.
	NamedExpr struct {
		exprBase
		Target, Value Expr
	}

	// BinOp is `left op right` for the arithmetic and bitwise operators.
	BinOp struct {
		exprBase
		Left  Expr
		Op    Op
		Right Expr
	}

	// UnaryOp is `not x`, `-x`, `+x` or `~x`.
	UnaryOp struct {
		exprBase
		Op      Op
		Operand Expr
	}

	// Lambda is `lambda args: body`.
	Lambda struct {
		exprBase
		Args *Arguments
		Body Expr
	}

	// IfExp is `body if test else orelse`.
	IfExp struct {
		exprBase
		Test, Body, Orelse Expr
	}

	// Dict is a dict display; a nil key marks `**value`.
	Dict struct {
		exprBase
		Keys, Values []Expr
	}

	// Set is a set display; never empty.
	Set struct {
		exprBase
		Elts []Expr
	}

	// ListComp is `[elt for …]`.
	ListComp struct {
		exprBase
		Elt        Expr
		Generators []*Comprehension
	}

	// SetComp is `{elt for …}`.
	SetComp struct {
		exprBase
		Elt        Expr
		Generators []*Comprehension
	}

	// DictComp is `{key: value for …}`.
	DictComp struct {
		exprBase
		Key, Value Expr
		Generators []*Comprehension
	}

	// GeneratorExp is `(elt for …)`.
	GeneratorExp struct {
		exprBase
		Elt        Expr
		Generators []*Comprehension
	}

	// Await is `await value`.
	Await struct {
		exprBase
		Value Expr
	}

	// Yield is `yield value`; Value may be nil.
	Yield struct {
		exprBase
		Value Expr
	}

	// YieldFrom is `yield from value`.
	YieldFrom struct {
		exprBase
		Value Expr
	}

	// Compare is a chain of comparisons; Ops and Comparators have the same length.
	Compare struct {
		exprBase
		Left        Expr
		Ops         []Op
		Comparators []Expr
	}

	// Call is `func(args, keywords)`.
	Call struct {
		exprBase
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}

	// FormattedValue is a replacement field of an f-string. Conversion is 's', 'r', 'a' or -1; FormatSpec is nil or a *JoinedStr.
	FormattedValue struct {
		exprBase
		Value      Expr
		Conversion int
		FormatSpec Expr
	}

	// JoinedStr is an f-string; its Values are Constants and FormattedValues.
	JoinedStr struct {
		exprBase
		Values []Expr
	}

	// Constant is a literal. S holds the value of a string (UTF-8, lone surrogates as three bytes) or of bytes,
	// and the source text of a number. U records the prefix of u'…'.
	Constant struct {
		exprBase
		Kind ConstKind
		U    bool
		S    string // decoded string/bytes, or number source text
	}

	// Literal is a constant that no literal denotes: a tuple, a frozenset or a complex number with a real part, which
	// programs put into trees of their own. Value is the runtime's, Type and Text its type's name and its repr.
	Literal struct {
		exprBase
		Value      any
		Type, Text string
	}

	// Attribute is `value.attr`.
	Attribute struct {
		exprBase
		Value Expr
		Attr  Ident
		Ctx   Ctx
	}

	// Subscript is `value[slice]`.
	Subscript struct {
		exprBase
		Value, Slice Expr
		Ctx          Ctx
	}

	// Starred is `*value` in a call, display or target.
	Starred struct {
		exprBase
		Value Expr
		Ctx   Ctx
	}

	// Name is a variable.
	Name struct {
		exprBase
		Id  Ident
		Ctx Ctx
	}

	// List is a list display or a target in brackets.
	List struct {
		exprBase
		Elts []Expr
		Ctx  Ctx
	}

	// Tuple is a tuple display or target, parenthesised or not.
	Tuple struct {
		exprBase
		Elts []Expr
		Ctx  Ctx
	}

	// Slice is `lower:upper:step` inside a Subscript; each part may be nil.
	Slice struct {
		exprBase
		Lower, Upper, Step Expr
	}

	// Comprehension is one `for target in iter if …` clause.
	Comprehension struct {
		Target, Iter Expr
		Ifs          []Expr
		IsAsync      bool
	}

	// Keyword is `arg=value` in a call; an empty Arg marks `**value`.
	Keyword struct {
		Pos
		Arg   Ident
		Value Expr
	}

	// Arg is one parameter.
	Arg struct {
		Pos
		Arg        Ident
		Annotation Expr
	}

	// Arguments is a parameter list. Defaults belong to the last of Posonlyargs and Args together;
	// KwDefaults has one entry, perhaps nil, for each of Kwonlyargs.
	Arguments struct {
		Posonlyargs []*Arg
		Args        []*Arg
		Vararg      *Arg
		Kwonlyargs  []*Arg
		KwDefaults  []Expr
		Kwarg       *Arg
		Defaults    []Expr
	}
)
