print("ab".center(7, "*"), "|" + "ab".center(7) + "|", "abc".center(6, "-"), "ab".center(1), "ab".ljust(5, "."), "ab".rjust(5, "."), "42".zfill(5), "-42".zfill(6), "+4".zfill(4), "abc".zfill(5), "".zfill(3), "--1".zfill(5), "é".center(5, "日"), "a".center(4, "x"), "aa".center(5, "x"))
print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "\t|".expandtabs(2), "ab\tcd\n\tx".expandtabs(3), "a\tb".expandtabs(0), "a\tb".expandtabs(tabsize=1))
t = str.maketrans({"a": "1", "b": None, "c": "xyz", 100: 101})
print("abcd".translate(t), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("", "", "l")), "abc".translate(str.maketrans("ab", "xy", "c")), sorted(str.maketrans("ab", "cd").items()))
class Tr:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        return chr(k + 1)
print("abc".translate(Tr()), "ab".translate({97: "é"}), "日本".translate({ord("日"): "D"}))
print("abc".encode(), "é".encode("utf-8"), "é".encode("latin-1"), "é".encode("ascii", "ignore"), "é".encode("ascii", "replace"), "é€".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), "é".encode("ascii", "namereplace"), "x".encode("utf-16-le"), "a".encode("utf-16"), "a".encode("utf-32-be"), "é".encode("cp1252"), "a".encode(encoding="utf8", errors="strict"), "\ud800".encode("utf-8", "surrogatepass"))
print(repr("tab\t nl\n cr\r nul\0 bell\a esc\x1b del\x7f quote' dq\" bs\\"), repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("é日😀"), repr("\u200b\xa0\xad\u3000"), ascii("é日😀"), repr("\ud83d"), str("x"), repr(""), repr("\x9f"))
for e in ("'a'.center()", "'a'.center('x')", "'a'.center(5, 'ab')", "'a'.center(5, '')", "'a'.center(5, 5)", "'a'.ljust(1.5)", "'a'.zfill()", "'é'.encode('ascii')", "'aé€b'.encode('latin-1')", "'a'.encode('nope')", "'é'.encode('ascii', 'nope')", "'\\ud800'.encode()", "str.maketrans('a', 'bc')", "str.maketrans(1)", "str.maketrans({'ab': 1})", "str.maketrans('a', 1)", "'a'.translate(1)", "'a'.translate({97: 'x' * 3})", "'a'.translate({97: 1114112})", "'a'.translate({97: 1.5})", "'a'.expandtabs('x')", "str(b'a')", "str(b'\\xe9', 'latin-1')", "str(b'\\xff', 'utf-8')", "str(object=5)", "str(1, 2)", "str('a', 'utf-8')", "str(b'abc', errors='ignore')", "str()"):
    try:
        print(e, repr(eval(e)))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

