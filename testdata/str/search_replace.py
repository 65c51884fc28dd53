s = "the cat sat on the mat"
print(s.find("cat"), s.find("dog"), s.rfind("the"), s.find("the", 1), s.find("the", 1, 10), s.index("sat"), s.rindex("at"), s.count("at"), s.count("the", 5), s.count(""), "aaaa".count("aa"), "".count(""), s.find(""), s.rfind(""), s.find("", 100), "abc".find("c", -1), "abc".find("b", -3, -1))
print(s.startswith("the"), s.startswith(("a", "the")), s.startswith("cat", 4), s.endswith("mat"), s.endswith(("x", "at")), s.endswith("sat", 0, 11), s.startswith(""), s.startswith(()), "".startswith("a"), "abc".startswith("bc", 1, 3), "abc".startswith("", 4))
print(s.replace("the", "a"), s.replace("the", "a", 1), s.replace("zz", "y"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "aaa".replace("aa", "b"), "abc".replace("b", ""), "a.b.c".replace(".", "::", -1), "abc".replace("a", "x", count=1))
print("xxabcxx".strip("x"), "  a b ".strip(), "xyxabcyx".lstrip("xy"), "abc  ".rstrip(), "\t\n a\u00a0".strip(), "abc".strip("cba"), "aXbXa".strip("a"), "--a--".rstrip("-"), "www.example.com".strip("cmowz."), "abc".strip(None), repr("  ".strip()), "test.py".removesuffix(".py"), "test.py".removeprefix("test"), "abc".removesuffix(""), "abc".removeprefix("x"))
print("a,b,,c".split(","), "a b  c ".split(), " a b ".split(" "), "a,b,c".split(",", 1), "a b c d".split(None, 2), "".split(), "".split(","), "abc".split("abc"), "a--b--c".split("--"), "a,b,c".rsplit(",", 1), "a b c".rsplit(None, 1), "  a  b  ".rsplit(), "abc".rsplit("x"), "a,b".split(sep=",", maxsplit=0), " a  b ".split(maxsplit=1), "aaa".split("a"))
print("a\nb\r\nc\rd\n".splitlines(), "a\nb".splitlines(True), "".splitlines(), "\n".splitlines(), "a\x0bb\x0cc\x1cd\u2028e\x85f".splitlines(), "a\n\nb\n".splitlines(keepends=True))
print("a=b=c".partition("="), "abc".partition("="), "a=b=c".rpartition("="), "abc".rpartition("="), "-".join(["a", "b"]), "".join("abc"), ",".join([]), ", ".join({"k": 1}), "x".join(str(i) for i in range(3)), "-".join("é日"))
for e in ("'a'.index('b')", "'a'.rindex('b')", "'a'.split('')", "'a'.partition('')", "'a'.join([1, 'a'])", "'a'.join(['x', 2])", "'a'.replace('a')", "'a'.replace(1, 'b')", "'a'.find(1)", "'a'.startswith(1)", "'a'.startswith([1])", "'a'.endswith(('x', 1))", "'a'.strip(1)", "'a'.split(1)", "'a'.count(None)", "'a' in 1", "1 in 'a'", "'a'.splitlines(1, 2)", "'a'.find('a', 'b')", "'a'.removeprefix(1)", "'abc'.replace('a', 'b', 'c')", "'a'.split(maxsplit='x')", "'a'.rpartition(5)", "'a'.join(5)", "''.join()", "'a'.nope()"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

