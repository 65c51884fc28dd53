// Reading pages, writing outputs into them.
package markdown

import (
	"testing"
	"time"
)

const sample = "# T\n\n```python\nprint(1)\n```\n\n```text\n1\n```\n\n<!-- pyasync: needs network, stop after 2 s -->\n~~~python\nx\n~~~\n\n" +
	"- item\n  ```python expect error ValueError\n  raise ValueError\n  ```\n\n```pycon\n>>> if 1:\n...     2\n...\n2\n```\n\n```go\nx\n```\n\n" +
	"```python\nf()\n\n>>> 10.9\n```\n"

func TestParse(t *testing.T) {
	p := Parse(sample)
	if len(p.Blocks) != 5 {
		t.Fatalf("%d blocks", len(p.Blocks))
	}
	b := p.Blocks
	if b[0].Source != "print(1)\n" || b[0].Line != 4 || b[0].Expected == nil || b[0].Expected.Text != "1\n" {
		t.Errorf("%+v", b[0])
	}
	if !b[1].Attrs.Network || b[1].Attrs.StopAfter != 2*time.Second || b[1].Expected != nil {
		t.Errorf("%+v", b[1])
	}
	if !b[2].Attrs.Error || b[2].Attrs.ErrorType != "ValueError" || b[2].Source != "raise ValueError\n" {
		t.Errorf("%+v", b[2])
	}
	if !b[3].Doctest || len(Examples(b[3].Source)) != 1 || Examples(b[3].Source)[0].Want != "2\n" {
		t.Errorf("%+v", b[3])
	}
	if b[4].Source != "f()\n\n\n" {
		t.Errorf("%q", b[4].Source)
	}
}

func TestApply(t *testing.T) {
	p := Parse("```python\nprint(1)\n```\nA\n\n  ```python\n  print(2)\n  ```\n\n  ```text\n  old\n  old\n  ```\nB\n")
	got := p.Apply([]Update{{p.Blocks[0], "1\n"}, {p.Blocks[1], "2\n"}})
	const want = "```python\nprint(1)\n```\n\n```text\n1\n```\nA\n\n  ```python\n  print(2)\n  ```\n\n  ```text\n  2\n  ```\nB\n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestDefinitions(t *testing.T) {
	p := Parse("```python\nimport a\n@d\nasync def f():\n    pass\nf()\n```\n")
	got := p.Blocks[0].Definitions()
	if len(got) != 2 || got[0] != "\nimport a\n" || got[1] != "\n\n@d\nasync def f():\n    pass\n" {
		t.Errorf("%q", got)
	}
}
