name, n, pi = "World", 42, 3.14159
print(f"Hello {name}!", f'{n:>8}|{n:<8}|{n:^8}|{n:08b}', f"{pi:.2f} {pi:10.3e}")
print(f"{name!r} {name!s} {name!a} {'é'!a}")
print(f"{n=} {n = } {name=!s} {pi=:.1f} {n + 1=}")
width, prec = 10, 4
print(f"{pi:{width}.{prec}}|{name:*^{width + 4}}|")
print(f"{{literal}} {{{n}}} {n}}}")
print(f"{'nested ' + f'{n} {f"{pi:.1f}"}'}")
print(f"{ {'a': 1}['a'] } {[i for i in range(3)]} {(lambda x: x * 2)(4)}")
print(f"""multi
{n
+ 1}
line""")
print(f"{n!r:>6}|{None!s:>6}|{True:5}|{[1]!r:^7}|")
d = {"key": "v"}
print(f"{d['key']} {d["key"]} {"\n".join(["x", "y"])!r}")
print(f"{n:,} {1234567.891:,.2f} {n:x} {n:#o} {255:#X} {-n:+} {n: } {0.25:.0%}")
print(rf"\d{n}\n", fr"{name}\t", f"\x41{n}\u00e9")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "F!"
print(f"{F()} {F():abc} {F()!r} {F():{'x' * 3}} {F()!r:>4}")
print(f"{n if n > 40 else 0} {(x := 5)} {x}", f"{n:{'>'}{8}}")
print(f"{'a' 'b'}" f"{1,2}" f"{*[1, 2],}" f"{'''tri'''}")
print(f"{n#comment
}")
for s in ("f'{n:q}'", "f'{name:d}'", "f'{pi:s}'", "f'{undefined}'", "f'{n!z}'", "f'{}'", "f'{n'", "f'{n}}'"):
    try:
        print(eval(s))
    except Exception as e:
        print(s, type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)

