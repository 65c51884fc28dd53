// The views of tasks: :tasks, :tree, :where.
package prompt

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"pyasync/asyncrt"
)

// refresh looks at the tasks. A task keeps its number as long as it lives.
func (s *Session) refresh() {
	s.tasks = s.console.Tasks(s.th)
	old := s.numbers
	s.numbers = map[*asyncrt.Header]int{}
	for i := range s.tasks {
		h := s.tasks[i].Task.H
		n := old[h]
		if n == 0 {
			s.lastNumber++
			n = s.lastNumber
		}
		s.numbers[h] = n
	}
}

// findTask finds a task by number or name.
func (s *Session) findTask(word string) (index int, ok bool) {
	n, err := strconv.Atoi(word)
	for i := range s.tasks {
		if err == nil && s.numbers[s.tasks[i].Task.H] == n || s.tasks[i].Name == word {
			return i, true
		}
	}
	return 0, false
}

// listTasks prints a table.
func (s *Session) listTasks(string) {
	s.refresh()
	if len(s.tasks) == 0 {
		s.print("no tasks\n")
		return
	}
	rows := [][]string{{"id", "name", "coroutine", "state", "waits for", "at", "since"}}
	for i := range s.tasks {
		t := &s.tasks[i]
		waits := ""
		if t.Wait != nil {
			waits = t.Wait.What
		}
		at := ""
		if n := len(t.Stack); n > 0 {
			at = where(t.Stack[n-1])
		}
		since := ""
		if t.For >= 0 {
			since = duration(t.For)
		}
		rows = append(rows, []string{strconv.Itoa(s.numbers[t.Task.H]), short(t.Name), short(t.Coroutine), t.State, short(waits), at, since})
	}
	s.print(table(rows))
}

// short cuts a cell of the table; :where shows all of it.
func short(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

func where(p asyncrt.Place) string { return p.File + ":" + strconv.Itoa(p.Line) }

// table lays rows out in columns.
func table(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// drawTree prints who waits for whom: below a task the tasks that it needs.
func (s *Session) drawTree(string) {
	s.refresh()
	if len(s.tasks) == 0 {
		s.print("no tasks\n")
		return
	}
	index := map[*asyncrt.Header]int{}
	needed := map[*asyncrt.Header]bool{}
	for i := range s.tasks {
		index[s.tasks[i].Task.H] = i
	}
	for i := range s.tasks {
		for _, n := range s.tasks[i].Needs {
			needed[n.H] = true
		}
	}
	d := drawing{s: s, index: index, drawn: map[int]bool{}}
	for i := range s.tasks {
		if !needed[s.tasks[i].Task.H] {
			d.draw(i, "", "")
		}
	}
	for i := range s.tasks { // what is left are circles
		if !d.drawn[i] {
			d.draw(i, "", "")
		}
	}
	s.print(d.b.String())
}

// drawing is a tree being drawn.
type drawing struct {
	s     *Session
	index map[*asyncrt.Header]int
	drawn map[int]bool
	b     strings.Builder
}

// draw writes a task and those it needs; first and rest stand before its first and its other lines.
func (d *drawing) draw(i int, first, rest string) {
	t := &d.s.tasks[i]
	d.b.WriteString(first + strconv.Itoa(d.s.numbers[t.Task.H]) + " " + t.Name + " " + t.Coroutine + "()")
	if d.drawn[i] {
		d.b.WriteString(" (see above)\n")
		return
	}
	d.drawn[i] = true
	if t.Wait != nil {
		d.b.WriteString(": waits for " + t.Wait.What)
	} else if t.State != "" {
		d.b.WriteString(": " + t.State)
	}
	d.b.WriteByte('\n')
	for k, n := range t.Needs {
		j, ok := d.index[n.H]
		if !ok {
			continue
		}
		if k == len(t.Needs)-1 {
			d.draw(j, rest+"└─ ", rest+"   ")
		} else {
			d.draw(j, rest+"├─ ", rest+"│  ")
		}
	}
}

// showTask prints all that is known of a task.
func (s *Session) showTask(args string) {
	for _, i := range s.taskNumbers(args, ":where N") {
		t := &s.tasks[i]
		var b strings.Builder
		b.WriteString(t.Name + ": " + t.Coroutine + "(), " + t.State)
		if t.For >= 0 {
			b.WriteString(" for " + duration(t.For))
		}
		b.WriteByte('\n')
		if t.Made.File != "" {
			b.WriteString("made at " + where(t.Made) + "\n")
		}
		for _, p := range t.Stack {
			b.WriteString("  File \"" + p.File + "\", line " + strconv.Itoa(p.Line) + ", in " + p.Function + "\n")
			if p.Text != "" {
				b.WriteString("    " + strings.TrimSpace(p.Text) + "\n")
			}
		}
		if w := t.Wait; w != nil {
			b.WriteString("waits for " + w.What)
			if w.Made.File != "" {
				b.WriteString(", made at " + where(w.Made))
			}
			b.WriteByte('\n')
			for _, who := range w.Who {
				b.WriteString("  " + who + "\n")
			}
		}
		s.print(b.String())
	}
}
