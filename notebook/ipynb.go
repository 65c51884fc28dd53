// Book, a notebook file (nbformat 4): reading, the outputs of a run, writing as Jupyter writes it.
package notebook

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Book is a notebook. What the format allows and this package does not know is kept.
type Book struct {
	root  map[string]any
	Cells []*BookCell
}

// BookCell is a cell of a notebook.
type BookCell struct {
	Type   string // code, markdown, raw
	Source string
	raw    map[string]any
}

// Output is one output of a code cell, in the form of the file.
type Output = map[string]any

// ReadBook reads a notebook file.
func ReadBook(path string) (*Book, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	b, err := ParseBook(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// ParseBook reads a notebook.
func ParseBook(text []byte) (*Book, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	b := &Book{}
	if err := d.Decode(&b.root); err != nil {
		return nil, fmt.Errorf("not a notebook: %w", err)
	}
	if major := fmt.Sprint(b.root["nbformat"]); major != "4" {
		return nil, fmt.Errorf("notebooks of format %s are not supported, only format 4", major)
	}
	cells, ok := b.root["cells"].([]any)
	if !ok {
		return nil, fmt.Errorf("not a notebook: it has no list of cells")
	}
	for i, c := range cells {
		raw, ok := c.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("cell %d is no object", i+1)
		}
		kind, _ := raw["cell_type"].(string)
		b.Cells = append(b.Cells, &BookCell{Type: kind, Source: joinText(raw["source"]), raw: raw})
	}
	return b, nil
}

// joinText is a text of the format, which may be split into lines.
func joinText(x any) string {
	switch x := x.(type) {
	case string:
		return x
	case []any:
		var b strings.Builder
		for _, line := range x {
			s, _ := line.(string)
			b.WriteString(s)
		}
		return b.String()
	}
	return ""
}

// splitText is the inverse of joinText: lines with their ends.
func splitText(s string) []any {
	list := []any{}
	for _, line := range strings.SplitAfter(s, "\n") {
		if line != "" {
			list = append(list, line)
		}
	}
	return list
}

// Code returns the code cells.
func (b *Book) Code() (list []*BookCell) {
	for _, c := range b.Cells {
		if c.Type == "code" {
			list = append(list, c)
		}
	}
	return list
}

// Tags returns the tags of a cell.
func (c *BookCell) Tags() (tags []string) {
	meta, _ := c.raw["metadata"].(map[string]any)
	list, _ := meta["tags"].([]any)
	for _, t := range list {
		if s, ok := t.(string); ok {
			tags = append(tags, s)
		}
	}
	return tags
}

// Outputs returns the stored outputs.
func (c *BookCell) Outputs() (list []Output) {
	outs, _ := c.raw["outputs"].([]any)
	for _, o := range outs {
		if m, ok := o.(map[string]any); ok {
			list = append(list, m)
		}
	}
	return list
}

// SetOutputs replaces the outputs and the execution count; count 0 stands for a cell that was not run.
func (c *BookCell) SetOutputs(outs []Output, count int) {
	list := make([]any, len(outs))
	for i, o := range outs {
		list[i] = o
	}
	c.raw["outputs"] = list
	c.raw["execution_count"] = nil
	if count > 0 {
		c.raw["execution_count"] = count
	}
}

// Encode returns the file as Jupyter writes it: keys in order, an indent of one space, a final newline.
func (b *Book) Encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(b.root); err != nil {
		return nil, err
	}
	// Go writes these two as escapes even so; Jupyter does not.
	text := bytes.ReplaceAll(out.Bytes(), []byte(`\u2028`), []byte("\u2028"))
	return bytes.ReplaceAll(text, []byte(`\u2029`), []byte("\u2029")), nil
}

// Write writes the notebook to a file.
func (b *Book) Write(path string) error {
	text, err := b.Encode()
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o666)
}

// Text is what an output looks like on a terminal.
func Text(o Output) string {
	switch o["output_type"] {
	case "stream":
		return joinText(o["text"])
	case "execute_result", "display_data":
		data, _ := o["data"].(map[string]any)
		if text := joinText(data["text/plain"]); text != "" {
			return strings.TrimSuffix(text, "\n") + "\n"
		}
		return ""
	case "error":
		return fmt.Sprintf("%v: %v\n", o["ename"], o["evalue"])
	}
	return ""
}
