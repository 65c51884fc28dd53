// Code and FrameObject: what Python code can see of functions' code and of running frames.
package object

// Code is a code object: the compiled form of a module, class body, function or comprehension.
type Code struct {
	Header
	Name, Qualname, Filename            string
	FirstLine                           int
	ArgCount, PosOnlyCount, KwOnlyCount int    // co_argcount includes the positional-only ones
	Flags                               uint32 // CPython's CO_* flags
	VarNames                            []*Str // parameters first: positional, keyword-only, *args, **kwargs; then other locals
	CellVars, FreeVars                  []*Str
	Names                               []*Str
	Doc                                 Value // the docstring, first of co_consts; nil Value: none
	Consts                              []Value
	Source                              *Source // text and line table
	Pos                                 Pos     // the span of the definition
	// Clone copies the code together with its executable form, which lies behind it in memory.
	Clone func(c *Code) *Code
	// Complete fills in the names of the variables that are no parameters, where they are not known yet.
	Complete func(c *Code)
	// Constants computes co_consts, where Consts is not set.
	Constants func(c *Code) []Value
	// UsedNames computes co_names, where Names is not set.
	UsedNames func(c *Code) []*Str
}

// CO_* flags, as inspect shows them.
const (
	CoOptimized         = 0x1
	CoNewLocals         = 0x2
	CoVarArgs           = 0x4
	CoVarKeywords       = 0x8
	CoNested            = 0x10
	CoGenerator         = 0x20
	CoCoroutine         = 0x80
	CoIterableCoroutine = 0x100
	CoAsyncGenerator    = 0x200
)

// Source is a source text whose places are Pos values.
type Source struct {
	Filename string
	Text     string
	// Locate returns line (1-based) and column (0-based, UTF-8 bytes) of a byte offset.
	Locate func(off int32) (line, col int)
	// Line returns the text of a line (1-based) without its end.
	Line func(n int) string
}

// FrameObject is the Python view of a frame. Live frames of the evaluator make theirs on demand; a traceback's stays
// valid after the function has ended.
type FrameObject struct {
	Header
	Code    *Code
	Globals *Dict
	// State is nil for frames that only name a function of the library.
	State FrameState
	// Extra are the names put into f_locals that are no variables of the function; nil until there are any.
	Extra *Dict
	// Generator is the generator or coroutine that owns the frame; nil: none.
	Generator *Header
}

// FrameState is what the evaluator has behind a frame object: the frame that runs, or what it left behind.
type FrameState interface {
	// Where returns the current place.
	Where() Pos
	// Back returns f_back; nil: none.
	Back() *FrameObject
	// Locals returns f_locals.
	Locals(th *Thread) Value
	// Clear is frame.clear().
	Clear(th *Thread) bool
}

// Where returns the current place in the frame's code.
func (f *FrameObject) Where() Pos {
	if f.State == nil {
		return 0
	}
	return f.State.Where()
}

// Back returns f_back; nil: none.
func (f *FrameObject) Back() *FrameObject {
	if f.State == nil {
		return nil
	}
	return f.State.Back()
}

// Line returns f_lineno.
func (f *FrameObject) Line() int { return f.Code.LineOf(f.Where()) }

// LineOf returns the line of a place in c's source.
func (c *Code) LineOf(p Pos) int {
	if c.Source == nil || c.Source.Locate == nil {
		return c.FirstLine
	}
	start, _ := p.Span()
	line, _ := c.Source.Locate(start)
	return line
}
