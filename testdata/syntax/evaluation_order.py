log = []
def t(x, r=None):
    log.append(x)
    return r if r is not None else x
class O:
    def __getitem__(self, k): t(("get", k)); return 1
    def __setitem__(self, k, v): t(("set", k, v))
    def __getattr__(self, n): t(("attr", n)); return 1
    def __setattr__(self, n, v): t(("setattr", n, v))
o = O()
t(1) + t(2) * t(3)
print(log); log.clear()
t("o", o)[t("k")] = t("v")
print(log); log.clear()
t("o", o)[t("k")] += t("v", 5)
print(log); log.clear()
t("o", o).a, t("p", o).b = t("r", (1, 2))
print(log); log.clear()
{t("k1"): t("v1"), t("k2"): t("v2")}
print(log); log.clear()
t("f", lambda *a, **k: None)(t("a"), *t("b", []), k=t("c"), **t("d", {}))
print(log); log.clear()
t("yes") if t("cond") else t("no")
print(log); log.clear()
[t("elt", x) for x in t("iter", [1, 2]) if t("if")]
print(log); log.clear()
t(1) < t(2) < t(3) < t(0) < t(9)
print(log); log.clear()
def deco(f): t("deco called"); return f
@t("deco expr", deco)
def fn(a=t("default a"), *, b=t("default b")) -> t("annotation"): pass
print(log); log.clear()
class K(t("base", object), metaclass=t("meta", type)): t("body")
print(log); log.clear()
o.x: t("ann", int) = t("value")
print(log); log.clear()
assert t(1), t("msg")
t("o", o)[t("lo", 1):t("hi", 2)]
print(log)

