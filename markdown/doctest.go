// Doctests: transcripts of a prompt.
package markdown

import "strings"

// Example is a statement of a transcript and what it printed.
type Example struct {
	Source string // without prompts, ends in a newline
	Want   string
	Line   int // within the block, from 0
}

// Examples splits a transcript. Text before the first prompt is dropped.
func Examples(text string) (list []Example) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i := 0; i < len(lines); {
		src, ok := afterPrompt(lines[i], ">>>")
		if !ok {
			if n := len(list); n > 0 {
				list[n-1].Want += lines[i] + "\n"
			}
			i++
			continue
		}
		e := Example{Source: src + "\n", Line: i}
		for i++; i < len(lines); i++ {
			more, ok := afterPrompt(lines[i], "...")
			if !ok {
				break
			}
			e.Source += more + "\n"
		}
		list = append(list, e)
	}
	return list
}

func afterPrompt(line, prompt string) (string, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " "), prompt)
	if !ok || rest != "" && rest[0] != ' ' {
		return "", false
	}
	return strings.TrimPrefix(rest, " "), true
}

// Prompted is the source as it stands in a transcript.
func (e *Example) Prompted() string {
	var b strings.Builder
	for i, l := range strings.Split(strings.TrimSuffix(e.Source, "\n"), "\n") {
		prompt := "... "
		if i == 0 {
			prompt = ">>> "
		}
		b.WriteString(strings.TrimRight(prompt+l, " ") + "\n")
	}
	return b.String()
}
