# re: patterns that are wrong, and what matches, substitutions and splits give.
import re
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
for p in ["(", ")", "[", "a**", "*a", "a{2,1}", "(?P<n>a)(?P<n>b)", "(?P<1>a)", "(?P=x)", "(?<=a*)b", "\\", "[z-a]", "(?z)", "(?P<a", "(?", "(?i", "a(?i)b", "\\1", "(a)\\2", "[[:a]]", "[a&&b]", "(?#x", "x{99999999999}", "(?(1)a|b)", "(?(x)a)", "(?P>x)", "\\x1", "\\u12", "\\N{foo}", "\\g", "[\\q]", "\\Z\\q", "(?<!a+)", "(?-i)", "(?L)a", "(?a)(?u)b", "a++b", "(?>a)", "a?+", "(?i:a(?-i:b))", "(?P<é>a)", "(?:a", "a|*", "(?<n>a)", "[^]", "[]", "[]a]", "{", "a{", "a{1", "a{,}", "a{,2}", "(?=a)*", "^*", "$+", "(?P<a>.)(?P=a)", "(?(1", "(a)(?(1)b|c|d)", "(?P", "(?P!"]:
    try: print(p, re.compile(p))
    except re.error as e: print(p, "!!", e, e.msg, e.pos, e.lineno, e.colno, e.pattern)
    except Exception as e: print(p, "!!", type(e), e)
print(re.findall(r"(\w)(\d)?", "a1b c2")); print(re.findall(r"\b\w+\b", "The quick, brown fox")); print(re.split(r"(,)\s*", "a, b,c")); print(re.split(r"x*", "axbc")); print(re.split(r"\s", "a b c d", maxsplit=2)); print(re.sub(r"(?P<w>\w+)", r"<\g<w>|\1|\g<0>>", "hi you", count=1)); print(re.sub("", "-", "abc")); print(re.sub("x*", "-", "abxd")); print(re.subn("a", lambda m: m.group().upper() + str(m.start()), "banana"))
t(re.sub, "a", r"\2", "a"); t(re.sub, "a", r"\g<x>", "a"); t(re.sub, "a", r"\g<", "a"); t(re.sub, "a", "\\q", "a"); t(re.sub, "(a)", r"\1\n\t\\", "xay"); t(re.sub, "a", 5, "a"); t(re.sub, "a", lambda m: 5, "a"); t(re.match, 5, "a"); t(re.match, "a", 5); t(re.match, "a", b"a"); t(re.match, b"a", "a"); t(re.compile, "a", 99999); t(re.compile, re.compile("a"), re.I); t(re.compile, re.compile("a"))
m = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)(-(?P<d>\d\d))?", "2024-05 rest"); print(m, m.groups(), m.groups("x"), m.groupdict(), m.groupdict(0), m.group(1, 2), m["y"], m[0], m.span(), m.span("d"), m.start(3), m.end("m"), m.lastindex, m.lastgroup, m.re, m.string, m.pos, m.endpos, m.regs, m.expand(r"\g<m>/\1"))
t(m.group, 9); t(m.group, "zz"); t(lambda: m["zz"]); t(m.start, 9); t(m.expand, 5); t(lambda: m.group(-1)); print(bool(m), len(m.groups()), re.match("a", "b"))
p = re.compile(r"""
  (?P<num>\d+)   # number
  \s*
  (?P<op>[-+*/]) # op
""", re.VERBOSE | re.I); print(p, p.flags, p.groups, p.groupindex, p.pattern, p.match("12 +").groupdict()); print(repr(p.flags), re.RegexFlag(p.flags), re.I | re.M, re.IGNORECASE, ~re.I, re.RegexFlag(0))
print([m.group() for m in re.finditer(r"(?<=\$)\d+(?!\d|%)", "$100 $20% $7")]); print(re.findall(r"(?i)straße|STRASSE", "Straße STRASSE")); print(re.findall(r"(?s)a.b", "a\nb"), re.findall("a.b", "a\nb"), re.findall("^a$", "a\na\n", re.M), re.findall(r"\Aa", "a\na", re.M)); print(re.fullmatch("a|ab", "ab"), re.search("b+", "abbb", ).span()); print(re.escape("a.b*c-d_e f#é\n")); print(re.compile("a").fullmatch("xa", 1), re.compile("^b").search("ab", 1), re.compile("b").search("abab", 2, 3))
print(re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]+", "x a.b+c@d-e.co.uk, q@w.z")); print(re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567")); print(re.findall(r"(a)|(b)|(c)", "abc")); print(re.match(r"(a|b)*c", "abac").groups()); print(re.match(r"(?:(a)|b)*", "ab").groups()); print(re.match("(a*)*", "aaa").span(), re.match("(a*)+?b", "aab").groups()); print(re.findall(r"\d+(?:\.\d+)?", "1 2.5 .3")); print(re.split("(a)|b", "xaybz")); print(re.findall(b"\\w+", b"ab \xe9")); print(re.findall(r"\w+", "été ab", re.A)); print(re.sub(r"\s+", " ", " a \t\n b ")); print(re.findall(r"(?P<a>x)(?(a)y|z)", "xyz")); print(re.findall(r"(['\"])(.*?)\1", "'a' \"b'c\""))
s = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)]); print(s.scan("12 abc 3 !x"))
print(re.purge(), re.template if hasattr(re, "template") else "no template"); print(re.error is re.PatternError, re.PatternError("m", "abc", 1)); print(repr(re.error("m", "a\nbc", 3)), re.error("m").pos)
print(hash(re.compile("a")) == hash(re.compile("a")), re.compile("a") == re.compile("a"), re.compile("a") is re.compile("a"), re.compile("a", re.I) == re.compile("a")); import copy, pickle; print(copy.copy(p) is p, pickle.loads(pickle.dumps(p)) == p)
import warnings; warnings.simplefilter("error"); t(re.compile, "[[a]"); t(re.sub, "a", "b", "c", 1); t(re.split, "a", "b", 1, re.I); t(re.compile, "a||b"); t(re.compile, "(?P<a>a)", 0)
