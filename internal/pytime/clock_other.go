//go:build !linux

package pytime

func monotonicBase() int64 { return 0 }
