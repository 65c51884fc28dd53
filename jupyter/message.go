// Package jupyter makes an interpreter a Jupyter kernel: the messages of the protocol (version 5.3), the sockets, and
// what each request does.
package jupyter

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/go-zeromq/zmq4"
)

// Connection is a connection file: where the sockets are and the key that signs messages.
type Connection struct {
	Transport   string `json:"transport"`
	IP          string `json:"ip"`
	ShellPort   int    `json:"shell_port"`
	IOPubPort   int    `json:"iopub_port"`
	StdinPort   int    `json:"stdin_port"`
	ControlPort int    `json:"control_port"`
	HBPort      int    `json:"hb_port"`
	Key         string `json:"key"`
	Scheme      string `json:"signature_scheme"`
}

// ReadConnection reads a connection file.
func ReadConnection(path string) (*Connection, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c := &Connection{}
	if err := json.Unmarshal(text, c); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if c.Scheme != "" && c.Scheme != "hmac-sha256" {
		return nil, fmt.Errorf("%s: signatures by %s are not supported", path, c.Scheme)
	}
	return c, nil
}

// Address is the end point of a port.
func (c *Connection) Address(port int) string {
	if c.Transport == "ipc" {
		return fmt.Sprintf("ipc://%s-%d", c.IP, port)
	}
	return fmt.Sprintf("%s://%s:%d", c.Transport, c.IP, port)
}

// Header is the header of a message.
type Header struct {
	ID       string `json:"msg_id"`
	Session  string `json:"session"`
	Username string `json:"username"`
	Date     string `json:"date"`
	Type     string `json:"msg_type"`
	Version  string `json:"version"`
}

// Message is a message of the protocol.
type Message struct {
	Identities [][]byte
	Header     Header
	Parent     json.RawMessage // the header of the request, {} if none
	Metadata   json.RawMessage
	Content    json.RawMessage
	header     json.RawMessage // as it came
}

const delimiter = "<IDS|MSG>"

// protocolVersion is the version of the messaging protocol.
const protocolVersion = "5.3"

var emptyObject = json.RawMessage("{}")

// newID makes a random identifier.
func newID() string {
	var b [16]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// NewMessage makes a message; parent may be nil.
func NewMessage(kind, session string, parent *Message, content any) (*Message, error) {
	text, err := json.Marshal(content)
	if err != nil {
		return nil, err
	}
	m := &Message{Header: Header{ID: newID(), Session: session, Username: "kernel", Date: time.Now().UTC().Format("2006-01-02T15:04:05.000000Z"),
		Type: kind, Version: protocolVersion}, Parent: emptyObject, Metadata: emptyObject, Content: text}
	if parent != nil {
		m.Parent, m.Identities = parent.header, parent.Identities
	}
	return m, nil
}

func sign(key string, parts ...[]byte) string {
	if key == "" {
		return ""
	}
	h := hmac.New(sha256.New, []byte(key))
	for _, p := range parts {
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Encode makes the frames of a message.
func (m *Message) Encode(key string) (zmq4.Msg, error) {
	header, err := json.Marshal(m.Header)
	if err != nil {
		return zmq4.Msg{}, err
	}
	frames := append([][]byte(nil), m.Identities...)
	frames = append(frames, []byte(delimiter), []byte(sign(key, header, m.Parent, m.Metadata, m.Content)), header, m.Parent, m.Metadata, m.Content)
	return zmq4.NewMsgFrom(frames...), nil
}

// Decode reads the frames of a message and checks its signature.
func Decode(key string, msg zmq4.Msg) (*Message, error) {
	f := msg.Frames
	at := 0
	for at < len(f) && string(f[at]) != delimiter {
		at++
	}
	if len(f) < at+6 {
		return nil, errors.New("not a message of the protocol")
	}
	m := &Message{Identities: f[:at], header: f[at+2], Parent: f[at+3], Metadata: f[at+4], Content: f[at+5]}
	if want := sign(key, f[at+2], f[at+3], f[at+4], f[at+5]); !hmac.Equal([]byte(want), f[at+1]) {
		return nil, errors.New("the signature is wrong")
	}
	if err := json.Unmarshal(m.header, &m.Header); err != nil {
		return nil, err
	}
	return m, nil
}
