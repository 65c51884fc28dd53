// Our trees beside CPython's, for the whole of CPython's own library.

package parser

import (
	"bufio"
	"crypto/md5"
	"encoding/hex"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"pyasync/ast"
)

// libraryDigests prints, for every n-th file of the library, a digest of its tree with positions, or ERR.
const libraryDigests = `
import ast, hashlib, os, sys, warnings
warnings.simplefilter('ignore')
k, n = map(int, sys.argv[1:])
files = []
for folder, folders, names in os.walk(os.path.dirname(os.__file__)):
    folders[:] = sorted(f for f in folders if f != 'site-packages')
    files += [os.path.join(folder, f) for f in sorted(names) if f.endswith('.py')]
for f in files[k::n]:
    try:
        tree = ast.dump(ast.parse(open(f, 'rb').read()), include_attributes=True)
    except (SyntaxError, ValueError):
        print(f, 'ERR')
    else:
        print(f, hashlib.md5(tree.encode('utf-8', 'surrogatepass')).hexdigest())
`

// oracle returns the path of a CPython 3.13, or skips the test.
func oracle(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("python3.13")
	if err != nil {
		t.Skip("python3.13 is not at hand")
	}
	if out, err := exec.Command(path, "-c", "").CombinedOutput(); err != nil {
		t.Skipf("python3.13 does not run: %s", out)
	}
	return path
}

type tally struct {
	sync.Mutex
	files, accepted, identical, refused int
}

// TestLibraryTrees compares the trees of all 1722 files CPython parses: half a minute on two cores. With -short it takes
// a fortieth of them.
func TestLibraryTrees(t *testing.T) {
	python := oracle(t)
	shards := [][2]string{{"0", "2"}, {"1", "2"}}
	if testing.Short() {
		shards = [][2]string{{"7", "40"}}
	}
	var sum tally
	var wg sync.WaitGroup
	for _, s := range shards {
		wg.Go(func() { compareTrees(t, exec.Command(python, "-c", libraryDigests, s[0], s[1]), &sum) })
	}
	wg.Wait()
	t.Logf("of %d files CPython parses, accepted %d, identical %d; of those it refuses, refused %d",
		sum.files, sum.accepted, sum.identical, sum.refused)
	if sum.files == 0 {
		t.Error("no files compared")
	}
}

func compareTrees(t *testing.T, cmd *exec.Cmd, sum *tally) {
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Error(err)
		return
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		file, digest, _ := strings.Cut(lines.Text(), " ")
		compareTree(t, file, digest, sum)
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

func compareTree(t *testing.T, file, digest string, sum *tally) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
		return
	}
	r, err := Parse(src, Options{Filename: file, SyntaxOnly: true})
	sum.Lock()
	defer sum.Unlock()
	if digest == "ERR" {
		if err == nil {
			t.Errorf("%s: accepted, CPython refuses it", file)
		} else {
			sum.refused++
		}
		return
	}
	sum.files++
	if err != nil {
		t.Error(err)
		return
	}
	sum.accepted++
	md := md5.Sum([]byte(ast.Dump(r.Module, ast.DumpOptions{Lines: r.Lines})))
	if hex.EncodeToString(md[:]) != digest {
		t.Errorf("%s: another tree", file)
		return
	}
	sum.identical++
}
