s = "abc"
for e in ("s[0] = 'x'", "del s[0]", "s.x = 1", "s += 1", "s -= 'a'", "s *= 'a'"):
    try:
        exec(e)
    except Exception as x:
        print(e, "->", type(x).__name__, x)
t = s
s += "def"
print(s, t)
s *= 2
print(s)
print("a" "b" is "ab" if False else "ab" == "a" + "b", hash("abc") == hash("ab" + "c"), "abc".__contains__("b"), "abc".__len__(), "a".__add__("b"), "a".__mul__(3), "ab".__getitem__(1), "a".__eq__(1), "a".__lt__("b"), "%s".__mod__(1), [c for c in "héy"], list("日本"), sorted("banana"), set("aab") == {"a", "b"}, dict(zip("ab", "cd")), max("abc"), min("bca"), tuple("xy"))
print("abc"[1:], "abc"[10:], "abc"[-2:], "abc"[:-5], "abc"[0:3:2], "abcdef"[::-2], "abcdef"[4:1:-1], ""[:5], "x" * 0, "x" * -3)
class S(str):
    x = 1
    def upper(self): return "UP:" + super().upper()
q = S("hi")
print(q, q.upper(), q.x, type(q + "a").__name__, type(q[:1]).__name__, type(q.lower()).__name__, q == "hi", hash(q) == hash("hi"), isinstance(q, str), {q: 1}["hi"], type(str(q)).__name__, "%s" % q, f"{q}", ",".join([q]), type(S(q)).__name__, len(q))
lines = []
for i, ch in enumerate("ab\u0301c"): lines.append(f"{i}{ch!r}")
print(lines)
import sys
big = "x" * 10 ** 6
print(len(big), big.count("x"), big.find("y"), len(big + big), big[::100000])
try:
    "a" * 10 ** 13
except (MemoryError, OverflowError) as e:
    print(type(e).__name__)
try:
    "ab" * (2 ** 62)
except (MemoryError, OverflowError) as e:
    print(type(e).__name__)
parts = ["p"] * 1000
acc = ""
for p in parts: acc += p
print(len(acc))
print("\N{SNOWMAN}", "\u0041", "\101", "\x41", "\
continued", r"raw\n", "a\\b", "\'", "\"")
print("b" > "abc", ["b", "a", "C", "é", "Z", "_"] == sorted(["b", "a", "C", "é", "Z", "_"]), sorted(["b", "a", "C", "é", "Z", "_", "", "aa", "1"]))

