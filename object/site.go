// Site and Activation: places in a program, and what stands there, for those who report on it.
package object

import (
	"strings"
	"unsafe"
)

// Site is a place in a program. It is cheap to note; lines and texts are looked up when somebody reads them.
type Site struct {
	Code *Code
	Pos  Pos
}

// Known reports whether s is a place at all.
func (s Site) Known() bool { return s.Code != nil }

// NotebookFolder begins the names of the files that run the cells of notebooks.
const NotebookFolder = "pyasync/notebook/"

// Library reports whether s lies in a module of ours rather than in the program.
func (s Site) Library() bool {
	if s.Code == nil {
		return false
	}
	for _, prefix := range [...]string{"<pyasync>/", "<frozen ", NotebookFolder} {
		if strings.HasPrefix(s.Code.Filename, prefix) {
			return true
		}
	}
	return false
}

// File returns the name of the file as tracebacks show it.
func (s Site) File() string {
	if s.Code == nil {
		return ""
	}
	return s.Code.Filename
}

// Function returns the qualified name of the function, "<module>" at module level.
func (s Site) Function() string {
	if s.Code == nil {
		return ""
	}
	return s.Code.Qualname
}

// Line returns the line, counted from 1; 0 when it is unknown.
func (s Site) Line() int {
	if s.Code == nil {
		return 0
	}
	return s.Code.LineOf(s.Pos)
}

// Text returns the source line without its indentation, "" when the source is not at hand.
func (s Site) Text() string {
	if s.Code == nil || s.Code.Source == nil || s.Code.Source.Line == nil {
		return ""
	}
	return strings.TrimSpace(s.Code.Source.Line(s.Line()))
}

// Value packs the place into a Value, for fields that hold one now and then. No Python code may see it.
func (s Site) Value() Value {
	if s.Code == nil {
		return Value{}
	}
	return Value{&s.Code.Header, uint64(s.Pos)}
}

// SiteOf is the inverse of Value.
func SiteOf(v Value) (Site, bool) {
	if v.H == nil || v.H.Shape != &CodeType.Root {
		return Site{}, false
	}
	return Site{(*Code)(unsafe.Pointer(v.H)), Pos(v.N)}, true
}

// Activation is a running or suspended frame as a report sees it.
type Activation struct {
	Site
	Async   bool // a coroutine or asynchronous generator
	Globals *Dict
	Vars    []NamedValue // variables; values without a name are those an unfinished statement holds
}

// NamedValue is a variable of a frame.
type NamedValue struct {
	Name string
	V    Value
}

// OwnAttrs lists the attributes in the instance v itself.
func OwnAttrs(v Value) []NamedValue {
	var list []NamedValue
	fromDict := func(d *Dict) {
		if d == nil {
			return
		}
		for k, x, pos, ok := d.Next(0); ok; k, x, pos, ok = d.Next(pos) {
			if s, isStr := AsStr(k); isStr {
				list = append(list, NamedValue{s.Go(), x})
			}
		}
	}
	t := v.H.Shape.Type
	if t.DictOf != nil {
		fromDict(t.DictOf(v, false))
		return list
	}
	a := AttrsOf(v)
	if a == nil {
		return nil
	}
	s := v.H.Shape
	if s.DictMode {
		fromDict(a.dict(t))
		return list
	}
	for _, name := range s.keys {
		if i := s.index[name.s]; int(i) < len(a.Slots) && a.Slots[i].H != nil {
			list = append(list, NamedValue{name.s, a.Slots[i]})
		}
	}
	return list
}
