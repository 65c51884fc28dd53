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
	Back    func() *FrameObject // f_back; nil or nil result: none
	Globals *Dict
	// Locals returns f_locals.
	Locals func(th *Thread) Value
	// Pos is the current place; live frames are asked through Where.
	Pos   Pos
	Where func() Pos
	// Live is the evaluator's frame, while it runs; Vars the one that holds the variables, also afterwards.
	Live, Vars any
	// Extra are the names put into f_locals that are no variables of the function; nil until there are any.
	Extra     *Dict
	Clear     func(th *Thread) bool // frame.clear(); nil: nothing beyond dropping Locals
	Generator Value                 // the generator or coroutine that owns the frame, or the nil Value
}

// Line returns f_lineno.
func (f *FrameObject) Line() int {
	p := f.Pos
	if f.Where != nil {
		p = f.Where()
	}
	return f.Code.LineOf(p)
}

// LineOf returns the line of a place in c's source.
func (c *Code) LineOf(p Pos) int {
	if c.Source == nil || c.Source.Locate == nil {
		return c.FirstLine
	}
	start, _ := p.Span()
	line, _ := c.Source.Locate(start)
	return line
}
