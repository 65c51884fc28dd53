s = "Hello, World"
print(s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize(), s.casefold(), "ǅ".lower(), "straße".upper(), "ß".casefold(), "İ".lower().encode(), "ŉ".upper(), "ΑΣ".lower(), "they're bill's".title(), "hELLO wORLD".capitalize(), "ﬁ".upper(), "ǆ".title())
for t in ("abc", "ABC", "Abc", "abc1", "123", "12.3", "", " ", "\t\n", "a b", "A B", "Title Case", "é", "²", "½", "٣", "_x", "1a", "class", "x-y", "日本", "\u2028", "\x00", "aB"):
    print(repr(t), *(int(getattr(t, m)()) for m in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "islower", "isupper", "istitle", "isspace", "isprintable", "isidentifier", "isascii")))
print("a" < "b", "a" < "A", "abc" < "abd", "" < "a", "Z" < "a", "é" > "z", "a" * 3, 3 * "ab", "a" + "b", "b" in "abc", "" in "", "abc" == "ab" "c", "a" != "a")
print(len("日本"), "日本"[1], "héllo"[1:3], "abc"[-1], "abc"[::-1], "😀x"[0], len("😀"), "😀x"[1], "é" == "e\u0301", ord("😀"), "naïve"[2:], "naïve".index("v"), "日本語日本".rfind("日本"), "日本語"[::-1])

