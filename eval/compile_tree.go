// compile() of syntax trees, which the module ast makes of objects that programs build or change.
package eval

import (
	"pyasync/object"
	"pyasync/parser"
)

// Trees reads the objects of the module ast.
type Trees interface {
	IsTree(th *Thread, v Value) bool
	// Read converts a tree whose nodes are as the compiler wants them; nil: an exception is pending.
	Read(th *Thread, v Value, mode parser.Mode) *parser.Result
}

type treesKey struct{}

// SetTrees makes the trees of the module ast known to compile(). Before it is imported there are none.
func SetTrees(in *object.Interp, t Trees) { in.SetExt(treesKey{}, t) }

// treesFor returns the reader of trees if v is one, else nil.
func treesFor(th *Thread, v Value) Trees {
	t, _ := th.Interp.Ext(treesKey{}).(Trees)
	if t == nil || !t.IsTree(th, v) {
		return nil
	}
	return t
}

// compileTree is Compile for a tree.
func compileTree(th *Thread, trees Trees, v Value, filename string, opt CompileOptions) (*object.Code, bool) {
	res := trees.Read(th, v, opt.Mode)
	if res == nil {
		return nil, false
	}
	if err := parser.Check(res, parser.Options{Filename: filename, Mode: opt.Mode, TopLevelAwait: opt.TopLevelAwait}); err != nil {
		if e, ok := err.(*parser.SyntaxError); ok {
			if lines := SourceLines(th, filename); e.Line >= 1 && e.Line <= len(lines) {
				e.Text = lines[e.Line-1] + "\n"
			}
		}
		raiseSyntaxError(th, err, filename)
		return nil, false
	}
	return lowerChecked(th, res, filename, opt)
}
