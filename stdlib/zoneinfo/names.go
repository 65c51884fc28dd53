// Where the databases of zones lie, and the names in them.
package zoneinfo

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// databases are where systems keep their zone files; the names in the first that exists are those available.
var databases = []string{"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"}

// zoneNames lists the zones of the system's database. Go's embedded one does not tell its names.
func zoneNames() []string {
	for _, dir := range databases {
		if _, err := os.Stat(dir); err == nil {
			return namesIn(dir)
		}
	}
	return []string{"UTC"}
}

func namesIn(dir string) (names []string) {
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		rel, _ := filepath.Rel(dir, path)
		if d.IsDir() {
			if rel == "right" || rel == "posix" {
				return filepath.SkipDir
			}
			return nil
		}
		if rel == "posixrules" || rel == "localtime" || strings.Contains(filepath.Base(rel), ".") {
			return nil
		}
		if f, err := os.Open(path); err == nil {
			var magic [4]byte
			f.Read(magic[:])
			f.Close()
			if string(magic[:]) == "TZif" {
				names = append(names, filepath.ToSlash(rel))
			}
		}
		return nil
	})
	return names
}
