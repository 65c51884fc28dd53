"""Random patterns and texts with what CPython's re makes of them, as lines of JSON."""
import json
import random
import re
import sys
import warnings

warnings.simplefilter("ignore")
rng = random.Random(int(sys.argv[1]))
count = int(sys.argv[2])

ATOMS = ["a", "b", "c", ".", r"\w", r"\d", r"\s", r"\W", "[abc]", "[^a]", "[a-c1]", r"[\w-]", "é", "ß", "Σ", "x1", "ab", r"\b", r"\B", "^", "$", r"\A", r"\Z",
         r"\n", "1", "_", "[é-ü]", "[^é]", "i", "I", "K", "\\.", r"\x61", r"\1", r"\2", "(?P=n)", " ", "#", "[]a]", "[^]a]"]
TEXT = "aabbcc11 \n_éßΣσſKkIiıİ.AB-x"
BAD = ["(", ")", "[", "*", "(?", "(?P<", "(?P<n", "{2,1}", "\\", "(?<=a*)", "(?P<1>a)", "(?(1)a|b|c)", "(?z)", r"\q", "[z-a]", "(?P=x)", "(?<", r"\x1", "[a", "(?#",
       "a**", "(?i", "(?-i)", "(?i-i:a)", "(?a-u:b)", r"[\d-z]", r"(?<=(a)\1)", "(?(9)a)", "(?(0)a)", r"\N{foo}", "(?P<n>a)(?P<n>b)", "x{99999999999}", "(?Px)", "(?<x)", r"\8", "(?L:a)", "(?ai:K)", "a(?i)b"]


def piece(depth):
    r = rng.random()
    if depth <= 0 or r < 0.45:
        return rng.choice(ATOMS)
    if r < 0.65:
        kind = rng.choice(["(%s)", "(?:%s)", "(?P<n>%s)", "(?=%s)", "(?!%s)", "(?<=%s)", "(?<!%s)", "(?>%s)", "(?i:%s)", "(?s:%s)", "(?m-i:%s)", "(%s)"])
        return kind % seq(depth - 1)
    if r < 0.75:
        return "(?:%s|%s)" % (seq(depth - 1), seq(depth - 1))
    if r < 0.80:
        return "(%s|%s|%s)" % (seq(depth - 1), seq(depth - 1), seq(depth - 2))
    if r < 0.83:
        return "(?(1)%s|%s)" % (seq(depth - 2), seq(depth - 2))
    if r < 0.84:
        return rng.choice(BAD)
    return piece(depth - 1) + rng.choice(["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{,2}", "{1,}?", "*+", "++", "?+", "{2,3}?", "{1,2}+"])


def seq(depth):
    return "".join(piece(depth) for _ in range(rng.choice([1, 1, 2, 2, 3])))


def describe(m):
    return None if m is None else [m.span(g) for g in range(len(m.groups()) + 1)] + [m.lastindex]


for n in range(count):
    pattern = seq(3)
    flags = rng.choice([0, 0, 0, re.I, re.M, re.S, re.X, re.A, re.I | re.A, re.I | re.M])
    text = "".join(rng.choice(TEXT) for _ in range(rng.randrange(0, 14)))
    row = {"pattern": pattern, "flags": int(flags), "text": text}
    try:
        p = re.compile(pattern, flags)
    except re.PatternError as e:
        row["error"] = [e.msg, -1 if e.pos is None else e.pos]
    except (OverflowError, ValueError) as e:
        row["error"] = [str(e), -2]
    else:
        row["all"] = [describe(m) for m in p.finditer(text)]
        row["match"] = describe(p.match(text))
        row["full"] = describe(p.fullmatch(text))
    print(json.dumps(row))
