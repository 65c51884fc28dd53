// Package ziptree reaches files inside ZIP archives by paths that go on behind the archive's name, as entries of
// sys.path do: "app.zip/pkg/mod.py".
package ziptree

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Tree is the file system with the archives in it opened. Archives read once are remembered until they change.
type Tree struct {
	mu       sync.Mutex
	archives map[string]*archive
}

type archive struct {
	time  time.Time
	size  int64
	files map[string]*zip.File
	dirs  map[string]bool
}

// Stat is os.Stat, also for what lies in an archive.
func (t *Tree) Stat(name string) (os.FileInfo, error) {
	info, err := os.Stat(name)
	if !errors.Is(err, syscall.ENOTDIR) {
		return info, err
	}
	a, rest := t.split(name)
	switch {
	case a == nil:
		return nil, err
	case a.dirs[rest]:
		return folder(path.Base(rest)), nil
	case a.files[rest] != nil:
		return a.files[rest].FileInfo(), nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: syscall.ENOENT}
}

// ReadFile is os.ReadFile, also for what lies in an archive.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if !errors.Is(err, syscall.ENOTDIR) {
		return data, err
	}
	a, rest := t.split(name)
	if a == nil {
		return nil, err
	}
	f := a.files[rest]
	if f == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.ENOENT}
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// IsArchive reports whether data is a ZIP archive, which may have something else before it.
func IsArchive(data []byte) bool {
	const endRecord, longestComment = 22, 1<<16 - 1
	return bytes.Contains(data[max(0, len(data)-endRecord-longestComment):], []byte("PK\x05\x06"))
}

// split finds the archive that name leads into and the path within it; nil when there is none.
func (t *Tree) split(name string) (*archive, string) {
	for at := len(name); ; {
		if at = strings.LastIndexByte(name[:at], '/'); at <= 0 {
			return nil, ""
		}
		info, err := os.Stat(name[:at])
		if err != nil {
			continue
		}
		if !info.Mode().IsRegular() {
			return nil, ""
		}
		return t.open(name[:at], info), path.Clean(name[at+1:])
	}
}

func (t *Tree) open(name string, info os.FileInfo) *archive {
	t.mu.Lock()
	defer t.mu.Unlock()
	if a := t.archives[name]; a != nil && a.time.Equal(info.ModTime()) && a.size == info.Size() {
		return a
	}
	data, err := os.ReadFile(name)
	if err != nil || !IsArchive(data) {
		return nil
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	a := &archive{time: info.ModTime(), size: info.Size(), files: map[string]*zip.File{}, dirs: map[string]bool{".": true}}
	for _, f := range r.File {
		member := path.Clean(f.Name)
		if !strings.HasSuffix(f.Name, "/") {
			a.files[member] = f
			member = path.Dir(member)
		}
		for ; !a.dirs[member] && member != "/"; member = path.Dir(member) {
			a.dirs[member] = true
		}
	}
	if t.archives == nil {
		t.archives = map[string]*archive{}
	}
	t.archives[name] = a
	return a
}

// folder is the FileInfo of a directory that exists because files lie in it.
type folder string

func (f folder) Name() string       { return string(f) }
func (f folder) Size() int64        { return 0 }
func (f folder) Mode() fs.FileMode  { return fs.ModeDir | 0o755 }
func (f folder) ModTime() time.Time { return time.Time{} }
func (f folder) IsDir() bool        { return true }
func (f folder) Sys() any           { return nil }
