// The patterns of match statements, and type parameters (PEP 695, PEP 696).

package ast

type patBase struct{ Pos }

func (*patBase) pattern() {}

type (
	// MatchValue compares the subject with a literal or a dotted name.
	MatchValue struct {
		patBase
		Value Expr
	}

	// MatchSingleton is None, True or False.
	MatchSingleton struct {
		patBase
		Value ConstKind
	}

	// MatchSequence is `[p, *rest, q]` or `(p, q)`.
	MatchSequence struct {
		patBase
		Patterns []Pattern
	}

	// MatchMapping is `{key: pattern, **rest}`.
	MatchMapping struct {
		patBase
		Keys     []Expr
		Patterns []Pattern
		Rest     Ident
	}

	// MatchClass is `cls(patterns, attr=pattern)`.
	MatchClass struct {
		patBase
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []Ident
		KwdPatterns []Pattern
	}

	// MatchStar is `*name` in a sequence pattern; an empty Name is the wildcard.
	MatchStar struct {
		patBase
		Name Ident
	}

	// MatchAs is a capture, `pattern as name`; with neither it is the wildcard.
	MatchAs struct {
		patBase
		Pattern Pattern
		Name    Ident
	}

	// MatchOr is `p | q`.
	MatchOr struct {
		patBase
		Patterns []Pattern
	}
)
type tpBase struct{ Pos }

func (*tpBase) typeParam() {}

type (
	// TypeVar is `T: bound = default`.
	TypeVar struct {
		tpBase
		Name                Ident
		Bound, DefaultValue Expr
	}

	// ParamSpec is `**P = default`.
	ParamSpec struct {
		tpBase
		Name         Ident
		DefaultValue Expr
	}

	// TypeVarTuple is `*Ts = default`.
	TypeVarTuple struct {
		tpBase
		Name         Ident
		DefaultValue Expr
	}
)
