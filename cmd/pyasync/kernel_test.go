// The kernel as Jupyter runs it: a process of its own, driven over its sockets.

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"pyasync/internal/kernelclient"
	"pyasync/jupyter"
)

// kernel is a kernel process with a client.
type kernel struct {
	*kernelclient.Client
	t     *testing.T
	cmd   *exec.Cmd
	ended chan error
}

func startKernel(t *testing.T) *kernel {
	t.Helper()
	conn, err := kernelclient.NewConnection()
	if err != nil {
		t.Fatal(err)
	}
	text, _ := json.Marshal(conn)
	file := filepath.Join(t.TempDir(), "connection.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	k := &kernel{t: t, cmd: exec.Command(pyasync.Command[0], "kernel", "-f", file), ended: make(chan error, 1)}
	k.cmd.Env = append(os.Environ(), pyasync.Env...)
	if err := k.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { k.ended <- k.cmd.Wait() }()
	t.Cleanup(func() { k.cmd.Process.Kill() })
	if k.Client, err = kernelclient.Dial(conn); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(k.Close)
	return k
}

func must[T any](t *testing.T) func(x T, err error) T {
	return func(x T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
}

func (k *kernel) post(kind string, content map[string]any) *jupyter.Message {
	k.t.Helper()
	return must[*jupyter.Message](k.t)(k.Post(k.Shell, kind, content))
}

func (k *kernel) run(code string, more map[string]any) (map[string]any, string) {
	k.t.Helper()
	reply, published, err := k.Execute(code, more)
	if err != nil {
		k.t.Fatal(err)
	}
	return reply, kernelclient.Text(published)
}

func (k *kernel) ask(kind string, content map[string]any) map[string]any {
	k.t.Helper()
	return must[map[string]any](k.t)(k.Ask(kind, content))
}

func TestKernelProcess(t *testing.T) {
	k := startKernel(t)
	t.Run("output", k.checkOutput)
	t.Run("counts", k.checkCounts)
	t.Run("input", k.checkInput)
	t.Run("interrupt", k.checkInterrupt)
	t.Run("queries", k.checkQueries)
	k.checkShutdown(t)
}

// checkOutput: what was written comes in its order, also from child processes and background tasks.
func (k *kernel) checkOutput(t *testing.T) {
	for _, x := range []struct{ code, want string }{
		{"print('a')\nprint('b', flush=True)\ndisplay(1)\nprint('c')\n2", "a\nb\n[display_data 1]c\n[execute_result 2]"},
		{"import sys\nprint('to stderr', file=sys.stderr)", "to stderr\n"},
		{"!echo from a child\nprint('after')", "from a child\nafter\n"},
		{"import asyncio\nasync def late():\n    await asyncio.sleep(0.01)\n    print('late')\nt = asyncio.create_task(late())", ""},
		{"await t\nprint('now')", "late\nnow\n"},
		{"print('before')\n1/0", "before\n[error ZeroDivisionError]"},
		{"h = display('x', display_id=True)\nh.update('y')", "[display_data 'x'][update_display_data 'y']"},
		{"from IPython.display import clear_output\nprint(1)\nclear_output()", "1\n[clear_output]"},
		{"%%capture out\nprint('kept')\n3", ""},
		{"out.stdout, out.outputs", "[execute_result ('kept\\n', [3])]"},
		{"x = 5;", ""},
		{"x;", ""},
	} {
		if _, got := k.run(x.code, nil); got != x.want {
			t.Errorf("%s: %q, not %q", x.code, got, x.want)
		}
	}
	reply, _ := k.run("def f():\n    return 1/0\nf()", nil)
	if tb, _ := reply["traceback"].([]any); len(tb) < 4 || reply["evalue"] != "division by zero" || !strings.Contains(tb[len(tb)-2].(string)+tb[len(tb)-3].(string), "1/0") {
		t.Error(reply)
	}
}

// checkCounts: silent cells and those without history leave the count and In alone.
func (k *kernel) checkCounts(t *testing.T) {
	first, _ := k.run("1", nil)
	count := first["execution_count"].(float64)
	silent, got := k.run("print('s')\n2", map[string]any{"silent": true})
	if silent["execution_count"] != count || got != "s\n" {
		t.Error(silent, got)
	}
	apart, got := k.run("3", map[string]any{"store_history": false})
	if apart["execution_count"] != count || got != "[execute_result 3]" {
		t.Error(apart, got)
	}
	next, got := k.run("_, In[-1]", nil)
	if next["execution_count"] != count+1 || got != "[execute_result (1, '_, In[-1]')]" {
		t.Error(next, got)
	}
	reply, _ := k.run("z = 6", map[string]any{"user_expressions": map[string]any{"good": "z * 7", "bad": "z / 0"}})
	values, _ := reply["user_expressions"].(map[string]any)
	good, _ := values["good"].(map[string]any)
	bad, _ := values["bad"].(map[string]any)
	if good["status"] != "ok" || !reflect.DeepEqual(good["data"], map[string]any{"text/plain": "42"}) || bad["status"] != "error" || bad["ename"] != "ZeroDivisionError" {
		t.Error(reply)
	}
}

func (k *kernel) checkInput(t *testing.T) {
	request := k.post("execute_request", map[string]any{"code": "name = input('Name? ')\nname", "allow_stdin": true})
	asked := kernelclient.Content(must[*jupyter.Message](t)(kernelclient.Receive(k.Asked)))
	if asked["msg_type"] != "input_request" || asked["prompt"] != "Name? " || asked["password"] != false {
		t.Error(asked)
	}
	must[*jupyter.Message](t)(k.Post(k.Stdin, "input_reply", map[string]any{"value": "Guido"}))
	if _, published, err := k.Outcome(request); err != nil || kernelclient.Text(published) != "[execute_result 'Guido']" {
		t.Error(published, err)
	}
	request = k.post("execute_request", map[string]any{"code": "import getpass\nlen(getpass.getpass())", "allow_stdin": true})
	if asked := kernelclient.Content(must[*jupyter.Message](t)(kernelclient.Receive(k.Asked))); asked["password"] != true {
		t.Error(asked)
	}
	must[*jupyter.Message](t)(k.Post(k.Stdin, "input_reply", map[string]any{"value": "secret"}))
	if _, published, err := k.Outcome(request); err != nil || kernelclient.Text(published) != "[execute_result 6]" {
		t.Error(published, err)
	}
	if reply, _ := k.run("input()", nil); !strings.Contains(reply["evalue"].(string), "does not support input requests") {
		t.Error(reply)
	}
	request = k.post("execute_request", map[string]any{"code": "input()", "allow_stdin": true})
	must[*jupyter.Message](t)(kernelclient.Receive(k.Asked))
	k.cmd.Process.Signal(syscall.SIGINT)
	if _, published, err := k.Outcome(request); err != nil || kernelclient.Text(published) != "[error KeyboardInterrupt]" {
		t.Error(published, err)
	}
}

// checkInterrupt interrupts a cell that computes, waits or sleeps, by signal and by message; an idle kernel goes on.
func (k *kernel) checkInterrupt(t *testing.T) {
	for _, code := range []string{"print('on')\nwhile True: pass", "print('on')\nawait asyncio.sleep(100)", "import time\nprint('on')\ntime.sleep(100)"} {
		for _, how := range []string{"SIGINT", "interrupt_request"} {
			request := k.post("execute_request", map[string]any{"code": code})
			k.waitForStream(t, "on\n")
			if how == "SIGINT" {
				k.cmd.Process.Signal(syscall.SIGINT)
			} else {
				must[*jupyter.Message](t)(k.Post(k.Control, "interrupt_request", map[string]any{}))
				must[*jupyter.Message](t)(kernelclient.Receive(k.Controls))
			}
			reply, published, err := k.Outcome(request)
			if err != nil || kernelclient.Text(published) != "[error KeyboardInterrupt]" || reply["status"] != "error" {
				t.Errorf("%s, %s: %v %v %v", code, how, reply, published, err)
			}
		}
	}
	k.cmd.Process.Signal(syscall.SIGINT)
	time.Sleep(50 * time.Millisecond)
	if _, got := k.run("'alive'", nil); got != "[execute_result 'alive']" {
		t.Error(got)
	}
}

func (k *kernel) waitForStream(t *testing.T, want string) {
	t.Helper()
	for got := ""; got != want; {
		m := kernelclient.Content(must[*jupyter.Message](t)(kernelclient.Receive(k.Messages)))
		if m["msg_type"] == "stream" {
			got += m["text"].(string)
		}
	}
}

func (k *kernel) checkQueries(t *testing.T) {
	if r := k.ask("kernel_info_request", map[string]any{}); r["implementation"] != "pyasync" || r["status"] != "ok" {
		t.Error(r)
	}
	if r := k.ask("comm_info_request", map[string]any{}); r["status"] != "ok" || len(r["comms"].(map[string]any)) != 0 {
		t.Error(r)
	}
	k.run("'history a/b'", nil)
	k.run("'history c'", nil)
	last := func(content map[string]any) string {
		list := k.ask("history_request", content)["history"].([]any)
		if len(list) == 0 {
			return ""
		}
		return list[len(list)-1].([]any)[2].(string)
	}
	if got := last(map[string]any{"hist_access_type": "tail", "n": 1}); got != "'history c'" {
		t.Error(got)
	}
	if got := last(map[string]any{"hist_access_type": "search", "pattern": "*a/b*"}); got != "'history a/b'" {
		t.Error(got)
	}
	if got := last(map[string]any{"hist_access_type": "range", "session": 0, "start": 1, "stop": 2}); !strings.HasPrefix(got, "print('a')") {
		t.Error(got)
	}
	r := k.ask("complete_request", map[string]any{"code": "import asyncio\nasyncio.create_t", "cursor_pos": 31})
	if m, _ := r["matches"].([]any); len(m) != 1 || m[0] != "create_task" || r["cursor_start"] != 23.0 || r["cursor_end"] != 31.0 {
		t.Error(r)
	}
	r = k.ask("inspect_request", map[string]any{"code": "late", "cursor_pos": 4})
	if r["found"] != true || !strings.Contains(r["data"].(map[string]any)["text/plain"].(string), "Signature: late()") {
		t.Error(r)
	}
	if r := k.ask("is_complete_request", map[string]any{"code": "async def f():"}); r["status"] != "incomplete" || r["indent"] != "    " {
		t.Error(r)
	}
}

func (k *kernel) checkShutdown(t *testing.T) {
	must[*jupyter.Message](t)(k.Post(k.Control, "shutdown_request", map[string]any{"restart": false}))
	if r := kernelclient.Content(must[*jupyter.Message](t)(kernelclient.Receive(k.Controls))); r["msg_type"] != "shutdown_reply" || r["status"] != "ok" {
		t.Error(r)
	}
	select {
	case err := <-k.ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(kernelclient.Patience):
		t.Error("the kernel does not end")
	}
}
