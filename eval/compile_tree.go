// compile() of syntax trees made by the module ast: the tree is written as source text, which is compiled. So what a
// program built or changed runs as it should, under the line numbers of that text rather than those in the nodes.
package eval

import "pyasync/object"

// treeRoots are the nodes that compile() takes in each mode.
var treeRoots = map[string]string{"exec": "Module", "eval": "Expression", "single": "Interactive"}

// treeSource returns the text of the tree v. isTree is false for what is no syntax tree; then, and when text is the nil
// Value, an exception may be pending only if isTree.
func treeSource(th *Thread, v Value, mode string) (text Value, isTree bool) {
	mod := th.Interp.Modules.GetName("ast")
	if mod.IsNil() || v.Type().Flags&object.FlagHeap == 0 {
		return Value{}, false
	}
	class := func(name string) *object.Type {
		t, ok := object.AsType(orNone(th.GetAttrName(mod, name)))
		if !ok {
			th.Exc = Value{}
		}
		return t
	}
	root := class("AST")
	if root == nil || !v.Type().IsSubtype(root) {
		return Value{}, false
	}
	want := treeRoots[mode]
	if t := class(want); t == nil || !v.Type().IsSubtype(t) {
		return th.TypeError("expected %s node, got %s", want, v.Type().Name), true
	}
	if mode == "single" {
		body := th.GetAttrName(v, "body")
		if body.IsNil() {
			return Value{}, true
		}
		if v = th.CallMethod(mod, object.NewStr("Module"), body, object.NewList(nil).V()); v.IsNil() {
			return v, true
		}
	}
	return th.CallMethod(mod, object.NewStr("unparse"), v), true
}

func pickValue(c bool, yes, no Value) Value {
	if c {
		return yes
	}
	return no
}
