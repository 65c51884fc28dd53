# json: every option, and the errors of texts that are none.
import json, decimal, datetime, collections, enum
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e, getattr(e, "__notes__", ""))
d = {"b": [1, 2.5, None, True], "a": {"x": "é\n\"", "y": []}, "z": {}, "t": (1, 2)}
for k in [{}, {"indent": 2}, {"indent": "\t"}, {"indent": 0}, {"sort_keys": True}, {"separators": (",", ":")}, {"ensure_ascii": False}, {"indent": 4, "separators": (", ", " = ")}, {"indent": -1}]:
    t(json.dumps, d, **k)
t(json.dumps, {1: 2, None: 3, True: 4, 1.5: 5, "s": 6})
t(json.dumps, {(1, 2): 3}); t(json.dumps, {(1, 2): 3, 1: 2}, skipkeys=True); t(json.dumps, {1, 2}); t(json.dumps, [object]); t(json.dumps, {"a": [1, {"b": {3}}]})
t(json.dumps, float("nan")); t(json.dumps, float("inf"), allow_nan=False); t(json.dumps, [float("nan")], allow_nan=False); t(json.dumps, 1e100); t(json.dumps, 10**25)
t(json.dumps, decimal.Decimal("1.5"), default=str); t(json.dumps, datetime.date(2020, 1, 1), default=lambda o: o.isoformat()); t(json.dumps, object(), default=lambda o: 1/0)
class E(enum.IntEnum): A = 1
class S(str, enum.Enum): X = "x"
t(json.dumps, [E.A, S.X, {E.A: S.X, S.X: 1}]); t(json.dumps, collections.OrderedDict(b=1, a=2)); t(json.dumps, collections.namedtuple("P", "x y")(1, 2)); t(json.dumps, collections.Counter("aab")); t(json.dumps, collections.defaultdict(int, a=1))
x = []; x.append(x); t(json.dumps, x); y = {}; y["a"] = y; t(json.dumps, y); t(json.dumps, y, indent=1)
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return {"re": o.real, "im": o.imag}
        return super().default(o)
t(json.dumps, [1j, {"a": 2j}], cls=Enc); t(json.dumps, b"x", cls=Enc); print(list(Enc().iterencode([1, {"a": 1j}]))); print(list(json.JSONEncoder(indent=1).iterencode({"a": [1]})))
for s in ['{"a": 1}', "[1, 2", "{'a': 1}", '{"a" 1}', '{"a": }', '{"a": 1,}', "[1,]", "[,1]", "", "   ", "nul", "null", "true", "tru", "01", "1.", "1.5e3", "-", "-0", "-0.0", "1e5", "NaN", "Infinity", "-Infinity", '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u00e9"', '"\\ud83d\\ude00"', '"\\ud83d"', "1 2", "[1] x", '{"a": 1, "a": 2}', "{1: 2}", "[1 2]", '{"a": 1 "b": 2}', "\ufeff1", b'{"a": 1}', b"\xff", 5, None, '{"a', '{"a"', '{"a":', '{"a":1', '{"a":1,', "[", "[1", "[1,", '"\\', "{", "'a'", "[1,\n2,\n x]", "12345678901234567890", "1E400", '"\t"', "{}{}", "[[[]]]", "// c"]:
    t(json.loads, s)
try: json.loads("[1,\n2,\n x]")
except json.JSONDecodeError as e: print(e.msg, e.doc, e.pos, e.lineno, e.colno, repr(e), e.args)
print(json.loads('{"a": {"b": 1}, "c": [1.5, 2]}', object_hook=lambda d: sorted(d.items()), parse_float=decimal.Decimal, parse_int=str)); print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list)); print(json.loads("[NaN, Infinity]", parse_constant=str)); print(json.loads('"a\tb"', strict=False))
print(json.JSONDecoder().raw_decode('[1] x', 0), json.JSONDecoder().decode(' [1] '))
t(json.JSONDecoder().raw_decode, " 1")
import io
f = io.StringIO(); json.dump({"a": [1]}, f, indent=1); print(f.getvalue()); f.seek(0); print(json.load(f))
t(json.load, 5); t(json.dump, {}, 5); t(json.dumps); t(json.loads)
print(json.dumps("\u2028\x7f\x1f</a>/")); print(json.dumps({"k": "\U0001f600"})); print(json.dumps([[], {}, [[]], [{}]], indent=2)); print(json.dumps([1, 2], indent=None)); print(json.dumps(True), json.dumps(None), json.dumps("x"), json.dumps(1.0), json.dumps(-0.0))
class I(int):
    def __repr__(self): return "I"
class F(float):
    def __repr__(self): return "F"
print(json.dumps([I(5), F(1.5)]))
