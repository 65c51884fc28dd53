text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness..."""
words = [w.strip(".,").lower() for w in text.split()]
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{w:>8} {'#' * n} {n}")
print(len(words), len(set(words)), max(words, key=len), sum(map(len, words)) / len(words))
letters = [c for c in text.lower() if c.isalpha()]
print({c: letters.count(c) for c in sorted(set(letters))})
print(" ".join(w[::-1] for w in words[:6]), "".join(sorted(set("".join(words)))))
for i, line in enumerate(text.splitlines(), 1): print(f"{i}: {line[:30]!r}... {len(line)}")
def caesar(s, k):
    out = []
    for c in s:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            c = chr((ord(c) - base + k) % 26 + base)
        out.append(c)
    return "".join(out)
enc = caesar("Hello, World!", 3)
print(enc, caesar(enc, -3))
def is_palindrome(s):
    t = [c.lower() for c in s if c.isalnum()]
    return t == t[::-1]
print([s for s in ("A man, a plan, a canal: Panama", "nope", "Was it a car or a cat I saw?") if is_palindrome(s)])
def rle(s):
    if not s: return ""
    out, prev, n = [], s[0], 1
    for c in s[1:] + "\0":
        if c == prev: n += 1
        else:
            out.append(f"{prev}{n if n > 1 else ''}")
            prev, n = c, 1
    return "".join(out)
print(rle("aaabccdddd"), rle("abc"), rle(""))
table = [("name", "qty", "price"), ("apple", 3, 1.5), ("kiwi", 12, 0.333)]
widths = [max(len(str(r[i])) for r in table) for i in range(3)]
for r in table: print(" | ".join(f"{str(c):<{w}}" for c, w in zip(r, widths)))

