# A handler that raises calls the main thread away from any wait; one that returns does not end it.
import os
import queue
import select
import signal
import socket
import subprocess
import threading
import time


class Alarm(Exception):
    pass


def raising(n, frame):
    raise Alarm


def interrupted(name, wait):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        wait()
    except Alarm:
        print(name, "interrupted")
    else:
        print(name, "went on")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


signal.signal(signal.SIGALRM, raising)
r, w = os.pipe()
server = socket.create_server(("127.0.0.1", 0))
p = subprocess.Popen(["sleep", "60"])
interrupted("sleep", lambda: time.sleep(60))
interrupted("os.read", lambda: os.read(r, 1))
interrupted("waitpid", lambda: os.waitpid(p.pid, 0))
interrupted("os.wait", os.wait)
interrupted("Popen.wait", p.wait)
interrupted("Popen.wait timeout", lambda: p.wait(60))
interrupted("communicate", lambda: subprocess.run(["sleep", "60"], capture_output=True))
interrupted("accept", server.accept)
interrupted("select", lambda: select.select([r], [], []))
interrupted("event", threading.Event().wait)
interrupted("queue", queue.Queue().get)
interrupted("pause", signal.pause)
p.kill()
print(os.waitpid(p.pid, 0) == (p.pid, 9), os.waitstatus_to_exitcode(9))
calls = []
signal.signal(signal.SIGALRM, lambda n, frame: (calls.append(n), os.write(w, b"late"))[0])
interrupted("os.read", lambda: print(os.read(r, 10)))
print(len(calls), os.waitpid(subprocess.Popen(["true"]).pid, 0)[1])
for bad in (lambda: os.waitpid(2**22 - 1, 0), os.wait, lambda: os.read(w, 1), lambda: os.read(9999, 1), lambda: os.read(r, -1)):
    try:
        bad()
    except OSError as e:
        print(type(e).__name__, e)
