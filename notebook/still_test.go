// Tasks that outlive their cell.
package notebook_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	py "pyasync"
	"pyasync/notebook"
)

// A cell whose tasks wait for something that a later cell does is over; one that waits itself for ever is a deadlock.
func TestTasksThatWaitForLaterCells(t *testing.T) {
	run := func(cells ...string) (string, error) {
		var out strings.Builder
		in, err := py.New(py.Options{Stdout: &out, Stderr: &out})
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		var list []notebook.Cell
		for _, c := range cells {
			list = append(list, notebook.Cell{Source: c})
		}
		_, err = notebook.Run(in, list, false, notebook.Config{Settle: true, Interrupts: true})
		return out.String(), err
	}
	begin := `import asyncio
ready = asyncio.Event()
async def wait():
    await ready.wait()
    print("ready")
task = asyncio.create_task(wait())
print("begun")`
	if out, err := run(begin, "ready.set()", "print('end')"); err != nil || out != "begun\nready\nend\n" {
		t.Errorf("%q, %v", out, err)
	}
	out, err := run(begin, "await task", "print('never')")
	var d *py.DeadlockError
	if !errors.As(err, &d) || out != "begun\n" {
		t.Fatalf("%q, %v", out, err)
	}
	if n := len(d.Picture.Tasks); n != 2 {
		t.Errorf("%d tasks", n)
	}
}

// A kernel that waits for its next cell is in no deadlock, whoever has to bring the cell.
func TestWaitingForCells(t *testing.T) {
	var out strings.Builder
	in, err := py.New(py.Options{Stdout: &out, Stderr: &out})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	cells := make(chan *notebook.Cell, 2)
	var k *notebook.Kernel
	asked := make(chan bool, 1)
	k, err = notebook.New(in, notebook.Config{Interrupts: true, Next: func() (*notebook.Cell, bool) {
		select {
		case c := <-cells:
			return c, c != nil
		default:
			select {
			case asked <- true:
			default:
			}
			return nil, true
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		for _, c := range []*notebook.Cell{{Source: "x = 1"}, nil} {
			<-asked
			time.Sleep(100 * time.Millisecond) // the loop comes to rest
			cells <- c
			k.Wake()
		}
	}()
	if err := k.Run(); err != nil {
		t.Error(err)
	}
}
