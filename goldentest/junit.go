// JUnit XML, which build servers read.
package goldentest

import (
	"encoding/xml"
	"fmt"
	"os"
	"time"
)

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Time     string      `xml:"time,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Time    string        `xml:"time,attr"`
	Failure *junitMessage `xml:"failure"`
	Skipped *junitMessage `xml:"skipped"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// WriteJUnit writes results to a file.
func WriteJUnit(path string, results []Result, took time.Duration) error {
	s := junitSuite{Name: "pyasync", Tests: len(results), Time: seconds(took)}
	for _, r := range results {
		c := junitCase{Name: r.Name, Class: r.Path, Time: seconds(r.Took)}
		switch r.Verdict {
		case Fail:
			s.Failures++
			c.Failure = &junitMessage{r.Reason, r.Detail}
		case Skip:
			s.Skipped++
			c.Skipped = &junitMessage{Message: r.Reason}
		}
		s.Cases = append(s.Cases, c)
	}
	text, err := xml.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append([]byte(xml.Header), append(text, '\n')...), 0o666)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.3f", d.Seconds()) }
