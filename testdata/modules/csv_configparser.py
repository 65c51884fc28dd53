# csv and configparser: dialects, quoting, interpolation, errors.
import csv, io, configparser, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def rd(s, **k): return list(csv.reader(io.StringIO(s, newline=""), **k))
for s, k in [('a,b\n1,"x, y"\n', {}), ('a;b', {"delimiter": ";"}), ('"a""b",c', {}), ("'a',b", {"quotechar": "'"}), ('a\\,b', {"escapechar": "\\"}), ('a, b', {"skipinitialspace": True}), ('1,"2",3', {"quoting": csv.QUOTE_NONNUMERIC}), ('a,"2"', {"quoting": csv.QUOTE_NONNUMERIC}), ('"a', {}), ('"a', {"strict": True}), ('"a"b', {}), ('"a"b', {"strict": True}), ('a\n\nb\n', {}), ('a\r\nb\rc', {}), ('"multi\nline",x', {}), ('', {}), (',,', {}), ('a\0b', {}), ('x', {"delimiter": "ab"}), ('x', {"delimiter": ""}), ('x', {"delimiter": 5}), ('x', {"quotechar": None}), ('x', {"quoting": 99}), ('x', {"dialect": "nope"}), ('x', {"lineterminator": 5}), ('a\tb', {"dialect": "excel-tab"}), ('x', {"delimiter": "\n"}), ('a,"",,b', {"quoting": csv.QUOTE_NOTNULL}), ('a,"",,1', {"quoting": csv.QUOTE_STRINGS})]: t(lambda: rd(s, **k))
t(lambda: list(csv.reader([5]))); t(lambda: list(csv.reader(5))); t(lambda: list(csv.reader([b"a"]))); t(lambda: csv.reader()); r = csv.reader(["a,b", "c"]); print(r.line_num, next(r), r.line_num, r.dialect.delimiter); t(lambda: csv.field_size_limit("a")); old = csv.field_size_limit(3); t(lambda: rd("abcdef")); csv.field_size_limit(old)
def wr(rows, **k):
    f = io.StringIO(newline=""); w = csv.writer(f, **k); w.writerows(rows); return f.getvalue()
for rows, k in [([[1, "a,b", 'q"x', None, 1.5, "", "n\nl"]], {}), ([["a", 1]], {"quoting": csv.QUOTE_ALL}), ([["a", 1, None]], {"quoting": csv.QUOTE_NONNUMERIC}), ([["a,b"]], {"quoting": csv.QUOTE_NONE}), ([["a,b"]], {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}), ([['a"b']], {"doublequote": False}), ([['a"b']], {"doublequote": False, "escapechar": "\\"}), ([[]], {}), ([[""]], {}), ([[None]], {}), ([["a", "b"]], {"lineterminator": "|", "delimiter": "\t"}), ([5], {}), (5, {}), (["ab"], {}), ([["a", None, 1, ""]], {"quoting": csv.QUOTE_STRINGS}), ([["a", None, 1, ""]], {"quoting": csv.QUOTE_NOTNULL}), ([[" a", "b "]], {}), ([[[1, 2], {"a": 1}]], {})]: t(lambda: wr(rows, **k))
t(lambda: csv.writer(5)); 
d = csv.DictReader(io.StringIO("name,age\nbob,5\nal,6,extra\nx\n"), restkey="R", restval="V"); print(d.fieldnames, list(d)); print(list(csv.DictReader(io.StringIO("1,2"), fieldnames=["a", "b"]))); f = io.StringIO(); w = csv.DictWriter(f, ["a", "b"], restval="-", extrasaction="raise"); print(w.writeheader()); w.writerow({"a": 1}); t(lambda: w.writerow({"a": 1, "z": 2})); w2 = csv.DictWriter(f, ["a"], extrasaction="ignore"); w2.writerow({"z": 1}); print(repr(f.getvalue())); t(lambda: csv.DictWriter(f, ["a"], extrasaction="bad"))
csv.register_dialect("pipe", delimiter="|", quoting=csv.QUOTE_MINIMAL); print(csv.list_dialects(), rd("a|b", dialect="pipe"), csv.get_dialect("pipe").delimiter); csv.unregister_dialect("pipe"); t(lambda: csv.get_dialect("pipe")); t(lambda: csv.unregister_dialect("q")); t(lambda: csv.register_dialect(5))
class D(csv.excel): delimiter = ":"; quoting = csv.QUOTE_ALL
print(wr([["a", 1]], dialect=D), csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, csv.Sniffer().has_header("name,age\nbob,5\nal,6\n")); t(lambda: csv.Sniffer().sniff("abc")); print(csv.QUOTE_ALL, csv.__version__)
cp = configparser.ConfigParser(); cp.read_string("""
[DEFAULT]
base = /x
; comment
[one]
a = 1
b: two
path = %(base)s/y
multi = line1
  line2
flag = yes
float = 1.5
empty =
[two]
# c
k=v = w
"""); print(cp.sections(), dict(cp["one"]), cp.get("one", "path"), cp.getint("one", "a"), cp.getboolean("one", "flag"), cp.getfloat("one", "float"), cp["two"]["k"], cp.has_option("one", "zz"), cp.get("one", "zz", fallback="FB"), cp.options("two"), cp.items("two"), "one" in cp, cp["one"], cp, cp.defaults(), cp["one"].get("q"), cp["one"].getint("a"), cp["one"].name, list(cp))
for f in [lambda: cp["nope"], lambda: cp["one"]["nope"], lambda: cp.get("x", "y"), lambda: cp.get("one", "y"), lambda: cp.getint("one", "b"), lambda: cp.getboolean("one", "b"), lambda: cp.add_section("one"), lambda: cp.add_section("DEFAULT"), lambda: cp.set("zz", "a", "b"), lambda: cp.set("one", "a", 5), lambda: cp.read("/nonexistent"), lambda: cp.read_string("a=1"), lambda: cp.read_string("[x\na=1"), lambda: cp.read_string("[x]\nnovalue"), lambda: cp.read_string("[x]\na=1\na=2"), lambda: cp.read_string("[x]\n[x]"), lambda: cp.read_string("[i]\na=%(b)s\n") or cp.get("i", "a"), lambda: cp.read_string("[j]\na=%(a)s\n") or cp.get("j", "a"), lambda: cp.read_string("[k]\na=%x\n") or cp.get("k", "a"), lambda: cp.remove_section("qq"), lambda: cp.remove_option("one", "a"), lambda: cp.read_dict({"d": {"x": 1}}), lambda: cp["d"]["x"]]: t(f)
cp.set("two", "new", "val"); o = io.StringIO(); cp2 = configparser.ConfigParser(allow_no_value=True, delimiters=("=",), comment_prefixes=("//",), inline_comment_prefixes=("#",), interpolation=None, strict=False); cp2.optionxform = str; cp2.read_string("[S]\nKey = v # c\nNoVal\n// com\nKey = w%x\n"); cp2.write(o); print(o.getvalue(), dict(cp2["S"])); cp2.write(o, space_around_delimiters=False); print(o.getvalue()); e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation()); e.read_string("[a]\nx=1\n[b]\ny=${a:x}2\nz=${y}\n"); print(e["b"]["z"]); r = configparser.RawConfigParser(); r.read_string("[a]\nx=%(y)s"); print(r["a"]["x"]); c3 = configparser.ConfigParser(converters={"list": lambda s: s.split(",")}); c3.read_string("[a]\nl=1,2"); print(c3.getlist("a", "l"), c3["a"].getlist("l")); del cp["one"]; print(cp.sections()); cp["new"] = {"a": "1"}; cp.write(sys.stdout)
