import re
print(re.match(r"\d+", "123abc").group(), re.match("b", "abc"), re.search("b", "abc").span(), re.fullmatch(r"\w+", "abc") is not None, re.findall(r"\d", "a1b2"), re.findall(r"(\w)(\d)", "a1b2"), re.findall(r"(\d)", "a1"), re.sub(r"\d", "#", "a1b2"), re.sub(r"(\w)(\d)", r"\2\1", "a1b2"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("a", "o", "banana"), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b"), re.split(",", "a,b,c", maxsplit=1), re.split("", "ab"), [m.start() for m in re.finditer("a", "banana")], re.escape("a.b*c"), re.sub("", "-", "ab"), re.split(r"x*", "axbc"))
m = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)(-(?P<d>\d\d))?", "2024-05")
print(m, m.groups(), m.groupdict(), m["y"], m.group("y", "m"), m.group(0), m.span("m"), m.start(1), m.end(), m.lastindex, m.lastgroup, m.groups("none"), m.re.pattern, m.string, m.pos, m.endpos, m.expand(r"\g<m>/\1"), bool(m), m.regs)
p = re.compile(r"^\s*(\w+)\s*=\s*(.*?)\s*$", re.M | re.I)
print(p, p.pattern, p.flags, p.groups, p.groupindex, p.findall("a = 1\n b=two words \n"), p.search("x=1", 0, 3) is not None, repr(re.I), re.compile("a") == re.compile("a"), re.compile("x", re.S | re.X))
print(re.findall(r"(?i)HELLO", "hello Hello"), re.findall(r"a.c", "a\nc abc", re.S), re.findall(r"^\w", "ab\ncd", re.M), re.findall(r"\bfoo\b", "foo food foo"), re.findall(r"(?<=\$)\d+", "$10 20"), re.findall(r"\w+(?=!)", "hi! yo"), re.findall(r"(?<!a)b", "ab bb"), re.findall(r"a(?!b)", "ab ac"), re.findall(r"(a|b)+", "abab"), re.findall(r"a{2,3}?", "aaaaa"), re.findall(r"<.*?>", "<a><b>"), re.findall(r"(\w)\1", "aabbc"), re.findall(r"[^\W\d]+", "ab12é"), re.findall(r"\d+", "١٢ 34"), re.findall(r"\w+", "naïve café", re.A), re.findall(rb"\d", b"a1"), re.findall(r"[\]\-a]", "]-ab"), re.findall(r"(?x) a  b # comment", "ab"), re.findall(r"(?:ab)+", "ababx"), re.findall(r"\Aab|b\Z", "ab b"), re.findall(r"(?P<q>['\"]).*?(?P=q)", "'a' \"b\""), re.findall(r"(?s:a.)b", "a\nb"), re.findall(r"a*+b|x", "aab"), re.findall(r"(?>a+)b", "aab"), re.sub(r"(?P<a>x)", r"<\g<a>\g<0>>", "x"), re.findall(r"(a)?(?(1)b|c)", "ab c"), re.findall(r"\x41\u00e9\t", "Aé\t"))
for e in ("re.compile('(')", "re.compile(')')", "re.compile('[')", "re.compile('*')", "re.compile('a**')", "re.compile('a{2,1}')", "re.compile('(?P<a>x)(?P<a>y)')", "re.compile('(?P<1a>x)')", "re.compile('\\\\')", "re.compile('(?P=zz)')", "re.compile('\\\\1')", "re.compile('(?<=a*)')", "re.compile('(?z)')", "re.compile('[b-a]')", "re.compile('\\\\q')", "re.sub('a', '\\\\1', 'a')", "re.sub('a', '\\\\g<x>', 'a')", "m.group(9)", "m['zz']", "m.group('q')", "re.match('a', 5)", "re.match('a', b'a')", "re.match(b'a', 'a')", "re.compile(5)", "re.match(5, 'a')", "re.compile('a', 'b')", "re.findall('a')", "re.sub('a', 5, 'a')", "re.compile(re.compile('a'), re.I)", "re.compile('(?')", "re.compile('(?:a')", "re.compile('a|*')", "re.compile('(?P<a')", "re.compile('x{1,2}{3}')"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
try:
    re.compile("ab(c")
except re.error as e:
    print(e.msg, e.pos, e.pattern, e.lineno, e.colno)
def tokenize(s):
    spec = [("NUM", r"\d+(\.\d+)?"), ("ID", r"[a-z]+"), ("OP", r"[-+*/=]"), ("WS", r"\s+"), ("BAD", r".")]
    for m in re.finditer("|".join(f"(?P<{n}>{r})" for n, r in spec), s):
        if m.lastgroup != "WS": yield m.lastgroup, m.group()
print(list(tokenize("x = 3.5 * y1 $")))

