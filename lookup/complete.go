// Package lookup finds names for people who type: completions, and the objects that dotted names stand for. No
// property and no other code of the user's runs for it, but __dir__.
package lookup

import (
	"sort"
	"strings"
	"unicode"

	"pyasync/object"
)

// Names says where names are looked up, besides builtins and modules.
type Names struct{ Namespace *object.Dict }

// Complete returns the names that may stand at the end of text, sorted, and how many characters of them are there
// already.
func (n Names) Complete(th *object.Thread, text string) (matches []string, typed int) {
	defer func() { th.Exc = object.Value{} }()
	line := text[strings.LastIndexByte(text, '\n')+1:]
	word := lastWord(line)
	if list, typed, ok := n.inImport(th, line, word); ok {
		return list, typed
	}
	owner, prefix, dotted := cutLast(word)
	switch {
	case dotted:
		obj := n.Find(th, owner)
		if obj.IsNil() {
			return nil, 0
		}
		matches = attributes(th, obj)
	case strings.HasSuffix(strings.TrimRight(line[:len(line)-len(word)], " "), "."):
		return nil, 0 // an attribute of something that would have to be evaluated
	default:
		matches = n.global(th)
	}
	return filter(matches, prefix), len([]rune(prefix))
}

// inImport completes the names of an import statement.
func (n Names) inImport(th *object.Thread, line, word string) (matches []string, typed int, ok bool) {
	fields := strings.Fields(line[:len(line)-len(word)])
	if len(fields) == 0 {
		return nil, 0, false
	}
	last := fields[len(fields)-1]
	switch {
	case fields[0] == "import" && (len(fields) == 1 || strings.HasSuffix(last, ",")), fields[0] == "from" && len(fields) == 1:
		return filter(n.modules(th, word), word), len([]rune(word)), true
	case fields[0] == "from" && len(fields) == 2:
		return filter([]string{"import"}, word), len(word), true
	case fields[0] == "from" && fields[2] == "import" && !strings.Contains(word, "."):
		m := th.Interp.Modules.GetName(fields[1])
		if m.IsNil() && stdlibHas(fields[1]) {
			m = th.Interp.Hooks.Import(th, fields[1])
		}
		var names []string
		if !m.IsNil() {
			names = attributes(th, m)
		}
		return filter(append(names, n.submodules(fields[1])...), word), len([]rune(word)), true
	}
	return nil, 0, false
}

// lastWord is the dotted name at the end of a line, "" if there is none.
func lastWord(line string) string {
	i := len(line)
	for i > 0 {
		r := []rune(line[:i])
		c := r[len(r)-1]
		if c != '.' && c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			break
		}
		i -= len(string(c))
	}
	word := line[i:]
	if word != "" && (word[0] == '.' || word[0] >= '0' && word[0] <= '9') {
		if j := strings.LastIndexByte(word, '.'); j >= 0 {
			return word[j+1:] // part of a number, or an attribute of an expression
		}
	}
	return word
}

func cutLast(word string) (owner, name string, dotted bool) {
	i := strings.LastIndexByte(word, '.')
	if i < 0 {
		return "", word, false
	}
	return word[:i], word[i+1:], true
}

// filter keeps the names that begin with prefix. Those that begin with an underscore are shown when one was typed.
func filter(names []string, prefix string) []string {
	seen := map[string]bool{}
	var list []string
	for _, name := range names {
		hidden := prefix == "" && strings.HasPrefix(name, "_") || prefix == "_" && strings.HasPrefix(name, "__")
		if strings.HasPrefix(name, prefix) && !hidden && !seen[name] {
			seen[name] = true
			list = append(list, name)
		}
	}
	sort.Strings(list)
	return list
}

// global lists the names that stand alone.
func (n Names) global(th *object.Thread) (names []string) {
	names = append(keys(n.Namespace), keys(th.Interp.Builtins.Dict)...)
	return append(names, keywords...)
}

var keywords = strings.Fields(`False None True and as assert async await break case class continue def del elif else except finally for from
	global if import in is lambda match nonlocal not or pass raise return try type while with yield`)

func keys(d *object.Dict) (names []string) {
	for k, _, pos, ok := d.Next(0); ok; k, _, pos, ok = d.Next(pos) {
		if s, isStr := object.GoString(k); isStr {
			names = append(names, s)
		}
	}
	return names
}

// attributes lists what dir() does.
func attributes(th *object.Thread, obj object.Value) (names []string) {
	list, ok := th.Collect(th.CallArgs(th.Interp.Builtins.Dict.GetName("dir"), obj))
	if !ok {
		th.Exc = object.Value{}
		return nil
	}
	for _, v := range list {
		if s, isStr := object.GoString(v); isStr {
			names = append(names, s)
		}
	}
	return names
}
