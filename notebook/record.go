// Recorder, which turns what cells print and display into the outputs of a notebook file.
package notebook

import (
	"strings"
	"sync"
)

// Recorder collects the outputs of the cell that runs.
type Recorder struct {
	mu    sync.Mutex
	outs  []Output
	texts []*strings.Builder // of the stream outputs, nil for others
	clear bool               // clear_output(wait=True): at the next output
	ids   map[string][]Output
}

// Take returns the outputs so far and begins anew.
func (r *Recorder) Take() []Output {
	r.mu.Lock()
	defer r.mu.Unlock()
	outs := r.outs
	for i, t := range r.texts {
		if t != nil {
			outs[i]["text"] = splitText(overwrite(t.String()))
		}
	}
	r.outs, r.texts, r.clear = nil, nil, false
	if outs == nil {
		outs = []Output{}
	}
	return outs
}

func (r *Recorder) add(o Output, text *strings.Builder) {
	if r.clear {
		r.outs, r.texts, r.clear = nil, nil, false
	}
	r.outs, r.texts = append(r.outs, o), append(r.texts, text)
}

// Stream adds text of stdout or stderr. Any goroutine may call it.
func (r *Recorder) Stream(name, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if n := len(r.outs); n > 0 && !r.clear && r.outs[n-1]["name"] == name && r.texts[n-1] != nil {
		r.texts[n-1].WriteString(text)
		return
	}
	b := &strings.Builder{}
	b.WriteString(text)
	r.add(Output{"output_type": "stream", "name": name}, b)
}

// Publish adds a display, as Config.Publish gets it.
func (r *Recorder) Publish(kind string, data, metadata map[string]any, id string, count int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch kind {
	case "clear_output":
		if r.clear = true; data["wait"] != true {
			r.outs, r.texts, r.clear = nil, nil, false
		}
		return
	case "update_display_data":
		for _, o := range r.ids[id] {
			o["data"], o["metadata"] = splitData(data), metadata
		}
		return
	}
	o := Output{"output_type": kind, "data": splitData(data), "metadata": metadata}
	if kind == "execute_result" {
		o["execution_count"] = count
	}
	if id != "" {
		if r.ids == nil {
			r.ids = map[string][]Output{}
		}
		r.ids[id] = append(r.ids[id], o)
	}
	r.add(o, nil)
}

// Fail adds the exception that left the cell.
func (r *Recorder) Fail(f *Failure) {
	r.mu.Lock()
	defer r.mu.Unlock()
	lines := []any{}
	for _, l := range strings.Split(strings.TrimSuffix(f.Traceback, "\n"), "\n") {
		lines = append(lines, l)
	}
	r.add(Output{"output_type": "error", "ename": f.Type, "evalue": f.Message, "traceback": lines}, nil)
}

// splitData splits the texts of a display into lines, as files have them.
func splitData(data map[string]any) map[string]any {
	m := make(map[string]any, len(data))
	for mime, x := range data {
		s, ok := x.(string)
		if ok && !strings.HasPrefix(mime, "image/p") && !strings.HasPrefix(mime, "image/j") && mime != "application/json" {
			m[mime] = splitText(s)
		} else {
			m[mime] = x
		}
	}
	return m
}

// overwrite applies carriage returns and backspaces, as a notebook does: progress bars show their last state.
func overwrite(s string) string {
	if !strings.ContainsAny(s, "\r\b") {
		return s
	}
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i, line := range lines {
		parts := strings.Split(line, "\r")
		shown := []rune{}
		for _, p := range parts {
			over := []rune(p)
			if len(over) >= len(shown) {
				shown = over
			} else {
				copy(shown, over)
			}
		}
		lines[i] = string(shown)
	}
	return strings.Join(lines, "\n")
}
