// Host, what an interpreter may use of the machine it runs on.
package object

import "io"

// Host is handed to an interpreter by whoever embeds it. Nothing in the runtime reads the process's arguments,
// environment or standard streams by itself.
type Host struct {
	Args       []string // sys.argv
	OrigArgs   []string // sys.orig_argv
	Env        []string // os.environ, as "NAME=value"
	Executable string   // sys.executable
	Path       []string // sys.path before the library

	// The standard streams; nil: sys.stdin and so on are None. An *os.File keeps its file descriptor.
	Stdin          io.Reader
	Stdout, Stderr io.Writer

	// NoFiles denies access to files other than the standard streams.
	NoFiles bool

	Flags Flags
}

// Flags are the options of the command line as sys.flags shows them.
type Flags struct {
	Debug, Inspect, Interactive, Optimize, DontWriteBytecode, NoUserSite, NoSite, IgnoreEnvironment int
	Verbose, BytesWarning, Quiet, Isolated                                                          int
	DevMode, SafePath, Unbuffered, SkipFirstLine                                                    bool
	Legacy                                                                                          bool // asyncio as in Python 3.4 to 3.10
	NoDebugRanges                                                                                   bool // tracebacks mark no part of a line
	UTF8Mode                                                                                        int
	Warn                                                                                            []string // -W options and PYTHONWARNINGS, in order
	X                                                                                               []string // -X options
}

// GetHost returns what SetHost stored, or a Host that allows nothing.
func (in *Interp) GetHost() *Host {
	h, _ := in.Ext(hostKey{}).(*Host)
	if h == nil {
		h = &Host{NoFiles: true}
	}
	return h
}

// SetHost stores the Host of an interpreter.
func (in *Interp) SetHost(h *Host) { in.SetExt(hostKey{}, h) }

type hostKey struct{}

// Getenv looks a variable up in the environment handed in.
func (h *Host) Getenv(name string) (string, bool) {
	for i := len(h.Env) - 1; i >= 0; i-- {
		if e := h.Env[i]; len(e) > len(name) && e[len(name)] == '=' && e[:len(name)] == name {
			return e[len(name)+1:], true
		}
	}
	return "", false
}
