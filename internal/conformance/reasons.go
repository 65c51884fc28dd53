// The reasons why tests fail: a table of patterns.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

// reason explains the tests whose name matches a pattern. A * in a pattern stands for anything.
type reason struct {
	pattern *regexp.Regexp
	text    string
}

// parseReasons reads the table: a reason on a line of its own, ending in a period, then the patterns of its tests,
// indented. Lines that begin with # are comments.
func parseReasons(text string) ([]reason, error) {
	var list []reason
	current := ""
	for i, line := range strings.Split(text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || strings.HasPrefix(trimmed, "#"):
		case line[0] != ' ' && line[0] != '\t':
			current = trimmed
		case current == "":
			return nil, fmt.Errorf("line %d: a pattern without a reason", i+1)
		default:
			pattern, err := regexp.Compile("^" + strings.ReplaceAll(regexp.QuoteMeta(trimmed), `\*`, ".*") + "$")
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", i+1, err)
			}
			list = append(list, reason{pattern, current})
		}
	}
	return list, nil
}

// find returns the first reason for a test, "" when there is none.
func find(reasons []reason, name string) string {
	for _, r := range reasons {
		if r.pattern.MatchString(name) {
			return r.text
		}
	}
	return ""
}
