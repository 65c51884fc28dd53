import subprocess, sys
r = subprocess.run(["echo", "hello", "world"], capture_output=True, text=True)
print(r.stdout, r.stderr, r.returncode, r.args)
r = subprocess.run("echo shell; exit 3", shell=True, stdout=subprocess.PIPE)
print(r.stdout, r.returncode, r)
r = subprocess.run(["cat"], input="fed in", capture_output=True, text=True)
print(r.stdout)
r = subprocess.run(["cat"], input=b"bytes", stdout=subprocess.PIPE)
print(r.stdout)
print(subprocess.check_output(["printf", "a\\nb"]), subprocess.getoutput("echo got"), subprocess.call(["true"]), subprocess.call(["false"]))
try:
    subprocess.run(["false"], check=True)
except subprocess.CalledProcessError as e:
    print(e, e.returncode, e.cmd, e.stdout)
try:
    subprocess.check_output("echo out; echo err >&2; exit 2", shell=True, stderr=subprocess.STDOUT, text=True)
except subprocess.CalledProcessError as e:
    print(e, repr(e.output))
try:
    subprocess.run(["/no/such/program"])
except FileNotFoundError as e:
    print(e)
try:
    subprocess.run(["sleep", "5"], timeout=0.05)
except subprocess.TimeoutExpired as e:
    print(str(e).split(" after")[0], e.cmd)
r = subprocess.run(["sh", "-c", "echo $V; pwd"], env={"V": "val", "PATH": "/usr/bin:/bin"}, cwd="/", capture_output=True, text=True)
print(r.stdout)
r = subprocess.run(["sh", "-c", "echo e >&2"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8")
print(r.stderr, r.stdout)
try:
    r = subprocess.CompletedProcess(["x"], 1); print(r); r.check_returncode()
except subprocess.CalledProcessError as e:
    print(e)
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(p.communicate("via popen"), p.returncode, p.poll())
with subprocess.Popen(["sh", "-c", "kill -9 $$"]) as p: p.wait()
print(p.returncode)
r = subprocess.run([sys.executable, "-c", "import sys; print(sys.argv[1:]); sys.exit(7)", "a", "b"], capture_output=True, text=True)
print(r.stdout, r.returncode)
for bad in (lambda: subprocess.run(["cat"], input="x", stdin=subprocess.PIPE), lambda: subprocess.run(["true"], capture_output=True, stdout=subprocess.PIPE), lambda: subprocess.run([]), lambda: subprocess.run(5), lambda: subprocess.run(["echo", 5])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

