// Installing the kernel: the specification that Jupyter reads.
package jupyter

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
)

// Spec is the content of kernel.json.
type Spec struct {
	Argv        []string `json:"argv"`
	DisplayName string   `json:"display_name"`
	Language    string   `json:"language"`
	Interrupt   string   `json:"interrupt_mode"`
}

// DataDir is the user's folder for Jupyter's data, found in the environment as Jupyter does.
func DataDir(getenv func(string) string) string {
	if dir := getenv("JUPYTER_DATA_DIR"); dir != "" {
		return dir
	}
	home := getenv("HOME")
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Jupyter")
	}
	if dir := getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "jupyter")
	}
	return filepath.Join(home, ".local", "share", "jupyter")
}

// Install writes the specification of a kernel run by executable into dir/kernels/name and returns that folder.
func Install(dir, name, executable string) (string, error) {
	folder := filepath.Join(dir, "kernels", name)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return "", err
	}
	spec := Spec{Argv: []string{executable, "kernel", "-f", "{connection_file}"}, DisplayName: "pyasync (Python 3.13)", Language: "python", Interrupt: "message"}
	text, err := json.MarshalIndent(spec, "", " ")
	if err != nil {
		return "", err
	}
	return folder, os.WriteFile(filepath.Join(folder, "kernel.json"), append(text, '\n'), 0o666)
}
