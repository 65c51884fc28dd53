class P:
    x, y = 1, [10, 20]
    d = {"k": "v", 3: "three"}
    def __format__(self, s): return f"P<{s}>"
    def __str__(self): return "P!"
    def __repr__(self): return "P?"
p = P()
print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{a} {b[0]} {c.x}".format(a=1, b=[2], c=p), "{0.x} {0.y[1]} {0.d[k]} {0.d[3]}".format(p))
print("{!r} {!s} {!a} {}".format(p, p, "é", p), "{:>5}|{:<5}|{:^5}".format(1, 2, 3), "{:{}}|{:{w}.{p}f}".format("a", 4, 3.14159, w=8, p=2), "{:{fill}{align}{width}}".format("x", fill="*", align="^", width=5))
print("{{}} {{{}}} }}{{".format(5), "{:{{}}".format if 0 else "", "{0:{1}} {2}".format(1, 3, "x"), "{[0]} {[a]}".format([7], {"a": 8}), "{:d}%".format(50), "{:,}".format(10 ** 9), "{:%H}".format.__name__)
print("{0[a b]} {0[-1]}".format({"a b": 1, "-1": 2}), "{:}".format(5), "{0!r:>5}".format("a"), "{x!s:^{w}}".format(x=1, w=3), "{}".format(None), "{}{}".format("", ()), "{0}{0}".format("ab"))
print("{a}".format_map({"a": 1}), "{a.x}".format_map({"a": p}))
class D(dict):
    def __missing__(self, k): return f"<{k}>"
print("{x} {y}".format_map(D(x=1)))
print("%s %d %i %u %f %e %g %x %X %o %c %c %r %a %%" % ("s", 1.9, 2, 3, 1.5, 1500.0, 1e-5, 255, 255, 8, "a", 98, "r", "é"))
print("%5d|%-5d|%05d|%+d|% d|%5.2f|%-8s|%8s|%.2s|%.3d|%#x|%#o|%5c|%%|" % (1, 2, 3, 4, 5, 1.234, "ab", "cd", "xyz", 7, 255, 8, "q"))
print("%(a)s %(b)05d %(a)r" % {"a": "x", "b": 42}, "%s" % [1, 2], "%s" % (1,), "%s %s" % (1, (2, 3)), "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%s" % None, "%d" % True, "%s" % {"a": 1}, "%x" % -255, "%.0f" % 2.5, "%g" % 1e10, "%G" % 1e-10, "%.10g" % 0.1, "%#.3g" % 1, "%e" % 0, "%i" % 3.99, "%s" % b"x", "%r" % "q", "%5s|%-5s|" % ("é", "日"), "%d" % 10 ** 2, "%%" % (), "abc" % (), "abc" % {})
for e in ("'{}'.format()", "'{1}'.format(0)", "'{a}'.format()", "'{} {0}'.format(1)", "'{0} {}'.format(1)", "'{'.format()", "'}'.format()", "'{a'.format(a=1)", "'{!x}'.format(1)", "'{!}'.format(1)", "'{0!rr}'.format(1)", "'{0.nope}'.format(p)", "'{0[9]}'.format([1])", "'{0[a]}'.format([1])", "'{0[]}'.format([1])", "'{0.}'.format(1)", "'{0[a}'.format(1)", "'{:{:{}}}'.format(1, 2, 3)", "'{:q}'.format(1)", "'{-1}'.format(1)", "'{a b}'.format(1)", "'{a}'.format_map(5)", "'{}'.format_map({})", "'{0]}'.format(1)", "'{0[a]b}'.format({'a': 1})", "'%d' % 'x'", "'%d' % None", "'%s'  % ()", "'%s %s' % ('a',)", "'%s' % (1, 2)", "'a' % 1", "'%(a)s' % 5", "'%(a)s' % {}", "'%(a' % {}", "'%z' % 1", "'%c' % 'ab'", "'%c' % -1", "'%c' % 1.5", "'%x' % 1.5", "'%f' % 'a'", "'%*d' % ('a', 1)", "'%' % ()", "'%5' % 1", "'%.' % 1", "'%o' % '8'", "'%i' % 1j", "'%d' % float('inf')", "'%d' % float('nan')", "'%(a)s %s' % {'a': 1}", "'%s' % {1: 2}", "'%s %s' % {}", "'%d' % [1]", "'{}'.format(*[])", "'%ld' % 5", "'%5.3d|' % 5", "'%+s' % 'a'", "'%#s' % 1"):
    try:
        print(e, repr(eval(e)))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

