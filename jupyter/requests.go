// What the requests of the shell socket do.
package jupyter

import (
	"encoding/json"
	"strings"

	"pyasync/lookup"
	"pyasync/notebook"
	"pyasync/parser"
)

type executeRequest struct {
	Code         string            `json:"code"`
	Silent       bool              `json:"silent"`
	StopOnError  *bool             `json:"stop_on_error"`
	Expressions  map[string]string `json:"user_expressions"`
	StoreHistory *bool             `json:"store_history"`
	AllowStdin   bool              `json:"allow_stdin"`
}

// cursorRequest is the content of complete_request and inspect_request.
type cursorRequest struct {
	Code   string `json:"code"`
	Cursor int    `json:"cursor_pos"`
}

func unmarshal(text json.RawMessage, into any) { json.Unmarshal(text, into) }

// next gives the kernel the next cell, serving all other requests on the way. It runs inside the interpreter.
func (s *Server) next() (*notebook.Cell, bool) {
	for {
		s.mu.Lock()
		if s.closing {
			s.mu.Unlock()
			return nil, false
		}
		if len(s.queue) == 0 {
			s.mu.Unlock()
			return nil, true
		}
		m := s.queue[0]
		s.queue = s.queue[1:]
		s.parent = m
		s.mu.Unlock()
		s.state(m, "busy")
		if m.Header.Type == "execute_request" {
			return s.begin(m), true
		}
		s.serve(m)
		s.state(m, "idle")
	}
}

// serve answers a request that runs no code of the user's.
func (s *Server) serve(m *Message) {
	var at cursorRequest
	unmarshal(m.Content, &at)
	kind := strings.TrimSuffix(m.Header.Type, "_request") + "_reply"
	content := map[string]any{"status": "ok"}
	switch m.Header.Type {
	case "kernel_info_request":
		content = kernelInfo()
	case "complete_request":
		matches, start := s.kernel.Complete(at.Code, at.Cursor)
		if matches == nil {
			matches = []string{}
		}
		content["matches"], content["cursor_start"], content["cursor_end"], content["metadata"] = matches, start, at.Cursor, map[string]any{}
	case "inspect_request":
		text := s.kernel.Inspect(at.Code, at.Cursor)
		content["found"], content["data"], content["metadata"] = text != "", map[string]any{}, map[string]any{}
		if text != "" {
			content["data"] = map[string]any{"text/plain": text}
		}
	case "is_complete_request":
		content = isComplete(at.Code)
	case "comm_info_request":
		content["comms"] = map[string]any{}
	case "history_request":
		content["history"] = s.history.answer(m.Content)
	case "shutdown_request":
		content = s.shutdown(m)
	default:
		return
	}
	s.reply(s.shell, m, kind, content)
}

// begin makes a cell of an execute_request.
func (s *Server) begin(m *Message) *notebook.Cell {
	e := &execution{request: m}
	unmarshal(m.Content, &e.options)
	apart := e.options.Silent || e.options.StoreHistory != nil && !*e.options.StoreHistory
	e.count = s.kernel.Count()
	if !apart {
		e.count++
		s.history.add(e.count, e.options.Code)
	}
	s.mu.Lock()
	s.running = e
	s.mu.Unlock()
	if !e.options.Silent {
		s.publish("execute_input", map[string]any{"code": e.options.Code, "execution_count": e.count})
	}
	return &notebook.Cell{Source: e.options.Code, Silent: e.options.Silent, Number: e.count, Apart: apart}
}

// ended answers the execute_request whose cell has ended.
func (s *Server) ended(c *notebook.Cell, f *notebook.Failure) {
	s.sync()
	s.mu.Lock()
	e := s.running
	s.running = nil
	s.mu.Unlock()
	content := map[string]any{"status": "ok", "execution_count": e.count, "payload": []any{}, "user_expressions": map[string]any{}}
	if f == nil {
		content["user_expressions"] = s.evaluate(e.options.Expressions)
	} else {
		lines := strings.Split(strings.TrimSuffix(f.Traceback, "\n"), "\n")
		failure := map[string]any{"ename": f.Type, "evalue": f.Message, "traceback": lines}
		s.publish("error", failure)
		for key, x := range failure {
			content[key] = x
		}
		content["status"] = "error"
		if e.options.StopOnError == nil || *e.options.StopOnError {
			defer s.abort()
		}
	}
	s.reply(s.shell, e.request, "execute_reply", content)
	s.state(e.request, "idle")
}

// evaluate gives the values of a client's expressions, by name.
func (s *Server) evaluate(expressions map[string]string) map[string]any {
	values := make(map[string]any, len(expressions))
	for name, x := range expressions {
		values[name] = s.kernel.Evaluate(x)
	}
	return values
}

// abort answers the execute_requests that wait behind a failed one.
func (s *Server) abort() {
	s.mu.Lock()
	var kept, aborted []*Message
	for _, m := range s.queue {
		if m.Header.Type == "execute_request" {
			aborted = append(aborted, m)
		} else {
			kept = append(kept, m)
		}
	}
	s.queue = kept
	s.mu.Unlock()
	for _, m := range aborted {
		s.state(m, "busy")
		s.reply(s.shell, m, "execute_reply", map[string]any{"status": "aborted"})
		s.state(m, "idle")
	}
}

// display publishes what a cell shows.
func (s *Server) display(kind string, data, metadata map[string]any, id string) {
	s.sync()
	if kind == "clear_output" {
		s.publish(kind, data)
		return
	}
	content := map[string]any{"data": data, "metadata": metadata}
	if id != "" {
		content["transient"] = map[string]any{"display_id": id}
	}
	if kind == "execute_result" {
		s.mu.Lock()
		content["execution_count"] = s.running.count
		s.mu.Unlock()
	}
	s.publish(kind, content)
}

func kernelInfo() map[string]any {
	return map[string]any{
		"status": "ok", "protocol_version": protocolVersion, "implementation": "pyasync", "implementation_version": "0.1",
		"banner": "pyasync: Python 3.13 that lives on asyncio",
		"language_info": map[string]any{"name": "python", "version": "3.13.0", "mimetype": "text/x-python", "file_extension": ".py",
			"pygments_lexer": "ipython3", "codemirror_mode": map[string]any{"name": "ipython", "version": 3}, "nbconvert_exporter": "python"},
		"help_links": []any{},
	}
}

// isComplete says whether a cell may be run as it is or goes on.
func isComplete(code string) map[string]any {
	t := notebook.Transform(code)
	res, err := parser.ParseCommand(t.Source, parser.Options{TopLevelAwait: true})
	switch {
	case err != nil:
		return map[string]any{"status": "invalid"}
	case res != nil || strings.HasSuffix(code, "\n\n"):
		return map[string]any{"status": "complete"}
	}
	lines := strings.Split(strings.TrimRight(code, "\n"), "\n")
	return map[string]any{"status": "incomplete", "indent": lookup.Indent(lines[len(lines)-1])}
}
