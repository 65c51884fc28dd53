import json, io, math
data = {"s": "é\n\"\\/\t\u2028😀", "i": 1, "f": 1.5, "t": True, "n": None, "l": [1, [2, {}], []], "d": {"k": {}}, "big": 10 ** 20, "e": 1e100, "neg": -0.0}
print(json.dumps(data)); print(json.dumps(data, ensure_ascii=False, indent=2)); print(json.dumps(data, sort_keys=True, separators=(",", ":")))
print(json.dumps([1, (2, 3), "x"]), json.dumps({1: "a", None: 1, True: 2, 1.5: 3}), json.dumps("x"), json.dumps(float("inf")), json.dumps([float("nan")]), json.dumps([], indent=2), json.dumps({"a": []}, indent="\t"), json.dumps([1, 2], indent=0))
print(json.loads('{"a": [1, 2.5, -3e2, true, false, null, "x\\u00e9\\ud83d\\ude00\\n"], "b": {}}'), json.loads(" [1 , 2 ] "), json.loads("5"), json.loads('"s"'), json.loads("NaN"), json.loads("-Infinity"), json.loads(b'{"k": "v"}'), json.loads("1E400"), json.loads("123456789012345678901234567890"), json.loads("[]"), json.loads('{"a": 1, "a": 2}'))
class C:
    def __init__(self): self.v = 1
print(json.dumps({"c": C()}, default=lambda o: o.__dict__), json.loads('{"x": 1}', object_hook=lambda d: list(d.items())), json.loads("[1.5]", parse_float=str), json.loads("[1]", parse_int=float), json.loads('{"a": 1}', object_pairs_hook=tuple), json.dumps({(1, 2): 1, "k": 2}, skipkeys=True), json.loads("Infinity", parse_constant=lambda c: f"<{c}>"))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({"s": {2, 1}}, cls=Enc), Enc(indent=1).encode([1]), list(json.JSONEncoder().iterencode([1, {"a": 2}])))
buf = io.StringIO()
json.dump({"a": 1}, buf)
buf.seek(0)
print(buf.getvalue(), json.load(buf))
for e in ("json.loads('')", "json.loads('{')", "json.loads('[1,]')", "json.loads('{\"a\" 1}')", "json.loads('{\"a\": 1,}')", "json.loads('[1 2]')", "json.loads('nul')", "json.loads('\"abc')", "json.loads('\"\\\\x\"')", "json.loads('\"a\\nb\"')", "json.loads('{a: 1}')", "json.loads('1 2')", "json.loads(\"{'a': 1}\")", "json.loads('01')", "json.loads('[1, 2')", "json.loads('\"\\\\u12\"')", "json.loads(5)", "json.dumps(C())", "json.dumps({(1,): 2})", "json.dumps(b'x')", "json.dumps({1, 2})", "json.dumps(float('nan'), allow_nan=False)", "json.loads('[\\n1,\\n 2 x]')", "json.loads(None)", "json.dumps(1j)", "json.dumps([object])", "json.loads('-')", "json.loads('{\"a\":')", "json.loads('\\ufeff1')"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
try:
    json.loads('{"a": 1,\n "b": }')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc == '{"a": 1,\n "b": }')
l = []; l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
import enum
class E(enum.IntEnum): A = 1
print(json.dumps(E.A), json.dumps({E.A: "x"}), json.dumps(True), json.JSONDecoder().raw_decode("[1] tail"), json.dumps("\x00\x1f\x7f"), json.dumps("\ud800"))

