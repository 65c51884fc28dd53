# Popen in detail: descriptors, errors, groups, pieces of communicate, text, what the names in the module say.
import os
import subprocess
import sys
import tempfile
from subprocess import DEVNULL, PIPE, STDOUT, Popen


def fails(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print("no error")


print(subprocess.list2cmdline(["a b c", "d", "e", 'ab"c', "", "a\\\\b", 'a\\"', "x\\ y\\"]))
print(subprocess._active, subprocess._PopenSelector.__name__, subprocess._args_from_interpreter_flags())

# wrong arguments
fails(Popen, ["true"], bufsize="x")
fails(Popen, ["true"], pipesize="x")
fails(Popen, ["true"], stdout=STDOUT)
fails(Popen, ["true"], startupinfo=1)
fails(Popen, ["true"], creationflags=1)
fails(Popen, ["true"], text=True, universal_newlines=False)
fails(Popen, [])
fails(Popen, [1])
fails(Popen, 5)
fails(Popen, ["a\0b"])
fails(Popen, ["true"], env={"a=b": "c"})
fails(Popen, ["true"], cwd="/nowhere/at/all")
fails(Popen, ["true"], cwd="/etc/passwd")
fails(Popen, ["/nowhere/program"])
fails(Popen, ["no-such-program-anywhere", "x"])
fails(Popen, ["/etc"])
fails(Popen, [b"/nowhere"])
fails(Popen, ["true"], user=-1)
fails(Popen, ["true"], user=2.5)
fails(Popen, ["true"], user="no-such-user")
fails(Popen, ["true"], group="no-such-group")
fails(Popen, ["true"], group=-2)
fails(Popen, ["true"], group=2.5)
fails(Popen, ["true"], extra_groups="abc")
fails(Popen, ["true"], extra_groups=[1.5])
fails(Popen, ["true"], extra_groups=[-1])
fails(Popen, ["true"], executable="/nowhere/else")
fails(subprocess.run, ["true"], input="x", stdin=PIPE)
fails(subprocess.run, ["true"], capture_output=True, stdout=PIPE)
fails(subprocess.check_output, ["true"], stdout=PIPE)
fails(subprocess.check_output, ["true"], check=False)
print(repr(Popen(["true"], stdout=DEVNULL))[:44], len(repr(Popen(["true", "x" * 100]))))

# descriptors
with tempfile.TemporaryFile() as f:
    with Popen(["sh", "-c", "echo out; echo err >&2; echo again"], stdout=f, stderr=STDOUT) as p:
        print(p.wait(), p.stdout, p.stderr)
    f.seek(0)
    print(f.read())
r, w = os.pipe()
os.write(w, b"through the pipe")
os.close(w)
show = f"cat <&{r} 2>/dev/null; echo .$?."
print(subprocess.run(show, shell=True, capture_output=True, text=True, stdin=DEVNULL).stdout[-5:-1] != ".0.")
print(subprocess.run(show, shell=True, capture_output=True, text=True, pass_fds=(r,)).stdout)
os.close(r)
r, w = os.pipe()
os.set_inheritable(w, True)
said = f"echo said >&{w}"
print(subprocess.run(said, shell=True, stderr=DEVNULL).returncode != 0, subprocess.run(said, shell=True, close_fds=False).returncode,
      os.read(r, 100))
os.close(r), os.close(w)

# sessions and groups
session = "import os; print(os.getpid() == os.getsid(0), os.getpid() == os.getpgid(0))"
for kwargs in {}, {"start_new_session": True}, {"process_group": 0}, {"preexec_fn": os.setsid}:
    print(subprocess.run([sys.executable, "-c", session], stdout=PIPE, text=True, **kwargs).stdout.strip())

# communicate: pieces, timeouts, a reader that does not read
p = Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True)
print(p.communicate("first\r\nsecond\n"), p.returncode, p.stdin.closed)
p = Popen("echo early; exec sleep 60", shell=True, stdin=PIPE, stdout=PIPE, stderr=PIPE)
try:
    p.communicate(b"data", timeout=0.6)
except subprocess.TimeoutExpired as e:
    print(e, e.output, e.stdout, e.stderr, e.cmd, e.timeout)
fails(p.communicate, b"more")
p.kill()
print(p.communicate(), p.returncode, p.poll(), p.wait(timeout=1))
print(Popen(["true"], stdin=PIPE, stdout=PIPE).communicate(b"x" * 300000))
p = Popen(["cat"], stdin=PIPE, stdout=PIPE)
data = bytes(range(256)) * 2000
print(p.communicate(data)[0] == data)
p = Popen(["sh", "-c", "echo one; echo two >&2; exit 5"], stdout=PIPE, stderr=PIPE, encoding="utf-8")
print(p.encoding, p.text_mode, p.universal_newlines, p.stdout.readline(), p.communicate(), p.returncode)
print(Popen(["printf", "a\\r\\nb\\rc"], stdout=PIPE, stderr=PIPE, text=True).communicate())
with Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as p:
    for line in "ping", "pong":
        p.stdin.write(line + "\n")
        print(repr(p.stdout.readline()), p.stdin.line_buffering)
print(p.returncode)

# signals
p = Popen(["sleep", "60"])
fails(p.wait, 0.01)
print(p.poll())
p.terminate()
print(p.wait(), p.send_signal(9), p.kill())
fails(subprocess.run, ["sh", "-c", "kill -USR1 $$"], check=True)
fails(subprocess.run, ["sleep", "60"], timeout=0.05, stdout=PIPE)
fails(subprocess.check_call, ["sh", "-c", "exit 7"])
print(subprocess.getstatusoutput("echo x; exit 3"), subprocess.getstatusoutput("kill -9 $$"))

# a pipeline
a = Popen(["printf", "%s\\n", "pear", "apple", "fig"], stdout=PIPE)
b = Popen(["sort"], stdin=a.stdout, stdout=PIPE, text=True)
a.stdout.close()
print(b.communicate()[0].split(), a.wait())
