from urllib.parse import urlparse, urlsplit, urlunparse, urljoin, quote, quote_plus, unquote, unquote_plus, urlencode, parse_qs, parse_qsl, urlunsplit, urldefrag
u = urlparse("https://user:pw@example.com:8080/a/b;p?q=1&r=2#frag")
print(u, u.scheme, u.netloc, u.path, u.params, u.query, u.fragment, u.hostname, u.port, u.username, u.password, u.geturl(), urlunparse(u), u[1], tuple(u)[:2])
s = urlsplit("HTTP://Example.COM/x?y#z")
print(s, s.hostname, s.port, s.geturl(), s._replace(path="/new").geturl(), urlsplit("/rel/path"), urlsplit("mailto:a@b.c"), urlsplit("//host/p"), urlsplit(""), urlsplit("http://[::1]:80/").hostname, urlsplit("file:///etc"))
print(quote("a b/c?é&"), quote("a/b", safe=""), quote_plus("a b&c"), unquote("a%20b%C3%A9%zz"), unquote_plus("a+b%20c"), quote("~-_."), quote(b"\xff"), unquote("%e9", encoding="latin-1"), quote("日本"))
print(urlencode({"a": 1, "b": "x y", "c": "é"}), urlencode([("k", "v1"), ("k", "v2")]), urlencode({"l": [1, 2]}, doseq=True), parse_qs("a=1&b=2&a=3&c="), parse_qs("c=", keep_blank_values=True), parse_qsl("a=1&b=%20x+y"), parse_qs("a=1;b=2"), parse_qs(""))
for b, r in (("http://a/b/c/d", "g"), ("http://a/b/c/d", "../g"), ("http://a/b/c/d", "/g"), ("http://a/b/c/d", "//x/y"), ("http://a/b/c/d", "?q"), ("http://a/b/c/d", "#f"), ("http://a/b", "https://z/"), ("http://a/b/c/", "../../../g"), ("http://a", "b"), ("", "x"), ("x", "")): print(urljoin(b, r), end=" ")
print(urldefrag("http://a/b#c"), urlunsplit(("http", "h", "p", "q", "f")))
for e in ("urlsplit('http://h:bad/').port", "urlsplit('http://h:99999/').port", "urlsplit('http://[::1/')", "urlsplit(5)", "urlencode(5)", "urlencode(['a'])", "quote(5)", "unquote(None)", "urlunparse(('a',))", "parse_qs(5)", "urljoin('a', b'b')", "parse_qsl('a', strict_parsing=True)", "quote(b'a', encoding='utf-8')"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

