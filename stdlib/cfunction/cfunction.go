// Package cfunction is the module _cfunction: it makes builtin functions of functions written in Python, for library
// modules whose functions are C in CPython. Such a function does not bind as a method when a class has it as an
// attribute, and calls with wrong arguments raise the texts of C functions.
package cfunction

import "pyasync/object"

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(functions)
	return true
}

var functions = []object.Method{
	{Name: "builtin", Sig: "function, module, signature, /", Doc: "Return a builtin function that calls a function written in Python.", F: builtin},
}

func builtin(th *thread, _ value, args []value) value {
	f := args[0]
	home, isModule := object.AsModule(args[1])
	sig, isText := object.GoString(args[2])
	name, hasName := object.GoString(object.OrNone(th.GetAttrName(f, "__name__")))
	doc, _ := object.GoString(object.OrNone(th.GetAttrName(f, "__doc__")))
	if !isModule || !isText || !hasName {
		return th.TypeError("builtin() takes a function, a module and a signature")
	}
	params := object.ParseSignature(sig)
	row := &object.Method{Name: name, Sig: sig, Doc: doc, F: func(th *thread, _ value, bound []value) value {
		return call(th, f, params, bound)
	}}
	return object.NewBuiltin(row, home.V(), home.Name)
}

// call passes bound arguments on: by position as far as all are there, the others by name.
func call(th *thread, f value, params *object.Signature, bound []value) value {
	args := make([]value, 0, len(bound))
	i := 0
	for i < params.Pos && bound[i].H != nil {
		args = append(args, bound[i])
		i++
	}
	var names []*object.Str
	for ; i < len(params.Params); i++ {
		if bound[i].H != nil {
			args = append(args, bound[i])
			names = append(names, object.NewStr(params.Params[i].Name))
		}
	}
	return th.Call(f, args, names)
}
