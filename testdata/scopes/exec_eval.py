ns = {}
exec("a = 1\ndef f(): return a + 1\nclass C: v = a", ns)
print(ns["a"], ns["f"](), ns["C"].v, "__builtins__" in ns)
print(eval("1 + 2"), eval("x * 2", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}))
code = compile("x ** 2", "<calc>", "eval")
print([eval(code, {"x": i}) for i in range(4)], code.co_filename, code.co_name)
code = compile("total = 0\nfor i in range(5): total += i\n", "<blk>", "exec")
g = {}
exec(code, g)
print(g["total"])
exec(compile("1 + 1\n'shown'", "<one>", "single")) if False else exec(compile("40 + 2", "<one>", "single"))
def local_exec():
    y = 1
    exec("y = 2; z = 3")
    loc = {}
    exec("y = 5", {}, loc)
    return y, loc
print(local_exec())
for bad in ("eval('1 +')", "eval('x = 1')", "eval('')", "exec('1 +')", "eval('nope')", "compile('1', 'f', 'bad')", "eval(5)", "exec(5)", "eval('1', 5)", "compile()", "exec('1', {}, {}, {})", "eval('  1 + 1  ')", "eval(b'2 + 2')", "eval('a\\nb')", "exec('x', None, 1)"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
class Ns(dict):
    def __missing__(self, k): return f"<{k}>"
print(eval("foo + bar", {}, Ns()))
def outer():
    v = 10
    return eval("v + 1"), eval("[v for _ in range(1)]")
print(outer())
print(eval("lambda n: n * 3")(4), eval("__name__", {"__name__": "custom"}))

