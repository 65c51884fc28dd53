import sys, os
sys.path.insert(0, os.path.join(sys.path[0], "extra_path"))
import only_here
print(only_here.WHO)
sys.path.pop(0)
print(os.path.basename(sys.path[0]))
d = os.path.join(os.environ["TMPDIR"], "gen")
os.makedirs(d)
with open(os.path.join(d, "generated.py"), "w") as f: f.write("X = 1\ndef g(): return X + 1\n")
try:
    import generated
except ModuleNotFoundError as e:
    print(e)
sys.path.append(d)
import importlib
importlib.invalidate_caches()
import generated
print(generated.g())
with open(os.path.join(d, "generated.py"), "w") as f: f.write("X = 10\nY = 'new attribute'\ndef g(): return X + 100\n")
importlib.reload(generated)
print(generated.g(), generated.Y)
import types
code = compile(open(generated.__file__).read(), generated.__file__, "exec")
m = types.ModuleType("manual")
exec(code, m.__dict__)
print(m.g(), m)

