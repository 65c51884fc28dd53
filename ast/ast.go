// Package ast declares the syntax tree of a Python 3.13 program.
//
// The node types and their fields are those of CPython's ast module, in Go
// spelling; Ctx, Op and ConstKind stand for its empty marker classes. Every
// node that has positions in CPython embeds Pos, a pair of byte offsets into
// the decoded source; a LineTable turns offsets into lines and columns.
//
//	ast.go        node interfaces, positions, small enumerations
//	expr.go       expressions and their parts
//	stmt.go       statements and their parts
//	pattern.go    the patterns of match statements, type parameters
//	linetable.go  offsets to lines and columns
//	dump.go       the text form of `python -m ast`
//	number.go     values of numeric literals, as the dump prints them
package ast

// Pos is the span of a node: byte offsets into the decoded source, End exclusive.
type Pos struct{ Start, End int32 }

// Span returns the position itself, so that every node that embeds Pos is a Node.
func (p *Pos) Span() *Pos { return p }

// Node is anything with a span.
type Node interface{ Span() *Pos }

// Expr is an expression node.
type Expr interface {
	Node
	expr()
}

// Stmt is a statement node.
type Stmt interface {
	Node
	stmt()
}

// Pattern is a pattern of a case block.
type Pattern interface {
	Node
	pattern()
}

// TypeParam is an entry of a type parameter list (PEP 695).
type TypeParam interface {
	Node
	typeParam()
}

// Ident is a name as the program sees it: NFKC-normalised, not yet mangled.
// The empty Ident stands for an absent name.
type Ident string

// Ctx says what is done with a name, attribute, subscript, list or tuple.
type Ctx uint8

const (
	Load Ctx = iota
	Store
	Del
)

var ctxNames = [...]string{Load: "Load", Store: "Store", Del: "Del"}

// String returns the name of c's class in Python's ast module.
func (c Ctx) String() string { return ctxNames[c] }

// Op is an operator: of BinOp and AugAssign, UnaryOp, BoolOp, Compare.
type Op uint8

const (
	Add Op = iota + 1
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
	Invert
	Not
	UAdd
	USub
	And
	Or
	Eq
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// OpNames gives an operator's class name in CPython's ast module.
var OpNames = [...]string{
	Add: "Add", Sub: "Sub", Mult: "Mult", MatMult: "MatMult", Div: "Div", Mod: "Mod", Pow: "Pow",
	LShift: "LShift", RShift: "RShift", BitOr: "BitOr", BitXor: "BitXor", BitAnd: "BitAnd", FloorDiv: "FloorDiv",
	Invert: "Invert", Not: "Not", UAdd: "UAdd", USub: "USub", And: "And", Or: "Or",
	Eq: "Eq", NotEq: "NotEq", Lt: "Lt", LtE: "LtE", Gt: "Gt", GtE: "GtE",
	Is: "Is", IsNot: "IsNot", In: "In", NotIn: "NotIn",
}

// String returns the name of o's class in Python's ast module.
func (o Op) String() string { return OpNames[o] }

// ConstKind is the kind of a Constant.
type ConstKind uint8

const (
	CNone ConstKind = iota
	CTrue
	CFalse
	CEllipsis
	CInt
	CFloat
	CComplex
	CStr
	CBytes
)
