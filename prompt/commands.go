// The commands of the prompt: lines that begin with a colon.
package prompt

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"

	"pyasync/eval"
	"pyasync/object"
)

// commandRow is a command. run calls next when the prompt may come back.
type commandRow struct {
	name, args, help string
	run              func(s *Session, args string, next func())
}

var commands []commandRow

func init() {
	commands = []commandRow{
		{"tasks", "", "list the tasks: what each waits for, where, and for how long", done((*Session).listTasks)},
		{"tree", "", "show which task waits for which", done((*Session).drawTree)},
		{"where", "N", "show the frames of task N, and where it was made", done((*Session).showTask)},
		{"cancel", "N", "cancel task N; several numbers and \"all\" work, too", done((*Session).cancelTasks)},
		{"time", "STATEMENT", "run a statement, await included, and say how long it took", (*Session).timeStatement},
		{"load", "FILE", "run a file here, as if it had been typed", (*Session).loadCommand},
		{"help", "", "print this list", done((*Session).showHelp)},
	}
}

// done makes the function of a command that is over when it returns.
func done(f func(s *Session, args string)) func(s *Session, args string, next func()) {
	return func(s *Session, args string, next func()) {
		f(s, args)
		next()
	}
}

// command runs a command line, which begins with a colon. A name may be shortened as long as it is the only one.
func (s *Session) command(line string) {
	name, args, _ := strings.Cut(line[1:], " ")
	var found []*commandRow
	for i := range commands {
		c := &commands[i]
		if c.name == name {
			found = []*commandRow{c}
			break
		}
		if name != "" && strings.HasPrefix(c.name, name) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		s.complain("no command :" + name + "; :help lists them")
		s.ask()
		return
	}
	found[0].run(s, strings.TrimSpace(args), s.ask)
}

// print writes to the program's standard output.
func (s *Session) print(text string) {
	out := s.th.Interp.Sys.Dict.GetName("stdout")
	if out.IsNil() || out.IsNone() || s.th.CallMethod(out, object.NewStr("write"), object.StrValue(text)).IsNil() {
		s.th.Exc = object.Value{}
	}
}

func (s *Session) complain(text string) { eval.WriteStderr(s.th, text+"\n") }

func (s *Session) showHelp(string) {
	var b strings.Builder
	for _, c := range commands {
		fmt.Fprintf(&b, "  %-16s %s\n", strings.TrimSpace(":"+c.name+" "+c.args), c.help)
	}
	b.WriteString("Names may be shortened. Everything else is Python; await, async for and async with need no function around them.\n")
	s.print(b.String())
}

// timeStatement runs a statement and says how long it took.
func (s *Session) timeStatement(text string, next func()) {
	if text == "" {
		s.complain("usage: :time STATEMENT")
		next()
		return
	}
	begin := time.Now()
	s.statement(text, func() {
		s.print("took " + duration(time.Since(begin)) + "\n")
		next()
	})
}

// duration writes a time with the digits that matter.
func duration(d time.Duration) string {
	switch {
	case d < time.Microsecond:
		return strconv.FormatInt(int64(d), 10) + " ns"
	case d < time.Millisecond:
		return strconv.FormatFloat(float64(d)/1e3, 'f', 1, 64) + " µs"
	case d < time.Second:
		return strconv.FormatFloat(float64(d)/1e6, 'f', 1, 64) + " ms"
	case d < time.Minute:
		return strconv.FormatFloat(d.Seconds(), 'f', 1, 64) + " s"
	}
	return d.Round(time.Second).String()
}

func (s *Session) loadCommand(path string, next func()) {
	if path == "" {
		s.complain("usage: :load FILE")
		next()
		return
	}
	if home := "~/"; strings.HasPrefix(path, home) {
		if dir, ok := s.th.Interp.GetHost().Getenv("HOME"); ok {
			path = dir + path[1:]
		}
	}
	s.load(path, next)
}

// load runs a file in the namespace of the prompt. Its statements may await.
func (s *Session) load(path string, next func()) {
	src, err := os.ReadFile(path)
	if err != nil {
		n := object.ErrnoOf(err)
		s.complain("can't open file '" + path + "': [Errno " + strconv.Itoa(n) + "] " + object.Strerror(n))
		next()
		return
	}
	code, ok := eval.Compile(s.th, src, path, eval.CompileOptions{TopLevelAwait: true})
	if !ok {
		s.show(s.th.TakeExc())
		next()
		return
	}
	s.run([]*object.Code{code}, next)
}

// taskNumbers finds the tasks that the arguments of a command name: numbers of :tasks, or names.
func (s *Session) taskNumbers(args, usage string) []int {
	s.refresh()
	if args == "" {
		s.complain("usage: " + usage)
		return nil
	}
	var list []int
	for _, word := range strings.Fields(args) {
		i, ok := s.findTask(word)
		if !ok {
			s.complain("no task " + word + "; :tasks lists them")
			return nil
		}
		list = append(list, i)
	}
	return list
}

func (s *Session) cancelTasks(args string) {
	if args == "all" {
		s.refresh()
		var all []string
		for _, t := range s.tasks {
			all = append(all, strconv.Itoa(s.numbers[t.Task.H]))
		}
		if args = strings.Join(all, " "); args == "" {
			s.print("no tasks\n")
			return
		}
	}
	list := s.taskNumbers(args, ":cancel N")
	sort.Ints(list)
	for _, i := range list {
		t := &s.tasks[i]
		if !s.console.Cancel(s.th, t.Task) {
			s.show(s.th.TakeExc())
			continue
		}
		s.print("cancelled " + t.Name + "\n")
	}
}
