// The command line against a transcript recorded from CPython.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// transcript is a shell session: after each line "$ COMMAND" stands what the command prints, both streams together,
// and "[STATUS]". CPython 3.13 under the name pyasync printed it.
const transcript = corpus + "/cli/transcript.txt"

var recordCLI = flag.String("record-cli", "", "rewrite testdata/cli/transcript.txt with what this CPython prints")

func TestCommandLine(t *testing.T) {
	text, err := os.ReadFile(transcript)
	if err != nil {
		t.Fatal(err)
	}
	bin, dir := t.TempDir(), t.TempDir()
	target := pyasync.Command[0]
	if *recordCLI != "" {
		target = *recordCLI
	}
	wrapper := "#!/bin/sh\nexec '" + target + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(bin, "pyasync"), []byte(wrapper), 0o777); err != nil {
		t.Fatal(err)
	}
	env := append(os.Environ(), append(pyasync.Env, "PATH="+bin+":"+os.Getenv("PATH"), "LC_ALL=C.UTF-8")...)
	var seen bytes.Buffer
	for _, line := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(line, "$ ") {
			continue
		}
		cmd := exec.Command("sh", "-c", line[2:])
		cmd.Dir, cmd.Env = dir, env
		out, _ := cmd.CombinedOutput()
		if len(out) > 0 && out[len(out)-1] != '\n' {
			out = append(out, "%\n"...)
		}
		out = bytes.ReplaceAll(bytes.ReplaceAll(out, []byte(dir), []byte("DIR")), []byte(target), []byte("pyasync"))
		fmt.Fprintf(&seen, "%s\n%s[%d]\n", line, out, cmd.ProcessState.ExitCode())
	}
	if *recordCLI != "" {
		if err := os.WriteFile(transcript, seen.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, got := strings.Split(string(text), "\n$ "), strings.Split(seen.String(), "\n$ ")
	for i, w := range want {
		if w != got[i] {
			t.Errorf("CPython:\n%s\npyasync:\n%s", w, got[i])
		}
	}
}
