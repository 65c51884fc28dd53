// Normalise, which takes out of an output what differs from run to run.
package goldentest

import (
	"regexp"
	"strings"
	"sync"
)

type rule struct {
	pattern *regexp.Regexp
	with    string
}

// rules are applied in order. They are compiled at first use: scripts start without them.
var rules = sync.OnceValue(func() []rule {
	return []rule{
		{regexp.MustCompile(`\r\n`), "\n"},
		{regexp.MustCompile(`\x1b\[[0-9;]*m`), ""},
		{regexp.MustCompile(`coro=<Kernel\.dispatch_queue\(\) running at [^>]*>( wait_for=<[^>]*>)?( cb=\[[^\n]*?\])?>`), "coro=<Kernel.dispatch_queue()>>"},
		{regexp.MustCompile(`0x[0-9a-fA-F]{4,}`), "0xADDR"},
		{regexp.MustCompile(`\bTask-\d+\b`), "Task-N"},
		{regexp.MustCompile(`<Process \d+>`), "<Process PID>"},
		{regexp.MustCompile(`\b(running at|defined at|created at) (?:<[^<>\n]*>|[^<>\n]*?):(\d+)`), "$1 FILE:$2"},
		{regexp.MustCompile(`( at) (?:<[^<>\n]*>|[^<>\n,\]]*?):\d+([\],])`), "$1 FILE$2"},
		{regexp.MustCompile(`(?m)^CPU times: .*$`), "CPU times: TIMES"},
		{regexp.MustCompile(`(?m)^Wall time: .*$`), "Wall time: TIME"},
		{regexp.MustCompile(`(?m)^.* ± .* per loop \(mean ± std\. dev\. of .*$`), "TIME per loop"},
		{regexp.MustCompile(`\b\d\d:\d\d:\d\d(\.\d+)?\b`), "HH:MM:SS"},
		{regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`), "YYYY-MM-DD"},
		{regexp.MustCompile(`\b\d+\.\d+( ?)(s|sec|secs|second|seconds|сек|секунд\p{L}*)\b`), "N.N$1$2"},
	}
})

// Normalise returns an output with addresses, task numbers, process ids, places of code and times replaced.
func Normalise(s string) string {
	for _, r := range rules() {
		s = r.pattern.ReplaceAllString(s, r.with)
	}
	if strings.Trim(s, "\n") == "" {
		return ""
	}
	return strings.TrimRight(s, "\n") + "\n"
}
