// Timing how long a command takes to show its prompt.
package ptytest

import (
	"bytes"
	"os/exec"
	"time"

	"github.com/creack/pty"
)

// UntilPrompt starts a command in a terminal and returns the time at which the text after came, behind the text before.
// The command is killed.
func UntilPrompt(cmd *exec.Cmd, before, after string) (time.Time, error) {
	file, err := pty.Start(cmd)
	if err != nil {
		return time.Time{}, err
	}
	defer func() {
		cmd.Process.Kill()
		cmd.Wait()
		file.Close()
	}()
	var seen []byte
	buf := make([]byte, 4096)
	for {
		n, err := file.Read(buf)
		if err != nil {
			return time.Time{}, err
		}
		seen = append(seen, buf[:n]...)
		if _, rest, ok := bytes.Cut(seen, []byte(before)); ok && bytes.Contains(rest, []byte(after)) {
			return time.Now(), nil
		}
	}
}
