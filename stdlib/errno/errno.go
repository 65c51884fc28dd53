// Package errnomod is Python's errno module: the names of the system's error numbers.
package errnomod

import "pyasync/object"

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	codes := object.NewDict()
	for i := range object.Errnos {
		e := &object.Errnos[i]
		m.Set(e.Name, object.Int(int64(e.Number)))
		codes.Set(th, object.Int(int64(e.Number)), object.StrValue(e.Name))
	}
	for i := range object.ErrnoAliases {
		m.Set(object.ErrnoAliases[i].Name, object.Int(int64(object.ErrnoAliases[i].Number)))
	}
	m.Set("errorcode", codes.V())
	return true
}
