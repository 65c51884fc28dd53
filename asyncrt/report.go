// The text of a Picture.
package asyncrt

import (
	"strconv"
	"strings"
)

// Headline says in one line what a deadlock is about.
func (p *Picture) Headline() string {
	n := 0
	for _, t := range p.Tasks {
		if t.State == "waiting" {
			n++
		}
	}
	n += p.More
	switch {
	case n == 0 && p.Future != nil:
		return "the future of run_until_complete() is pending and nothing is left that could resolve it"
	case n == 1:
		return "1 task is waiting and nothing is left that could wake it"
	}
	return strconv.Itoa(n) + " tasks are waiting and nothing is left that could wake one of them"
}

// Deadlock is the report of a deadlock, with a final newline.
func (p *Picture) Deadlock() string {
	return "pyasync: deadlock: " + p.Headline() + "\n" + p.details()
}

// details is the report without its first line.
func (p *Picture) details() string {
	var b strings.Builder
	b.WriteString(p.body())
	p.writeThreads(&b, "waits")
	return b.String()
}

// Living is the report on a program that runs.
func (p *Picture) Living() string {
	var b strings.Builder
	b.WriteString("pyasync: ")
	if n := len(p.Tasks) + p.More; n == 1 {
		b.WriteString("1 task\n")
	} else {
		b.WriteString(strconv.Itoa(n) + " tasks\n")
	}
	for _, line := range p.Tree {
		b.WriteString("  " + line + "\n")
	}
	p.writeThreads(&b, "is")
	b.WriteString(p.body())
	return b.String()
}

// body is the list of tasks, those in the same situation together, and the circular waits.
func (p *Picture) body() string {
	var b strings.Builder
	if w := p.Future; w != nil {
		b.WriteString("\nrun_until_complete()\n")
		writeWait(&b, w)
	}
	var order []string
	tasks, names := map[string]*TaskInfo{}, map[string][]string{}
	for i := range p.Tasks {
		t := &p.Tasks[i]
		var s strings.Builder
		t.write(&s)
		text := s.String()
		if tasks[text] == nil {
			tasks[text] = t
			order = append(order, text)
		}
		names[text] = append(names[text], t.Name)
	}
	const most = 100
	for i, text := range order {
		if i == most {
			rest := p.More
			for _, text := range order[most:] {
				rest += len(names[text])
			}
			b.WriteString("\nand " + strconv.Itoa(rest) + " more tasks\n")
			break
		}
		b.WriteString("\n" + tasks[text].title(names[text]) + "\n" + text)
	}
	if p.More > 0 && len(order) <= most {
		b.WriteString("\nand " + strconv.Itoa(p.More) + " more tasks\n")
	}
	for _, c := range p.Cycles {
		if len(c) == 1 {
			b.WriteString("\nIt waits for itself:\n")
		} else {
			b.WriteString("\nThey wait in a circle:\n")
		}
		for _, line := range c {
			b.WriteString("  " + line + "\n")
		}
	}
	return b.String()
}

func (p *Picture) writeThreads(b *strings.Builder, verb string) {
	for _, t := range p.Threads {
		b.WriteString("\nThread '" + t.Name + "' " + verb + " at\n")
		writeStack(b, t.Stack)
	}
}

// title names the task, or the tasks in the same situation.
func (t *TaskInfo) title(names []string) string {
	const most = 8
	shown := names[:min(len(names), most)]
	quoted := make([]string, len(shown))
	for i, n := range shown {
		if quoted[i] = n; !strings.HasPrefix(n, "Task-") {
			quoted[i] = "Task '" + n + "'"
		}
	}
	s := strings.Join(quoted, ", ")
	if n := len(names) - len(shown); n > 0 {
		s += " and " + strconv.Itoa(n) + " more"
	}
	if t.Coroutine != "" {
		s += ": " + t.Coroutine + "()"
	}
	switch t.State {
	case "running", "ready":
		s += ", " + t.State
	case "new":
		s += ", not started yet"
	}
	return s
}

// write writes what follows the title.
func (t *TaskInfo) write(b *strings.Builder) {
	writeStack(b, t.Stack)
	if t.Wait != nil {
		writeWait(b, t.Wait)
	}
	if t.Made.File != "" {
		b.WriteString("  task created at " + t.Made.String() + "\n")
	}
}

func writeStack(b *strings.Builder, list []Place) {
	const most = 20
	for i, f := range list {
		if hidden := len(list) - 2*most; hidden > 0 && i >= most && i < most+hidden {
			if i == most {
				b.WriteString("  … " + strconv.Itoa(hidden) + " frames\n")
			}
			continue
		}
		b.WriteString("  " + f.String() + "\n")
		if f.Text != "" {
			b.WriteString("    " + f.Text + "\n")
		}
	}
}

func writeWait(b *strings.Builder, w *Wait) {
	b.WriteString("  waits for " + w.What + "\n")
	if w.Made.File != "" {
		b.WriteString("    made at " + w.Made.String() + "\n")
	}
	for _, s := range w.Who {
		b.WriteString("    " + s + "\n")
	}
}

// String is the place as a line of a traceback shows it.
func (p Place) String() string {
	return "File \"" + p.File + "\", line " + strconv.Itoa(p.Line) + ", in " + p.Function
}
