// The hint that follows an uncaught exception which --legacy would have avoided.
package pyasync

import (
	"regexp"
	"strings"

	"pyasync/object"
)

// legacyHint is what older programs run into: the class of the exception, what its message matches and what to say.
// In the text $1 stands for the first group of the pattern.
type legacyHint struct {
	class   *object.Type
	message string
	text    string
}

var legacyHints = [...]legacyHint{
	{&object.AttributeErrorType, `^module '(asyncio|asyncio\.\w+)' has no attribute 'coroutine'`, "$1.coroutine was removed in Python 3.11"},
	{&object.ImportErrorType, `^cannot import name 'coroutine' from '(asyncio|asyncio\.\w+)'`, "$1.coroutine was removed in Python 3.11"},
	{&object.AttributeErrorType, `^module 'asyncio' has no attribute 'JoinableQueue'`, "asyncio.JoinableQueue was removed in Python 3.5"},
	{&object.ImportErrorType, `^cannot import name 'JoinableQueue' from 'asyncio'`, "asyncio.JoinableQueue was removed in Python 3.5"},
	{&object.AttributeErrorType, `^type object '(?:_?asyncio\.)?Task' has no attribute '(all_tasks|current_task)'`, "asyncio.Task.$1 was removed in Python 3.9"},
	{&object.TypeErrorType, `^Passing coroutines is forbidden, use tasks explicitly\.$`, "asyncio.wait() takes no coroutines since Python 3.11"},
	{&object.TypeErrorType, `^((?:Lock|Event|Condition|Semaphore|BoundedSemaphore|Queue|PriorityQueue|LifoQueue)\.__init__|sleep|gather|wait|wait_for|shield|as_completed)` +
		`\(\) got an unexpected keyword argument 'loop'`, "asyncio's functions have no parameter loop since Python 3.10"},
	{&object.TypeErrorType, `^(?:BaseEventLoop\.|_UnixSelectorEventLoop\.)?create_(?:connection|server|unix_connection|unix_server)` +
		`\(\) got an unexpected keyword argument 'loop'`, "asyncio's functions have no parameter loop since Python 3.10"},
	{&object.TypeErrorType, `^BaseSubprocessTransport\.__init__\(\) got multiple values for argument 'loop'`, "asyncio's functions have no parameter loop since Python 3.10"},
	{&object.TypeErrorType, `^'(Lock|Condition|Semaphore|BoundedSemaphore)' object is not iterable$`, "'with (yield from lock)' was removed in Python 3.9"},
	{&object.TypeErrorType, `^object (Lock|Condition|Semaphore|BoundedSemaphore) can't be used in 'await' expression$`, "'with await lock' was removed in Python 3.9"},
	{&object.TypeErrorType, `^a coroutine was expected, got <generator object `, "asyncio takes no generators for coroutines since Python 3.12"},
	{&object.ValueErrorType, `^a coroutine was expected, got <generator object `, "asyncio takes no generators for coroutines since Python 3.12"},
}

// LegacyHint returns the line to print after the traceback of an exception that the option --legacy avoids, else "".
func (p *Interpreter) LegacyHint(exc object.Value) string {
	th := p.th
	e, ok := object.AsException(exc)
	if !ok || th.Interp.GetHost().Flags.Legacy {
		return ""
	}
	text := ""
	if object.IsInstance(exc, &object.SyntaxErrorType) {
		text = legacySyntax(th, exc)
	} else if len(e.Args.Items) > 0 {
		msg, _ := object.GoString(e.Args.Items[0])
		text = legacyMessage(exc, msg)
	}
	if text == "" {
		return ""
	}
	return "pyasync: hint: " + text + "; run with --legacy to allow it\n"
}

func legacyMessage(exc object.Value, msg string) string {
	for i := range legacyHints {
		h := &legacyHints[i]
		if !object.IsInstance(exc, h.class) {
			continue
		}
		pattern := regexp.MustCompile(h.message)
		if at := pattern.FindStringSubmatchIndex(msg); at != nil {
			return string(pattern.ExpandString(nil, h.text, msg, at))
		}
	}
	return ""
}

// legacySyntax is the hint for asyncio.async(…), which has been no syntax since async is a keyword.
func legacySyntax(th *object.Thread, exc object.Value) string {
	line, ok := object.GoString(th.GetAttrName(exc, "text"))
	th.Exc = object.Value{}
	if ok && strings.Contains(line, "asyncio.async(") {
		return "asyncio.async was replaced by asyncio.ensure_future in Python 3.4.4, async is a keyword since 3.7"
	}
	return ""
}
