// Statements, and the parts that occur only inside them.

package ast

type stmtBase struct{ Pos }

func (*stmtBase) stmt() {}

// Module is a parsed file, or the statements of one interactive input.
type Module struct {
	Body []Stmt
}
type (
	// FunctionDef is a def statement. Its span begins at `def`, after the decorators.
	FunctionDef struct {
		stmtBase
		Name          Ident
		Args          *Arguments
		Body          []Stmt
		DecoratorList []Expr
		Returns       Expr
		TypeParams    []TypeParam
	}

	// AsyncFunctionDef is an async def statement.
	AsyncFunctionDef FunctionDef

	// Deferred stands at the end of a function's body for the statements that were not read: see parser.ReadDeferred.
	Deferred struct {
		stmtBase
	}

	// ClassDef is a class statement. Its span begins at `class`, after the decorators.
	ClassDef struct {
		stmtBase
		Name          Ident
		Bases         []Expr
		Keywords      []*Keyword
		Body          []Stmt
		DecoratorList []Expr
		TypeParams    []TypeParam
	}

	// Return is a return statement; Value may be nil.
	Return struct {
		stmtBase
		Value Expr
	}

	// Delete is a del statement.
	Delete struct {
		stmtBase
		Targets []Expr
	}

	// Assign is `target = … = value`.
	Assign struct {
		stmtBase
		Targets []Expr
		Value   Expr
	}

	// TypeAlias is `type name[params] = value`; Name is a *Name.
	TypeAlias struct {
		stmtBase
		Name       Expr
		TypeParams []TypeParam
		Value      Expr
	}

	// AugAssign is `target op= value`.
	AugAssign struct {
		stmtBase
		Target Expr
		Op     Op
		Value  Expr
	}

	// AnnAssign is `target: annotation = value`; Simple is set when the target is a bare name.
	AnnAssign struct {
		stmtBase
		Target, Annotation, Value Expr
		Simple                    bool
	}

	// For is a for statement.
	For struct {
		stmtBase
		Target, Iter Expr
		Body, Orelse []Stmt
	}

	// AsyncFor is an async for statement.
	AsyncFor For

	// While is a while statement.
	While struct {
		stmtBase
		Test         Expr
		Body, Orelse []Stmt
	}

	// If is an if statement; an elif is an If alone in Orelse.
	If struct {
		stmtBase
		Test         Expr
		Body, Orelse []Stmt
	}

	// With is a with statement.
	With struct {
		stmtBase
		Items []*WithItem
		Body  []Stmt
	}

	// AsyncWith is an async with statement.
	AsyncWith With

	// Match is a match statement.
	Match struct {
		stmtBase
		Subject Expr
		Cases   []*MatchCase
	}

	// Raise is `raise exc from cause`.
	Raise struct {
		stmtBase
		Exc, Cause Expr
	}

	// Try is a try statement with except clauses, or only finally.
	Try struct {
		stmtBase
		Body              []Stmt
		Handlers          []*ExceptHandler
		Orelse, Finalbody []Stmt
	}

	// TryStar is a try statement with except* clauses.
	TryStar Try

	// Assert is `assert test, msg`.
	Assert struct {
		stmtBase
		Test, Msg Expr
	}

	// Import is `import names`.
	Import struct {
		stmtBase
		Names []*Alias
	}

	// ImportFrom is `from module import names`; Level counts the leading dots.
	ImportFrom struct {
		stmtBase
		Module Ident
		Names  []*Alias
		Level  int
	}

	// Global is a global statement.
	Global struct {
		stmtBase
		Names []Ident
	}

	// Nonlocal is a nonlocal statement.
	Nonlocal struct {
		stmtBase
		Names []Ident
	}

	// ExprStmt is an expression standing as a statement; CPython calls it Expr.
	ExprStmt struct {
		stmtBase
		Value Expr
	}

	// Pass is a pass statement.
	Pass struct{ stmtBase }

	// Break is a break statement.
	Break struct{ stmtBase }

	// Continue is a continue statement.
	Continue struct{ stmtBase }
)

type (
	// Alias is `name as asname` in an import.
	Alias struct {
		Pos
		Name, Asname Ident
	}

	// WithItem is `context_expr as optional_vars`.
	WithItem struct {
		ContextExpr, OptionalVars Expr
	}

	// ExceptHandler is an except clause; Type is nil for a bare one.
	ExceptHandler struct {
		Pos
		Type Expr
		Name Ident
		Body []Stmt
	}

	// MatchCase is a case block; Guard may be nil.
	MatchCase struct {
		Pattern Pattern
		Guard   Expr
		Body    []Stmt
	}
)
