// The module _traceback: what the traceback module asks of the formatter of uncaught exceptions.
package eval

import (
	"strings"

	"pyasync/object"
)

// InitTraceback fills the module.
func InitTraceback(th *Thread, m *object.Module) bool {
	m.AddFuncs(tracebackFuncs)
	return true
}

var tracebackFuncs []object.Method

func init() {
	tracebackFuncs = []object.Method{
		{Name: "format_frame", Sig: "filename, lineno, name, lines, end_lineno, colno, end_colno, color", F: formatFrameRow},
		{Name: "positions", Sig: "tb", F: positionsRow},
		{Name: "suggestion", Sig: "exc, tb", F: func(th *Thread, m Value, a []Value) Value {
			e, ok := object.AsException(a[0])
			if !ok {
				return object.StrValue("")
			}
			var tb *object.Traceback
			if a[1].Is(&object.TracebackType) {
				tb = (*object.Traceback)(a[1].Ptr())
			}
			return object.StrValue(suggestion(th, e, tb))
		}},
		{Name: "source_lines", Sig: "filename", F: func(th *Thread, m Value, a []Value) Value {
			name, _ := object.GoString(a[0])
			if name == "<stdin>" {
				return object.None // many statements of a prompt have that name
			}
			lines := SourceLines(th, name)
			if lines == nil {
				return object.None
			}
			items := make([]Value, len(lines))
			for i, l := range lines {
				items[i] = object.StrValue(l + "\n")
			}
			return object.NewList(items).V()
		}},
		{Name: "format_exception", Sig: "exc", F: func(th *Thread, m Value, a []Value) Value {
			return object.StrValue(FormatException(th, a[0], FormatOptions{}))
		}},
		{Name: "can_colorize", F0: func(th *Thread, m Value) Value { return object.Bool(colorStderr(th)) }},
	}
}

// formatFrameRow formats one entry; lines is the text of the source lines from lineno on, or None.
func formatFrameRow(th *Thread, m Value, a []Value) Value {
	f := frameText{}
	f.file, _ = object.GoString(a[0])
	f.line, _ = number(a[1])
	f.name, _ = object.GoString(a[2])
	if text, ok := object.GoString(a[3]); ok {
		f.lines = strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	}
	var c1, c2 bool
	f.endLine, _ = number(a[4])
	f.col, c1 = number(a[5])
	f.endCol, c2 = number(a[6])
	f.endLine = max(f.endLine, f.line)
	f.located = c1 && c2
	if n := f.endLine - f.line + 1; n > 0 && n < len(f.lines) {
		f.lines = f.lines[:n]
	}
	color, ok := th.Truth(a[7])
	if !ok {
		return Value{}
	}
	p := excPrinter{opt: FormatOptions{Color: color}}
	return object.StrValue(f.format(p.colors()))
}

// positionsRow returns (lineno, end_lineno, colno, end_colno) of an entry of a traceback.
func positionsRow(th *Thread, m Value, a []Value) Value {
	if !a[0].Is(&object.TracebackType) {
		return th.TypeError("traceback expected, got %s", a[0].Type().TPName())
	}
	tb := (*object.Traceback)(a[0].Ptr())
	line := object.Int(int64(tb.Line()))
	if tb.Frame == nil || tb.Lineno != 0 || tb.Frame.Code.Source == nil || tb.Frame.Code.Source.Locate == nil || tb.Pos == 0 ||
		th.Interp.GetHost().Flags.NoDebugRanges {
		return object.TupleOf(line, object.None, object.None, object.None)
	}
	start, end := tb.Pos.Span()
	_, c1 := tb.Frame.Code.Source.Locate(start)
	l2, c2 := tb.Frame.Code.Source.Locate(end)
	return object.TupleOf(line, object.Int(int64(l2)), object.Int(int64(c1)), object.Int(int64(c2)))
}
