// re.PatternError (also called re.error).
package remod

import (
	"strings"

	"pyasync/object"
)

var patternErrorType object.Type

func init() {
	object.Define(&patternErrorType, object.Spec{Name: "re.PatternError", Base: &object.ExceptionType, Flags: object.FlagException,
		Doc: "Exception raised for invalid regular expressions.\n\nAttributes:\n\n    msg: the message without position\n    pattern: the pattern (may be None)\n" +
			"    pos: the index in it where compilation failed (may be None)\n    lineno: the line of pos (may be None)\n    colno: the column of pos (may be None)\n",
		Slots: object.Slots{Init: patternErrorInit}})
	patternErrorType.AttrsOff = patternErrorType.SubOff
}

var patternErrorArgs = &object.ArgParser{Name: "PatternError.__init__", Sig: "msg, pattern=None, pos=None"}

var (
	strMsg, strPattern, strPos = object.NewStr("msg"), object.NewStr("pattern"), object.NewStr("pos")
	strLineno, strColno        = object.NewStr("lineno"), object.NewStr("colno")
)

// patternErrorInit computes line and column of the position and the full message.
func patternErrorInit(th *thread, self value, args []value, kw []*object.Str) bool {
	var a [3]value
	if !patternErrorArgs.Bind(th, args, kw, a[:]) {
		return false
	}
	msg, src, pos := a[0], object.OrNone(a[1]), object.OrNone(a[2])
	line, column := object.None, object.None
	full := msg
	if p, ok := pos.SmallInt(); ok && !src.IsNone() {
		text, isText := object.GoString(src)
		if !isText {
			b, ok := object.BytesLike(th, src)
			if !ok {
				return false
			}
			text = string(b)
		}
		rs := patternRunes(text, isText)
		at := int(min(max(p, 0), int64(len(rs))))
		n, start := 1, 0
		for i, r := range rs[:at] {
			if r == '\n' {
				n++
				start = i + 1
			}
		}
		line, column = object.Int(int64(n)), object.Int(int64(at-start+1))
		m, _ := object.GoString(msg)
		m += " at position " + itoa(int(p))
		if strings.ContainsRune(text, '\n') {
			m += " (line " + itoa(n) + ", column " + itoa(at-start+1) + ")"
		}
		full = object.StrValue(m)
	}
	for _, f := range []struct {
		name *object.Str
		v    value
	}{{strMsg, msg}, {strPattern, src}, {strPos, pos}, {strLineno, line}, {strColno, column}} {
		if !th.SetAttr(self, f.name, f.v) {
			return false
		}
	}
	e, _ := object.AsException(self)
	e.Args = object.NewTuple([]value{full})
	return true
}

// catchSyntax turns the parser's panics into Python exceptions about source.
func catchSyntax(th *thread, source value, ok *bool) {
	r := recover()
	if r == nil {
		return
	}
	*ok = false
	switch e := r.(type) {
	case patternError:
		pos, src := object.None, object.None
		if e.pos >= 0 {
			pos, src = object.Int(int64(e.pos)), source
		}
		if exc := th.CallArgs(patternErrorType.V(), object.StrValue(e.msg), src, pos); exc.H != nil {
			th.RaiseValue(exc)
		}
	case overflow:
		th.OverflowError("the repetition number is too large")
	case recursion:
		th.Raise(&object.RecursionErrorType, "maximum recursion depth exceeded")
	case valueError:
		th.ValueError("%s", string(e))
	default:
		panic(r)
	}
}
