// varMap, the persistent map from context variables to values.
package contextvars

import "pyasync/object"

// fanout is the number of children of a node; variables are numbered in the order they are made, so a program's few
// variables share one node.
const (
	fanoutBits = 4
	fanout     = 1 << fanoutBits
)

// varMap is a radix tree over the variables' numbers. Nodes are never changed: with makes new ones along one path.
type varMap struct {
	root   *node
	height uint8 // levels of inner nodes above the leaves
	n      int
}

type node struct {
	kids [fanout]*node // of inner nodes
	leaf *[fanout]item // of leaves
}

type item struct {
	key *Var
	val object.Value
}

// get returns the value of the variable numbered id, or the nil Value.
func (m *varMap) get(id uint32) object.Value {
	n := m.root
	if n == nil || uint64(id)>>(fanoutBits*(uint(m.height)+1)) != 0 {
		return object.Value{}
	}
	for h := uint(m.height); h > 0; h-- {
		if n = n.kids[id>>(fanoutBits*h)%fanout]; n == nil {
			return object.Value{}
		}
	}
	return n.leaf[id%fanout].val
}

// with returns the map in which k has the value v (nil: has none).
func (m varMap) with(k *Var, v object.Value) varMap {
	had := !m.get(k.id).IsNil()
	if v.IsNil() && !had {
		return m
	}
	for m.root != nil && uint64(k.id)>>(fanoutBits*(uint(m.height)+1)) != 0 {
		up := &node{}
		up.kids[0] = m.root
		m.root = up
		m.height++
	}
	if m.root == nil {
		for uint64(k.id)>>(fanoutBits*(uint(m.height)+1)) != 0 {
			m.height++
		}
	}
	m.root = m.root.with(uint(m.height), k, v)
	switch {
	case v.IsNil():
		m.n--
	case !had:
		m.n++
	}
	return m
}

func (n *node) with(h uint, k *Var, v object.Value) *node {
	c := &node{}
	if n != nil {
		*c = *n
	}
	if h > 0 {
		i := k.id >> (fanoutBits * h) % fanout
		c.kids[i] = c.kids[i].with(h-1, k, v)
		return c
	}
	leaf := &[fanout]item{}
	if c.leaf != nil {
		*leaf = *c.leaf
	}
	leaf[k.id%fanout] = item{k, v}
	c.leaf = leaf
	return c
}

// each calls f with the items, in the order the variables were made, until it returns false.
func (m *varMap) each(f func(k *Var, v object.Value) bool) { m.root.each(f) }

func (n *node) each(f func(k *Var, v object.Value) bool) bool {
	if n == nil {
		return true
	}
	for _, c := range n.kids {
		if c != nil && !c.each(f) {
			return false
		}
	}
	if n.leaf != nil {
		for _, it := range n.leaf {
			if !it.val.IsNil() && !f(it.key, it.val) {
				return false
			}
		}
	}
	return true
}
