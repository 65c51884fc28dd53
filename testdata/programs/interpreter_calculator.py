import re
class ParseError(Exception): pass
TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|(\w+)|(.))")
class Parser:
    def __init__(self, text):
        self.toks = [m.groups() for m in TOKEN.finditer(text) if m.group().strip()] + [(None, None, "end")]
        self.i = 0
    def peek(self): return self.toks[self.i][2]
    def next(self):
        t = self.toks[self.i]; self.i += 1
        return t
    def expr(self):
        v = self.term()
        while (op := self.peek()) in ("+", "-"):
            self.next()
            v = (op, v, self.term())
        return v
    def term(self):
        v = self.factor()
        while (op := self.peek()) in ("*", "/", "%"):
            self.next()
            v = (op, v, self.factor())
        return v
    def factor(self):
        num, name, op = self.next()
        if num: base = float(num) if "." in num else int(num)
        elif name: base = ("var", name)
        elif op == "(":
            base = self.expr()
            if self.next()[2] != ")": raise ParseError("expected )")
        elif op == "-": return ("neg", self.factor())
        else: raise ParseError(f"unexpected {op!r}")
        if self.peek() == "^":
            self.next()
            return ("^", base, self.factor())
        return base
    def parse(self):
        v = self.expr()
        if self.peek() != "end": raise ParseError(f"trailing {self.peek()!r}")
        return v
def ev(n, env):
    match n:
        case int() | float(): return n
        case ("var", name): return env[name]
        case ("neg", x): return -ev(x, env)
        case ("+", a, b): return ev(a, env) + ev(b, env)
        case ("-", a, b): return ev(a, env) - ev(b, env)
        case ("*", a, b): return ev(a, env) * ev(b, env)
        case ("/", a, b): return ev(a, env) / ev(b, env)
        case ("%", a, b): return ev(a, env) % ev(b, env)
        case ("^", a, b): return ev(a, env) ** ev(b, env)
        case _: raise TypeError(f"bad node {n!r}")
for src in ("1 + 2 * 3", "(1 + 2) * 3", "-2 ^ 2", "2 ^ 3 ^ 2", "10 / 4 - x", "7 % 4 * y", "1 +", "(1", "1 / 0", "z", "2 3", "1.5 * 4"):
    try:
        tree = Parser(src).parse()
        print(src, "=", ev(tree, {"x": 1, "y": 2.5}), tree)
    except (ParseError, ZeroDivisionError, KeyError) as e:
        print(src, "->", type(e).__name__, e)

