// How much memory the system and its control groups leave to the process.
package object

import "syscall"

// memoryAtHand returns the bytes of memory that the machine has and the process may use, 0 when unknown.
func memoryAtHand() int {
	var info syscall.Sysinfo_t
	n := 0
	if syscall.Sysinfo(&info) == nil {
		n = int(uint64(info.Totalram) * uint64(info.Unit))
	}
	var lim syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_AS, &lim) == nil && lim.Cur < 1<<62 && (n == 0 || int(lim.Cur) < n) {
		n = int(lim.Cur)
	}
	return n
}
