// The history of inputs that clients ask for.
package jupyter

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// history is what was run in this session.
type history struct {
	entries []entry
}

type entry struct {
	number int
	source string
}

// historyRequest is the content of a history_request. All is one session, whose number is 1: 0 stands for it, too.
type historyRequest struct {
	Access  string `json:"hist_access_type"` // range, tail or search
	Output  bool   `json:"output"`
	N       int    `json:"n"`
	Start   int    `json:"start"`
	Stop    *int   `json:"stop"`
	Session int    `json:"session"`
	Pattern string `json:"pattern"`
	Unique  bool   `json:"unique"`
}

func (h *history) add(number int, source string) {
	h.entries = append(h.entries, entry{number, source})
}

// answer lists (session, number, input) or, with output, (session, number, (input, null)).
func (h *history) answer(request json.RawMessage) []any {
	var r historyRequest
	unmarshal(request, &r)
	list := []any{}
	for _, e := range h.choose(&r) {
		var input any = e.source
		if r.Output {
			input = []any{e.source, nil}
		}
		list = append(list, []any{1, e.number, input})
	}
	return list
}

// glob is the expression for a pattern in which * and ? stand for any characters.
func glob(pattern string) *regexp.Regexp {
	text := strings.NewReplacer(`\*`, ".*", `\?`, ".").Replace(regexp.QuoteMeta(pattern))
	return regexp.MustCompile("(?s)^" + text + "$")
}

func (h *history) choose(r *historyRequest) (chosen []entry) {
	pattern := glob(r.Pattern)
	for _, e := range h.entries {
		switch r.Access {
		case "range":
			if r.Session > 1 || r.Session < 0 || e.number < r.Start || r.Stop != nil && e.number >= *r.Stop {
				continue
			}
		case "search":
			if !pattern.MatchString(e.source) {
				continue
			}
		}
		chosen = append(chosen, e)
	}
	if r.Access == "search" && r.Unique {
		chosen = lastOfEach(chosen)
	}
	if r.Access != "range" && r.N > 0 && len(chosen) > r.N {
		chosen = chosen[len(chosen)-r.N:]
	}
	return chosen
}

// lastOfEach keeps the last of entries with the same input.
func lastOfEach(all []entry) (list []entry) {
	seen := map[string]bool{}
	for _, e := range slices.Backward(all) {
		if !seen[e.source] {
			seen[e.source] = true
			list = append(list, e)
		}
	}
	slices.Reverse(list)
	return list
}
