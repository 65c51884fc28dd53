//go:build race

package pyasync_test

// raceDetector tells that the race detector is on: its shadow memory stays resident.
const raceDetector = true
