s = "Привет, мир! ¡Hola! 你好 🎉"
print(len(s), s.upper(), s.lower(), s[8:11], s[-1], s.index("мир"), s.split()[0], s.title())
print([hex(ord(c)) for c in "aя你🎉"], [len(c.encode()) for c in "aя你🎉"], s.encode()[:8], s.encode("utf-16-le")[:6])
print("|".join(f"{w:^10}" for w in ("да", "нет", "可")), f"{'ключ':>8}:{'значение':<10}|", "é".rjust(4, "·"), "%-6s|" % "ёж")
print(sorted(["яблоко", "Ель", "арбуз", "apple", "Zoo"]), sorted(["яблоко", "Ель", "арбуз"], key=str.lower), max("абв"), "а" < "б", "е" < "ё")
print("ПрИвЕт".swapcase(), "straße".upper(), "ΣΊΣΥΦΟΣ".lower(), "ǆ".capitalize(), "ﬀ".upper(), "i̇".upper(), "Ǆ".lower())
print(repr("таб\tи\nперевод"), ascii("ё"), "\u0451" == "ё", "ё" == "е\u0308", "\N{CYRILLIC SMALL LETTER A}", r"\u0451", "\U0001f389")
d = {"имя": "Анна", "возраст": 30}
print(d, d["имя"], f"{d['имя']}: {d['возраст']}", "имя" in d)
class Человек:
    def __init__(сам, имя): сам.имя = имя
    def __repr__(сам): return f"Человек({сам.имя!r})"
print(Человек("Олег"), Человек.__name__, vars(Человек("x")))
print("a\u0301" == "á", len("a\u0301"), "👨‍👩‍👧", len("👨‍👩‍👧"), [c for c in "🇷🇺"], "日本語".find("語"), "x日y".partition("日"), "日本語"[::-1], "日本語".replace("本", "-"))
print("مرحبا"[0], "שלום", "한국어".isalpha(), "①".isdigit(), "Ⅷ".isnumeric(), "½".isdecimal(), "٣".isdigit(), int("٣٤"), float("٣.٥"), "０".isdecimal())
for enc in ("utf-8", "cp1251", "koi8-r", "iso8859-5", "utf-16-be", "ascii"):
    try:
        b = "Да".encode(enc)
        print(enc, b, b.decode(enc))
    except (UnicodeEncodeError, LookupError) as e:
        print(enc, type(e).__name__, e)
print(b"\xd0\x94\xd0\xb0".decode(), b"\xc4\xe0".decode("cp1251"))
try:
    b"\xd0".decode()
except UnicodeDecodeError as e:
    print(e, e.start, e.end, e.reason, e.object)
print("line\u2028sep".splitlines(), "nbsp\xa0x".split(), "zw\u200bx".split(), "\u3000x\u3000".strip())

