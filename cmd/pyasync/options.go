// The command line, read as CPython reads it.
package main

import (
	"strings"

	"pyasync/object"
)

// programKind is what the command line asks to run.
type programKind uint8

const (
	fromStdin programKind = iota
	fromFile
	fromCode   // -c
	fromModule // -m
	showVersion
	showHelp
)

// commandLine is a parsed command line.
type commandLine struct {
	kind    programKind
	program string   // file, code or module
	args    []string // sys.argv[1:]
	flags   object.Flags
	warn    []string
	verbose bool // -VV

	noDeadlockCheck bool // --no-deadlock-check
}

// legacyOption allows what asyncio allowed in Python 3.4 to 3.10.
const legacyOption = "--legacy"

// usageError is what is wrong with a command line, "" if nothing.
type usageError string

// parseArgs reads the arguments after the command's name.
func parseArgs(args []string) (commandLine, usageError) {
	var c commandLine
	for len(args) > 0 {
		a := args[0]
		switch {
		case a == "-":
			c.args = args[1:]
			return c, ""
		case a == "--help":
			c.kind = showHelp
			return c, ""
		case a == "--version":
			c.kind = showVersion
			return c, ""
		case a == "--no-deadlock-check":
			c.noDeadlockCheck = true
			args = args[1:]
			continue
		case a == "--check-hash-based-pycs":
			args = args[min(2, len(args)):]
			continue
		case a == "--":
			args = args[1:]
			if len(args) > 0 {
				c.kind, c.program, c.args = fromFile, args[0], args[1:]
			}
			return c, ""
		case a == legacyOption:
			c.flags.Legacy = true
			args = args[1:]
			continue
		case strings.HasPrefix(a, "--"):
			return c, usageError("unknown option " + a)
		case !strings.HasPrefix(a, "-"):
			c.kind, c.program, c.args = fromFile, a, args[1:]
			return c, ""
		}
		rest, done, err := c.cluster(a[1:], args[1:])
		if err != "" || done {
			return c, err
		}
		args = rest
	}
	return c, ""
}

// cluster reads a cluster of one-letter options such as "-uW"; rest are the arguments after it.
func (c *commandLine) cluster(letters string, after []string) (rest []string, done bool, err usageError) {
	for i := 0; i < len(letters); i++ {
		l := letters[i]
		if strings.IndexByte("cmWX", l) >= 0 {
			value := letters[i+1:]
			if value == "" {
				if len(after) == 0 {
					return nil, false, usageError("Argument expected for the -" + string(l) + " option")
				}
				value, after = after[0], after[1:]
			}
			switch l {
			case 'c':
				c.kind, c.program, c.args = fromCode, value, after
				return nil, true, ""
			case 'm':
				c.kind, c.program, c.args = fromModule, value, after
				if value == "asyncio" { // CPython's prompt with await; ours has it anyway
					c.kind, c.flags.Interactive = fromStdin, 1
				}
				return nil, true, ""
			case 'W':
				c.warn = append(c.warn, value)
			case 'X':
				c.flags.X = append(c.flags.X, value)
			}
			return after, false, ""
		}
		if !c.letter(l) {
			return nil, false, usageError("Unknown option: -" + string(l))
		}
		if c.kind == showHelp || c.kind == showVersion {
			c.verbose = strings.Contains(letters, "VV")
			return nil, true, ""
		}
	}
	return after, false, ""
}

func (c *commandLine) letter(l byte) bool {
	f := &c.flags
	switch l {
	case 'b':
		f.BytesWarning++
	case 'B':
		f.DontWriteBytecode++
	case 'd':
		f.Debug++
	case 'E':
		f.IgnoreEnvironment++
	case 'h', '?':
		c.kind = showHelp
	case 'i':
		f.Inspect++
		f.Interactive++
	case 'I':
		f.Isolated++
		f.IgnoreEnvironment++
		f.NoUserSite++
		f.SafePath = true
	case 'O':
		f.Optimize++
	case 'P':
		f.SafePath = true
	case 'q':
		f.Quiet++
	case 'x':
		f.SkipFirstLine = true
	case 'R', 't':
	case 's':
		f.NoUserSite++
	case 'S':
		f.NoSite++
	case 'u':
		f.Unbuffered = true
	case 'v':
		f.Verbose++
	case 'V':
		c.kind = showVersion
	default:
		return false
	}
	return true
}
