# Signals held back by a mask, waited for, and timers.
import os
import signal
import threading
from signal import SIG_BLOCK, SIG_SETMASK, SIG_UNBLOCK, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM


def fails(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


got = []
signal.signal(SIGUSR1, lambda n, f: got.append(n))
print(signal.pthread_sigmask(SIG_BLOCK, [SIGUSR1]), signal.pthread_sigmask(SIG_BLOCK, []))
os.kill(os.getpid(), SIGUSR1)
print(got, signal.sigpending())
print(signal.pthread_sigmask(SIG_UNBLOCK, {SIGUSR1}), got, signal.sigpending())
signal.pthread_sigmask(SIG_SETMASK, [SIGUSR1, SIGUSR2, SIGTERM])
signal.raise_signal(SIGUSR1)
signal.raise_signal(SIGTERM)
print(sorted(signal.sigpending()), signal.sigwait([SIGUSR1, SIGUSR2]), got, signal.sigpending())
print(repr(signal.sigwait({SIGTERM})), signal.sigpending())
threading.Timer(0.05, os.kill, (os.getpid(), SIGUSR2)).start()
print(signal.sigwait([SIGUSR2]))
print(sorted(signal.pthread_sigmask(SIG_SETMASK, [])), got)


class Stop(Exception):
    pass


def stop(n, frame):
    raise Stop(signal.Signals(n).name)


signal.signal(SIGUSR2, stop)
signal.pthread_sigmask(SIG_BLOCK, [SIGUSR2])
signal.raise_signal(SIGUSR2)
fails(signal.pthread_sigmask, SIG_UNBLOCK, [SIGUSR2])
fails(signal.pthread_sigmask, 17, [])
fails(signal.pthread_sigmask, SIG_BLOCK, [0])
fails(signal.pthread_sigmask, SIG_BLOCK, 5)
fails(signal.pthread_sigmask, SIG_BLOCK, ["x"])
signal.signal(SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    while True:
        signal.pause()
except Stop as e:
    print("stopped by", e, signal.getitimer(signal.ITIMER_REAL))
signal.signal(SIGVTALRM, stop)
print(signal.setitimer(signal.ITIMER_VIRTUAL, 0.02, 0.5))
try:
    while True:
        sum(range(1000))
except Stop as e:
    print("stopped by", e, signal.getitimer(signal.ITIMER_VIRTUAL)[1], signal.setitimer(signal.ITIMER_VIRTUAL, 0)[1])
fails(signal.setitimer, 9, 1)
fails(signal.getitimer, 9)
r, w = os.pipe()
print(os.get_blocking(w))
os.set_blocking(w, False)
print(signal.set_wakeup_fd(w), signal.set_wakeup_fd(-1) == w)
print(signal.valid_signals.__module__, signal.strsignal(SIGTERM))
