// "Did you mean": the name that a misspelt one was probably meant to be.
package eval

import (
	"sort"
	"unicode"

	"pyasync/internal/stdnames"
	"pyasync/object"
)

// Costs and limits of the search, those of CPython.
const (
	maxCandidates = 750
	maxNameLength = 40
	moveCost      = 2
	caseCost      = 1
)

// suggestion returns what is appended to the message of e, or "".
func suggestion(th *Thread, e *object.Exception) string {
	v := e.V()
	var wrong string
	var ok bool
	isName := object.IsInstance(v, &object.NameErrorType)
	switch {
	case object.IsInstance(v, &object.ImportErrorType):
		wrong, ok = object.GoString(orNone(e.Field("name_from")))
	case isName || object.IsInstance(v, &object.AttributeErrorType):
		wrong, ok = object.GoString(orNone(e.Field("name")))
	}
	if !ok {
		return ""
	}
	pending := th.Exc
	found := suggest(th, e, wrong)
	th.Exc = pending
	text := ""
	if found != "" {
		text = ". Did you mean: '" + found + "'?"
	}
	if isName && stdnames.IsStdlib(wrong) {
		if found != "" {
			return text + " Or did you forget to import '" + wrong + "'?"
		}
		return ". Did you forget to import '" + wrong + "'?"
	}
	return text
}

func suggest(th *Thread, e *object.Exception, wrong string) string {
	v := e.V()
	var names []string
	switch {
	case object.IsInstance(v, &object.AttributeErrorType):
		obj := e.Field("obj")
		if obj.IsNil() {
			return ""
		}
		names = attributeNames(th, obj)
		if !isOwnSelf(th, e, obj) {
			names = public(names, wrong)
		}
	case object.IsInstance(v, &object.ImportErrorType):
		name, ok := object.GoString(orNone(e.Field("name")))
		if !ok {
			return ""
		}
		m := importAbsolute(th, name)
		if m.IsNil() {
			return ""
		}
		names = public(attributeNames(th, m), wrong)
	default:
		frame := innermost(e)
		if frame == nil {
			return ""
		}
		locals := frame.Locals(th)
		if locals.IsNil() {
			return ""
		}
		names = append(append(keysOf(th, locals), keysOf(th, frame.Globals.V())...), keysOf(th, th.Interp.Builtins.Dict.V())...)
		if self := getKey(th, locals, "self"); !self.IsNil() {
			if x, ok := th.LookupAttr(self, object.NewStr(wrong)); ok && !x.IsNil() {
				return "self." + wrong
			}
		}
	}
	return closest(wrong, names)
}

func innermost(e *object.Exception) *object.FrameObject {
	tb := e.Traceback
	if tb == nil {
		return nil
	}
	for tb.Next != nil {
		tb = tb.Next
	}
	if tb.Frame == nil || tb.Frame.Locals == nil {
		return nil
	}
	return tb.Frame
}

// isOwnSelf reports whether obj is the self of the method that failed, which may well mean a private name.
func isOwnSelf(th *Thread, e *object.Exception, obj Value) bool {
	f := innermost(e)
	if f == nil {
		return false
	}
	locals := f.Locals(th)
	return !locals.IsNil() && getKey(th, locals, "self") == obj
}

func getKey(th *Thread, mapping Value, key string) Value {
	if d, ok := object.AsDict(mapping); ok {
		return d.GetName(key)
	}
	x := th.GetItem(mapping, object.StrValue(key))
	th.Exc = Value{}
	return x
}

func keysOf(th *Thread, mapping Value) (names []string) {
	th.Exc = Value{}
	th.ForEach(mapping, func(k Value) bool {
		if s, ok := object.GoString(k); ok {
			names = append(names, s)
		}
		return true
	})
	return names
}

// attributeNames is dir(v), sorted.
func attributeNames(th *Thread, v Value) (names []string) {
	r, ok := th.CallSpecial(v, strDir)
	if !ok || r.IsNil() {
		return nil
	}
	names = keysOf(th, r)
	sort.Strings(names)
	return names
}

// public drops names with an underscore unless the wrong one has it, too.
func public(names []string, wrong string) []string {
	if len(wrong) > 0 && wrong[0] == '_' {
		return names
	}
	keep := names[:0]
	for _, n := range names {
		if n == "" || n[0] != '_' {
			keep = append(keep, n)
		}
	}
	return keep
}

// closest returns the candidate with the least edit distance, if no more than a third of its characters differ.
func closest(wrong string, names []string) string {
	w := []rune(wrong)
	if len(names) > maxCandidates || len(w) > maxNameLength {
		return ""
	}
	best, bestDist := "", len(w)
	for _, n := range names {
		if n == wrong {
			continue
		}
		c := []rune(n)
		limit := min((len(c)+len(w)+3)*moveCost/6, bestDist-1)
		d := editDistance(w, c, limit)
		if d > limit {
			continue
		}
		if best == "" || d < bestDist {
			best, bestDist = n, d
		}
	}
	return best
}

func substitution(a, b rune) int {
	switch {
	case a == b:
		return 0
	case unicode.ToLower(a) == unicode.ToLower(b):
		return caseCost
	}
	return moveCost
}

// editDistance is the Levenshtein distance with these costs; more than limit is only said to be more.
func editDistance(a, b []rune, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return moveCost * (len(a) + len(b))
	}
	if len(a) > maxNameLength || len(b) > maxNameLength {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for j, cb := range b {
		dist := j * moveCost
		result = dist
		least := 1 << 30
		for i, ca := range a {
			sub := dist + substitution(cb, ca)
			dist = row[i]
			result = min(sub, min(result, dist)+moveCost)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}
