// Token kinds: one for every operator and keyword.

package lexer

import "github.com/alecthomas/participle/v2/lexer"

// Kind is the kind of a token.
type Kind = lexer.TokenType

// EOF ends every token stream.
const EOF = lexer.EOF

const (
	// Start is the first token of every stream: of no width, with the whole source as its value,
	// so that whoever holds the tokens can also see the text between them.
	Start Kind = iota + 1
	Newline
	Indent // the spaces before the first token of a block
	Dedent
	Name
	Number
	String   // a string or bytes literal with prefix and quotes
	FStart   // prefix and opening quotes of an f-string
	FMiddle  // literal text of an f-string, as written
	FEnd     // closing quotes of an f-string
	Operator // a character that begins no token: $ ? `
	Deferred // the body of a function, or what follows its docstring: see Options.DeferBodies

	LPar
	RPar
	LSqb
	RSqb
	LBrace
	RBrace
	Colon
	Comma
	Semi
	Plus
	Minus
	Star
	Slash
	VBar
	Amper
	Less
	Greater
	Equal
	Dot
	Percent
	EqEqual
	NotEqual
	LessEqual
	GreaterEqual
	Tilde
	Circumflex
	LeftShift
	RightShift
	DoubleStar
	PlusEqual
	MinusEqual
	StarEqual
	SlashEqual
	PercentEqual
	AmperEqual
	VBarEqual
	CircumflexEqual
	LeftShiftEqual
	RightShiftEqual
	DoubleStarEqual
	DoubleSlash
	DoubleSlashEqual
	At
	AtEqual
	RArrow
	Ellipsis
	ColonEqual
	Exclam

	KwFalse
	KwNone
	KwTrue
	KwAnd
	KwAs
	KwAssert
	KwAsync
	KwAwait
	KwBreak
	KwClass
	KwContinue
	KwDef
	KwDel
	KwElif
	KwElse
	KwExcept
	KwFinally
	KwFor
	KwFrom
	KwGlobal
	KwIf
	KwImport
	KwIn
	KwIs
	KwLambda
	KwNonlocal
	KwNot
	KwOr
	KwPass
	KwRaise
	KwReturn
	KwTry
	KwWhile
	KwWith
	KwYield

	Comment // these two only with Options.Extra
	NL      // the end of a line that ends no statement
)

// tokenTable names every kind; text is what a kind with one spelling looks like.
var tokenTable = [...]struct{ name, text string }{
	Start: {"Start", ""}, Newline: {"Newline", ""}, Indent: {"Indent", ""}, Dedent: {"Dedent", ""},
	Name: {"Name", ""}, Number: {"Number", ""}, String: {"String", ""},
	FStart: {"FStart", ""}, FMiddle: {"FMiddle", ""}, FEnd: {"FEnd", ""}, Operator: {"Operator", ""}, Deferred: {"Deferred", ""},

	LPar: {"LPar", "("}, RPar: {"RPar", ")"}, LSqb: {"LSqb", "["}, RSqb: {"RSqb", "]"},
	LBrace: {"LBrace", "{"}, RBrace: {"RBrace", "}"}, Colon: {"Colon", ":"}, Comma: {"Comma", ","},
	Semi: {"Semi", ";"}, Plus: {"Plus", "+"}, Minus: {"Minus", "-"}, Star: {"Star", "*"},
	Slash: {"Slash", "/"}, VBar: {"VBar", "|"}, Amper: {"Amper", "&"}, Less: {"Less", "<"},
	Greater: {"Greater", ">"}, Equal: {"Equal", "="}, Dot: {"Dot", "."}, Percent: {"Percent", "%"},
	EqEqual: {"EqEqual", "=="}, NotEqual: {"NotEqual", "!="}, LessEqual: {"LessEqual", "<="}, GreaterEqual: {"GreaterEqual", ">="},
	Tilde: {"Tilde", "~"}, Circumflex: {"Circumflex", "^"}, LeftShift: {"LeftShift", "<<"}, RightShift: {"RightShift", ">>"},
	DoubleStar: {"DoubleStar", "**"}, PlusEqual: {"PlusEqual", "+="}, MinusEqual: {"MinusEqual", "-="}, StarEqual: {"StarEqual", "*="},
	SlashEqual: {"SlashEqual", "/="}, PercentEqual: {"PercentEqual", "%="}, AmperEqual: {"AmperEqual", "&="}, VBarEqual: {"VBarEqual", "|="},
	CircumflexEqual: {"CircumflexEqual", "^="}, LeftShiftEqual: {"LeftShiftEqual", "<<="}, RightShiftEqual: {"RightShiftEqual", ">>="}, DoubleStarEqual: {"DoubleStarEqual", "**="},
	DoubleSlash: {"DoubleSlash", "//"}, DoubleSlashEqual: {"DoubleSlashEqual", "//="}, At: {"At", "@"}, AtEqual: {"AtEqual", "@="},
	RArrow: {"RArrow", "->"}, Ellipsis: {"Ellipsis", "..."}, ColonEqual: {"ColonEqual", ":="}, Exclam: {"Exclam", "!"},

	KwFalse: {"KwFalse", "False"}, KwNone: {"KwNone", "None"}, KwTrue: {"KwTrue", "True"}, KwAnd: {"KwAnd", "and"},
	KwAs: {"KwAs", "as"}, KwAssert: {"KwAssert", "assert"}, KwAsync: {"KwAsync", "async"}, KwAwait: {"KwAwait", "await"},
	KwBreak: {"KwBreak", "break"}, KwClass: {"KwClass", "class"}, KwContinue: {"KwContinue", "continue"}, KwDef: {"KwDef", "def"},
	KwDel: {"KwDel", "del"}, KwElif: {"KwElif", "elif"}, KwElse: {"KwElse", "else"}, KwExcept: {"KwExcept", "except"},
	KwFinally: {"KwFinally", "finally"}, KwFor: {"KwFor", "for"}, KwFrom: {"KwFrom", "from"}, KwGlobal: {"KwGlobal", "global"},
	KwIf: {"KwIf", "if"}, KwImport: {"KwImport", "import"}, KwIn: {"KwIn", "in"}, KwIs: {"KwIs", "is"},
	KwLambda: {"KwLambda", "lambda"}, KwNonlocal: {"KwNonlocal", "nonlocal"}, KwNot: {"KwNot", "not"}, KwOr: {"KwOr", "or"},
	KwPass: {"KwPass", "pass"}, KwRaise: {"KwRaise", "raise"}, KwReturn: {"KwReturn", "return"}, KwTry: {"KwTry", "try"},
	KwWhile: {"KwWhile", "while"}, KwWith: {"KwWith", "with"}, KwYield: {"KwYield", "yield"},

	Comment: {"Comment", ""}, NL: {"NL", ""},
}

// KindName returns the name of a kind, for tests and messages.
func KindName(k Kind) string {
	switch {
	case k == EOF:
		return "EOF"
	case k > 0 && int(k) < len(tokenTable):
		return tokenTable[k].name
	}
	return "?"
}

// Text returns the one spelling of an operator or keyword, else "".
func Text(k Kind) string {
	if k > 0 && int(k) < len(tokenTable) {
		return tokenTable[k].text
	}
	return ""
}

// keywordKind returns the kind of a word: a keyword's, or Name.
// The switch compiles to a search by length and text, four times faster than a map.
func keywordKind(s string) Kind {
	if len(s) < 2 || len(s) > 8 {
		return Name
	}
	switch s {
	case "False":
		return KwFalse
	case "None":
		return KwNone
	case "True":
		return KwTrue
	case "and":
		return KwAnd
	case "as":
		return KwAs
	case "assert":
		return KwAssert
	case "async":
		return KwAsync
	case "await":
		return KwAwait
	case "break":
		return KwBreak
	case "class":
		return KwClass
	case "continue":
		return KwContinue
	case "def":
		return KwDef
	case "del":
		return KwDel
	case "elif":
		return KwElif
	case "else":
		return KwElse
	case "except":
		return KwExcept
	case "finally":
		return KwFinally
	case "for":
		return KwFor
	case "from":
		return KwFrom
	case "global":
		return KwGlobal
	case "if":
		return KwIf
	case "import":
		return KwImport
	case "in":
		return KwIn
	case "is":
		return KwIs
	case "lambda":
		return KwLambda
	case "nonlocal":
		return KwNonlocal
	case "not":
		return KwNot
	case "or":
		return KwOr
	case "pass":
		return KwPass
	case "raise":
		return KwRaise
	case "return":
		return KwReturn
	case "try":
		return KwTry
	case "while":
		return KwWhile
	case "with":
		return KwWith
	case "yield":
		return KwYield
	}
	return Name
}
