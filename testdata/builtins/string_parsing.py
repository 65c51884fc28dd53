def parse_value(s):
    for conv in (int, float, complex):
        try:
            return conv(s)
        except ValueError:
            continue
    return {"true": True, "false": False, "none": None}.get(s.lower(), s)
for s in ("12", "-7", "3.5", "1e3", "2j", "true", "None", "abc", "0x1f", "1_000", " 42 ", "", "inf", "nan", "1+2j", "٣"): print(repr(s), "->", repr(parse_value(s)))
def parse_kv(text):
    out = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        k, sep, v = part.partition("=")
        if not sep: raise ValueError(f"missing '=' in {part!r}")
        out.setdefault(k.strip(), []).append(parse_value(v.strip()))
    return out
print(parse_kv("a=1; b = two ;a=3.5;; c=x=y"))
try:
    parse_kv("a=1; oops")
except ValueError as e:
    print(e)
def tokenize(s):
    out, i = [], 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1
        elif c.isdigit():
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
            out.append(("num", s[i:j])); i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(s) and (s[j].isalnum() or s[j] == "_"): j += 1
            out.append(("id", s[i:j])); i = j
        elif c in "\"'":
            j = s.find(c, i + 1)
            if j < 0: raise SyntaxError(f"unterminated string at {i}")
            out.append(("str", s[i + 1:j])); i = j + 1
        else: out.append(("op", c)); i += 1
    return out
print(tokenize("x1 = 3.14*(y + 'a b') "))
try:
    tokenize("x = 'oops")
except SyntaxError as e:
    print(e)
def wrap(text, width):
    lines, cur = [], ""
    for w in text.split():
        if cur and len(cur) + 1 + len(w) > width: lines.append(cur); cur = w
        else: cur = f"{cur} {w}".strip()
    return lines + [cur] if cur else lines
for l in wrap("the quick brown fox jumps over the lazy dog again and again", 16): print(f"|{l:<16}|{l:>16}|{l:^16}|")
def to_base(n, b):
    if n == 0: return "0"
    s, neg = "", n < 0
    n = abs(n)
    while n: n, r = divmod(n, b); s = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + s
    return "-" * neg + s
print([to_base(n, b) for n, b in ((255, 16), (-10, 2), (0, 5), (10 ** 20, 36))], int(to_base(12345, 7), 7))
def slug(s): return "-".join("".join(c if c.isalnum() else " " for c in s.lower()).split())
print(slug("  Hello, World! It's 2024... "), slug("Ünïcode Tëxt"), "snake_case_name".title().replace("_", ""), "".join("_" + c.lower() if c.isupper() else c for c in "camelCaseName"))
template = "Dear {name}, you owe ${amount:,.2f} since {when:>10}."
print(template.format(name="Ann", amount=1234.5, when="May"))
print("\t".expandtabs(4) + "x", "a,b;c d".replace(",", " ").replace(";", " ").split(), "%-10s|%5.1f%%" % ("cpu", 93.456), "abc".ljust(6, ".") + "|", "x=%(x)d y=%(y)s" % {"x": 1, "y": [2]})

