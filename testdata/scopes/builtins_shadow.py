import builtins
print(len([1, 2]))
def len(x): return "my len"
print(len([1, 2]))
del len
print(len([1, 2]))
try:
    del len
except NameError as e:
    print(e)
builtins.custom = 42
print(custom)
del builtins.custom
try:
    custom
except NameError as e:
    print(e)
list_ = [print := 1]
builtins.print(print)
del print
print("back")
def f(str): return str + 1
print(f(1))
print(sorted(n for n in dir(builtins) if n.startswith("a")))
print(__builtins__ is builtins, builtins.__name__)
for name in ("lenn", "pritn", "Tru", "improt", "slef"):
    try:
        eval(name)
    except NameError as e:
        print(e, e.name)
print(globals() is globals(), "f" in globals(), type(globals()).__name__)
def loc(a, b=2):
    c = 3
    return locals()
print(loc(1))
globals()["made"] = "by globals"
print(made)
def dyn():
    exec("zz = 5")
    return "zz" in locals()
print(dyn())

