// The notebooks that -o writes, checked by the rules of the schema of nbformat 4.4 and 4.5.

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// schemaObject is a JSON object of a schema: the keys it has to have and those it may have, with their checks.
type schemaObject struct {
	required, optional map[string]func(x any) error
}

func (s schemaObject) check(x any) error {
	m, ok := x.(map[string]any)
	if !ok {
		return fmt.Errorf("%v is no object", x)
	}
	for key, check := range s.required {
		v, there := m[key]
		if !there {
			return fmt.Errorf("%q is missing", key)
		}
		if err := check(v); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	for key, v := range m {
		check, known := s.optional[key]
		if _, needed := s.required[key]; needed {
			continue
		}
		if !known {
			return fmt.Errorf("%q is not allowed", key)
		}
		if err := check(v); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	return nil
}

type checks = map[string]func(x any) error

func isString(x any) error {
	if _, ok := x.(string); !ok {
		return fmt.Errorf("%v is no string", x)
	}
	return nil
}

func isText(x any) error {
	if list, ok := x.([]any); ok {
		return each(list, isString)
	}
	return isString(x)
}

func isObject(x any) error {
	if _, ok := x.(map[string]any); !ok {
		return fmt.Errorf("%v is no object", x)
	}
	return nil
}

func isCount(x any) error {
	if n, ok := x.(float64); x != nil && (!ok || n < 0 || n != float64(int(n))) {
		return fmt.Errorf("%v is no count", x)
	}
	return nil
}

func isOne(values ...any) func(x any) error {
	return func(x any) error {
		for _, v := range values {
			if x == v {
				return nil
			}
		}
		return fmt.Errorf("%v is none of %v", x, values)
	}
}

func each(list []any, check func(x any) error) error {
	for i, x := range list {
		if err := check(x); err != nil {
			return fmt.Errorf("[%d]: %w", i, err)
		}
	}
	return nil
}

func isListOf(check func(x any) error) func(x any) error {
	return func(x any) error {
		list, ok := x.([]any)
		if !ok {
			return fmt.Errorf("%v is no list", x)
		}
		return each(list, check)
	}
}

var jsonType = regexp.MustCompile(`^application/(.*\+)?json$`)

func isBundle(x any) error {
	m, ok := x.(map[string]any)
	if !ok {
		return fmt.Errorf("%v is no object", x)
	}
	for mime, v := range m {
		if err := isText(v); err != nil && !jsonType.MatchString(mime) {
			return fmt.Errorf("%s: %w", mime, err)
		}
	}
	return nil
}

var cellID = regexp.MustCompile(`^[a-zA-Z0-9-_]{1,64}$`)

func isID(x any) error {
	if s, ok := x.(string); !ok || !cellID.MatchString(s) {
		return fmt.Errorf("%v is no id", x)
	}
	return nil
}

var outputSchemas = map[string]schemaObject{
	"execute_result": {required: checks{"output_type": isString, "data": isBundle, "metadata": isObject, "execution_count": isCount}},
	"display_data":   {required: checks{"output_type": isString, "data": isBundle, "metadata": isObject}},
	"stream":         {required: checks{"output_type": isString, "name": isString, "text": isText}},
	"error":          {required: checks{"output_type": isString, "ename": isString, "evalue": isString, "traceback": isListOf(isString)}},
}

func isOutput(x any) error {
	m, _ := x.(map[string]any)
	kind, _ := m["output_type"].(string)
	schema, ok := outputSchemas[kind]
	if !ok {
		return fmt.Errorf("output_type %q", kind)
	}
	return schema.check(x)
}

// checkNotebook is what nbformat.validate does.
func checkNotebook(text []byte) error {
	var root map[string]any
	if err := json.Unmarshal(text, &root); err != nil {
		return err
	}
	minor, _ := root["nbformat_minor"].(float64)
	isCell := func(x any) error {
		m, _ := x.(map[string]any)
		common := checks{"cell_type": isOne("code", "markdown", "raw"), "metadata": isObject, "source": isText}
		if minor >= 5 {
			common["id"] = isID
		}
		more := checks{"attachments": isObject}
		if m["cell_type"] == "code" {
			common["outputs"], common["execution_count"] = isListOf(isOutput), isCount
			more = nil
		}
		return schemaObject{common, more}.check(x)
	}
	return schemaObject{required: checks{"metadata": isObject, "nbformat": isOne(4.0), "nbformat_minor": isCount, "cells": isListOf(isCell)}}.check(root)
}

func TestWrittenNotebook(t *testing.T) {
	sources := []string{
		"print('out')\nimport sys\nprint('err', file=sys.stderr)\nprint('out', end='')",
		"display('shown')\n{'a': 1}",
		"1/0",
		"from IPython.display import HTML, JSON, Image, Markdown\ndisplay(HTML('<b>x</b>\\n<i>y</i>'), JSON({'a': [1, None]}), Markdown('# h'))\nImage(data=b'\\x89PNG')",
		"h = display(1, display_id=True)\nh.update(2)",
		"class R:\n    def _repr_mimebundle_(self, include=None, exclude=None):\n        return {'text/plain': 'r', 'application/vnd.x+json': {'k': 1.5}}, {'m': 1}\nR()",
		"%%time\npass",
		"%%capture c\nprint('never seen')",
		"!echo child; echo child2 >&2",
		"import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    print('late')\nt = asyncio.create_task(f())",
		"for i in range(3):\n    print(i, end='\\r')",
		"",
	}
	for _, minor := range []int{4, 5} {
		var cells []any
		add := func(kind, source string) {
			c := map[string]any{"cell_type": kind, "metadata": map[string]any{}, "source": source}
			if minor == 5 {
				c["id"] = fmt.Sprintf("cell-%d", len(cells))
			}
			if kind == "code" {
				c["outputs"], c["execution_count"] = []any{}, nil
			}
			cells = append(cells, c)
		}
		add("markdown", "# Title\ntext")
		for _, s := range sources {
			add("code", s)
		}
		add("raw", "raw")
		text, _ := json.Marshal(map[string]any{"cells": cells, "metadata": map[string]any{}, "nbformat": 4, "nbformat_minor": minor})
		dir := t.TempDir()
		write(t, dir, "in.ipynb", string(text))
		command(t, dir, "in.ipynb", "--keep-going", "-o", "out.ipynb")
		out, err := os.ReadFile(filepath.Join(dir, "out.ipynb"))
		if err != nil {
			t.Fatal(err)
		}
		if err := checkNotebook(out); err != nil {
			t.Errorf("minor %d: %v\n%s", minor, err, out)
		}
		for _, part := range []string{`"name": "stderr"`, `"ename": "ZeroDivisionError"`, `"<b>x</b>\n"`, `"application/vnd.x+json"`, `"execution_count": 5`, `"child\n"`} {
			if !strings.Contains(string(out), part) {
				t.Errorf("minor %d: %s is missing in\n%s", minor, part, out)
			}
		}
		if checkedAgain, code := command(t, dir, "--check", "out.ipynb"); code != 0 {
			t.Errorf("minor %d: --check of what was written: %s", minor, checkedAgain)
		}
	}
	for _, bad := range []string{`{"cells":[],"metadata":{},"nbformat":4}`, `{"cells":[{"cell_type":"code"}],"metadata":{},"nbformat":4,"nbformat_minor":5}`,
		`{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5,"x":1}`} {
		if checkNotebook([]byte(bad)) == nil {
			t.Errorf("%s was accepted", bad)
		}
	}
}
