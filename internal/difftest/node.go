// This file defines Node, a statement of a generated program: a tree, so that a minimiser can delete any part of it.

package difftest

import "strings"

// Node is one statement. Text is a line, or the header of a block (then it ends in ":") whose Body may become empty.
// Clauses are the else, except, finally and case parts that stay with their statement.
// A Fixed node is never deleted.
type Node struct {
	Text    string
	Body    []*Node
	Clauses []*Node
	Fixed   bool
}

// line makes a simple statement, which may be of several lines.
func line(text string) *Node { return &Node{Text: text} }

// block makes a compound statement.
func block(header string, body ...*Node) *Node { return &Node{Text: header, Body: body} }

func (n *Node) with(clauses ...*Node) *Node {
	n.Clauses = append(n.Clauses, clauses...)
	return n
}

func (n *Node) fixed() *Node {
	n.Fixed = true
	return n
}

const indentation = "    "

// Render writes statements as source text.
func Render(nodes []*Node) string {
	var b strings.Builder
	renderAll(&b, nodes, "")
	return b.String()
}

func renderAll(b *strings.Builder, nodes []*Node, indent string) {
	for _, n := range nodes {
		n.render(b, indent)
	}
}

func (n *Node) render(b *strings.Builder, indent string) {
	for _, text := range strings.Split(n.Text, "\n") {
		b.WriteString(indent + text + "\n")
	}
	if strings.HasSuffix(n.Text, ":") {
		if len(n.Body) == 0 && !n.hasCaseClauses() {
			b.WriteString(indent + indentation + "pass\n")
		}
		renderAll(b, n.Body, indent+indentation)
	}
	clauseIndent := indent
	if n.hasCaseClauses() {
		clauseIndent += indentation
	}
	renderAll(b, n.Clauses, clauseIndent)
}

// hasCaseClauses tells a match statement, whose clauses stand inside it.
func (n *Node) hasCaseClauses() bool {
	return strings.HasPrefix(n.Text, "match ") && len(n.Clauses) > 0
}

// Slowly returns the program with longer waits between its events.
func Slowly(program []*Node) []*Node {
	slow := make([]*Node, len(program))
	for i, n := range program {
		changed := *n
		changed.Text = strings.Replace(n.Text, quickUnit, slowUnit, 1)
		slow[i] = &changed
	}
	return slow
}
