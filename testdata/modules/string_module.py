import string
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits, string.ascii_uppercase[:5], len(string.printable))
t = string.Template("$who likes ${what}, pays $$5")
print(t.substitute(who="bob", what="tea"), t.substitute({"who": "x"}, what="y"), t.safe_substitute(who="only"), t.template, t.is_valid(), t.get_identifiers())
for e in ("t.substitute(who='a')", "string.Template('$').substitute()", "string.Template('$1').substitute()", "string.Template('a\\nb $!').substitute()", "t.substitute(1, 2)"):
    try:
        print(eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
print(string.capwords("hello big  world"), string.capwords("a-b c", "-"))
f = string.Formatter()
print(f.format("{0} {a!r:>5}", 1, a="x"), list(f.parse("a{b!r:c}{{d}}")), f.vformat("{x}", (), {"x": 5}))
class F(string.Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f"<{key}>") if isinstance(key, str) else args[key]
print(F().format("{a} {b} {0}", "zero", a=1))

