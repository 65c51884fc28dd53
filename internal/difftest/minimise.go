// This file shrinks a program while it still shows a difference.

package difftest

// Minimise deletes statements, and puts the bodies of blocks in their places, as long as differs reports that the rest
// still shows the difference. It asks at most budget times.
func Minimise(program []*Node, budget int, differs func([]*Node) bool) []*Node {
	m := &minimiser{root: &Node{Body: program}, budget: budget, differs: differs}
	m.chunks()
	for m.pass(m.root) && m.budget > 0 {
	}
	return m.root.Body
}

type minimiser struct {
	root    *Node
	budget  int
	differs func([]*Node) bool
}

func (m *minimiser) stillDiffers() bool {
	if m.budget <= 0 {
		return false
	}
	m.budget--
	return m.differs(m.root.Body)
}

// try replaces a list of statements and keeps the change if the difference stays.
func (m *minimiser) try(list *[]*Node, changed []*Node) bool {
	before := *list
	*list = changed
	if m.stillDiffers() {
		return true
	}
	*list = before
	return false
}

// chunks deletes halves, quarters … of the top level first, which is quick for programs of independent statements.
func (m *minimiser) chunks() {
	for size := len(m.root.Body) / 2; size >= 2; size /= 2 {
		for start := 0; start < len(m.root.Body); {
			end := min(start+size, len(m.root.Body))
			if !m.try(&m.root.Body, keepFixed(m.root.Body, start, end)) {
				start = end
			} else {
				start += countFixed(m.root.Body[start:min(start+size, len(m.root.Body))])
			}
		}
	}
}

// keepFixed is the list without the deletable statements of list[start:end].
func keepFixed(list []*Node, start, end int) []*Node {
	kept := append([]*Node{}, list[:start]...)
	for _, n := range list[start:end] {
		if n.Fixed {
			kept = append(kept, n)
		}
	}
	return append(kept, list[end:]...)
}

func countFixed(list []*Node) int {
	count := 0
	for count < len(list) && list[count].Fixed {
		count++
	}
	return count
}

// pass tries every single deletion below a node once; it reports whether anything could go.
func (m *minimiser) pass(n *Node) bool {
	changed := false
	for _, list := range []*[]*Node{&n.Body, &n.Clauses} {
		for i := len(*list) - 1; i >= 0; i-- {
			child := (*list)[i]
			if !child.Fixed && m.try(list, splice(*list, i, nil)) {
				changed = true
				continue
			}
			if list == &n.Body && len(child.Body) > 0 && !child.Fixed && m.try(list, splice(*list, i, child.Body)) {
				changed = true
				continue
			}
			changed = m.pass(child) || changed
		}
	}
	return changed
}

func splice(list []*Node, at int, middle []*Node) []*Node {
	out := append([]*Node{}, list[:at]...)
	out = append(out, middle...)
	return append(out, list[at+1:]...)
}
