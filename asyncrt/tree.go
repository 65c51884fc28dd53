// The tree of tasks: who waits for whom.
package asyncrt

import "strings"

// tree draws the tasks, each below the one that waits for it, one line each.
func (p *picture) tree() []string {
	children := map[*Task][]*Task{}
	awaited := map[*Task]bool{}
	for _, t := range p.tasks {
		seen := map[*Header]bool{}
		children[t] = p.tasksBehind(t.V(), seen, nil)
		for _, c := range children[t] {
			if c != t {
				awaited[c] = true
			}
		}
	}
	d := treeDrawer{p, children, map[*Task]bool{}, nil, false}
	for _, t := range p.tasks {
		if !awaited[t] {
			d.draw(t, "", "")
		}
	}
	for _, t := range p.tasks { // those in a circle have no root
		if !d.drawn[t] {
			d.draw(t, "", "")
		}
	}
	return d.lines
}

// tasksBehind lists the unfinished tasks that v waits for, through the futures in between.
func (p *picture) tasksBehind(v Value, seen map[*Header]bool, list []*Task) []*Task {
	for _, s := range p.next(v) {
		if seen[s.to.H] {
			continue
		}
		seen[s.to.H] = true
		t, isTask := asTask(s.to)
		switch {
		case !isTask:
			list = p.tasksBehind(s.to, seen, list)
		case !t.done():
			list = append(list, t)
		}
	}
	return list
}

type treeDrawer struct {
	p        *picture
	children map[*Task][]*Task
	drawn    map[*Task]bool
	lines    []string
	cut      bool // "…" stands for what did not fit
}

// A tree is cut beyond these, in bytes and lines.
const maxTreeWidth, maxTreeLines = 300, 500

// draw adds the lines of t and what is below; first and rest are the beginnings of its own line and of the others.
func (d *treeDrawer) draw(t *Task, first, rest string) {
	i := d.p.info(t)
	line := first + i.title([]string{i.Name})
	if d.drawn[t] {
		d.lines = append(d.lines, line+", see above")
		return
	}
	d.drawn[t] = true
	if len(rest) > maxTreeWidth || len(d.lines) > maxTreeLines {
		if !d.cut {
			d.lines = append(d.lines, first+"…")
		}
		d.cut = true
		return
	}
	if i.Wait != nil && len(d.children[t]) == 0 {
		what, _, _ := strings.Cut(i.Wait.What, "\n")
		line += ", waits for " + what
	}
	d.lines = append(d.lines, line)
	list := d.children[t]
	for n, c := range list {
		if n < len(list)-1 {
			d.draw(c, rest+"├─ ", rest+"│  ")
		} else {
			d.draw(c, rest+"└─ ", rest+"   ")
		}
	}
}
