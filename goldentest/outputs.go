// Comparing the outputs of notebook cells.
package goldentest

import (
	"strings"

	"pyasync/notebook"
)

// DiffOutputs compares the stored outputs of a cell with those of a run, normalised; "" when they agree.
func DiffOutputs(want, got []notebook.Output) string {
	return Diff(render(want), render(got), "stored", "got")
}

// render is the text that stands for outputs: standard error apart from the rest, whose order is open.
func render(outs []notebook.Output) string {
	var main, stderr strings.Builder
	for _, o := range outs {
		if o["name"] == "stderr" {
			stderr.WriteString(notebook.Text(o))
		} else {
			main.WriteString(notebook.Text(o))
		}
	}
	text := Normalise(main.String())
	if e := Normalise(stderr.String()); e != "" {
		text += "[stderr]\n" + e
	}
	return text
}
