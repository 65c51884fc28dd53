// The stdin socket: input() asks the client that sent the request being run.
package jupyter

import "errors"

//lint:ignore ST1005 the text that frontends show, IPython's
var errNoInput = errors.New("raw_input was called, but this frontend does not support input requests.")

// askInput sends an input_request; the answer comes over the channel.
func (s *Server) askInput(prompt string, password bool) (<-chan string, error) {
	s.sync()
	s.mu.Lock()
	e := s.running
	answers := make(chan string, 1)
	s.answers = answers
	s.mu.Unlock()
	if e == nil || !e.options.AllowStdin {
		return nil, errNoInput
	}
	s.reply(s.stdin, e.request, "input_request", map[string]any{"prompt": prompt, "password": password})
	return answers, nil
}

// inputReply hands an answer on; one that nobody waits for is dropped.
func (s *Server) inputReply(m *Message) {
	if m.Header.Type != "input_reply" {
		return
	}
	var content struct{ Value string }
	unmarshal(m.Content, &content)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.answers != nil {
		s.answers <- content.Value
		s.answers = nil
	}
}
