// This file holds the templates of expressions and statements: what is written $kind is filled with a value of that kind.

package difftest

// templatesOf maps a kind to the expressions that (usually) have it.
var templatesOf = map[string][]string{
	"int": {"($int + $int)", "($int - $int)", "($int * $int)", "($int // $int)", "($int % $int)", "($int & $int)",
		"($int | $int)", "($int ^ $int)", "(~$int)", "(-$int)", "abs($int)", "($int << $shift)", "($int >> $shift)",
		"len($any)", "int($float)", "int($str)", "$str.find($sub)", "$list.count($any)", "ord($char)", "$int.bit_length()",
		"round($float)", "sum($list)", "$str.count($sub)", "divmod($int, $int)[1]", "pow($int, $small, $int)", "hash($stable)",
		"int.from_bytes($bytes, 'big')", "$bytes[$index]", "$range[$index]", "max($int, $int)", "$int.bit_count()", "hash($stable)"},
	"float": {"($float + $float)", "($float - $int)", "($float * $float)", "($int / $int)", "($float // $float)",
		"($float % $float)", "(-$float)", "float($int)", "float($str)", "round($float, $small)", "abs($float)", "sum($list, 0.5)",
		"($float ** $power)", "max($float, $float)", "divmod($float, $int)[0]"},
	"str": {"($str + $str)", "($str * $times)", "$str.upper()", "$str.lower()", "$str.title()", "$str.strip($sub)", "$str[$slice]",
		"$str.replace($sub, $str)", "str($any)", "repr($any)", "$str.center($small, $char)", "$str.join($list)", "$str.zfill($small)",
		"format($int, $spec)", "format($float, $spec)", "format($str, $spec)", "f'{ $any}|{ $any!r}'", "($percent % $any)",
		"$str.swapcase()", "$str.capitalize()", "$str.ljust($small, $char)", "ascii($str)", "chr($int)", "hex($int)", "bin($int)", "oct($int)",
		"$bytes.decode($enc, $err)", "$str.expandtabs($small)", "$str.removeprefix($sub)", "$str.format($any, $any)", "$bytes.hex()",
		"$str[$index]", "','.join(sorted($list, key=str)) if 0 else str($list)", "$str.casefold()", "$str.rstrip($sub)"},
	"list": {"($list + $list)", "($list * $times)", "$list[$slice]", "sorted($list, key=$key)", "list($any)", "$str.split($sub)",
		"[x for x in $any]", "list(reversed($list))", "list($dict.items())", "list($dict)", "[*$tuple, $any]", "$list.copy()",
		"list(map($key, $list))", "list(zip($list, $any))", "list(enumerate($any, $small))", "$str.splitlines()", "[x for x in $range if x % 2]",
		"sorted($set, key=str)", "list(filter(None, $list))", "$str.rsplit($sub, $small)", "[$any, $any]"},
	"tuple": {"($tuple + $tuple)", "($tuple * $times)", "$tuple[$slice]", "tuple($any)", "($any, $any)", "divmod($int, $int)",
		"$str.partition($sub)", "tuple(sorted($list))", "$float.as_integer_ratio()", "(*$list,)", "$str.rpartition($sub)"},
	"dict": {"($dict | $dict)", "dict(zip($list, $tuple))", "{**$dict, 'new': $any}", "$dict.copy()", "{k: v for k, v in $dict.items()}",
		"dict.fromkeys($tuple, $any)", "{x: str(x) for x in $range}", "dict(enumerate($list))", "dict($any)"},
	"set": {"($set | $set)", "($set & $set)", "($set - $set)", "($set ^ $set)", "set($range)", "{x % 3 for x in $range}",
		"frozenset($set)", "$set.union($range)", "$set.copy()"},
	"bytes": {"($bytes + $bytes)", "($bytes * $times)", "$bytes[$slice]", "$str.encode($enc, $err)", "bytes($range)", "$bytes.upper()",
		"$bytes.replace($bsub, $bytes)", "bytes($small)", "$bytes.join($list)", "$int.to_bytes($small, 'big')", "bytearray($bytes)", "$bytes.strip($bsub)"},
	"bool": {"($any $op $any)", "not $any", "bool($any)", "$str.startswith($sub)", "isinstance($any, $type)", "$str.isalpha()",
		"$str.isdigit()", "$set <= $set", "$int < $int <= $float", "any($list)", "all($any)", "$str.isidentifier()", "($any == $any)",
		"($any in $any)", "callable($any)", "hasattr($any, 'real')", "$str.istitle()", "$set.isdisjoint($range)"},
	"none":    {"print(end='')", "$list.sort()", "$dict.get($any)"},
	"range":   {"range($small)", "range($small, $small, $small)", "$range[$slice]"},
	"complex": {"($complex + $int)", "($complex * $complex)", "($complex ** $power)", "complex($float, $int)", "$complex.conjugate()", "complex($str)", "($complex / $float)"},
}

// probeTemplates are the expressions that a probe shows: those of every kind, and those that mix kinds.
var probeTemplates = append([]string{
	"($any $op $any)", "($any $op $any)", "($int $op $any)", "($str $op $any)", "($list $op $any)", "($float $op $any)", "($any * $times)",
	"($int ** $power)", "($float ** $power)", "($any ** $power)", "($int << $shift)", "($any >> $shift)", "pow($int, $power, $int)", "divmod($any, $any)",
	"-$any", "+$any", "~$any", "abs($any)", "round($any, $small)", "round($float, $small)", "int($any)", "float($any)", "str($any)", "repr($any)", "bool($any)", "complex($any)",
	"int($str, $small)", "list($any)", "tuple($any)", "dict($any)", "set($range)", "bytes($thing)", "bytearray($thing)", "frozenset($range)", "range($any)", "len($any)", "hash($stable)", "iter($any).__class__.__name__",
	"sum($any)", "min($any)", "max($any)", "max($any, $any)", "min($list, key=$key)", "sorted($any)", "sorted($list, key=$key, reverse=$bool)", "list(reversed($any))", "list(zip($any, $any))", "list(map($key, $any))", "list(enumerate($any))", "next(iter($any))", "next(iter($any), $any)",
	"$any[$index]", "$any[$slice]", "$str[$index]", "$list[$slice]", "$tuple[$index]", "$dict[$any]", "$range[$slice]", "$bytes[$slice]", "$any($any)", "$any.$attr", "$int.$attr", "$str.$attr", "getattr($any, $str)", "getattr($any, $str, $any)",
	"format($any, $spec)", "format($int, $spec)", "format($float, $spec)", "format($str, $spec)", "$percent % $any", "$percent % ($any,)", "$percent % ($int, $any)", "$percent % {'k': $any}", "'{:$width}'.format($any)", "'{} {}'.format($any)", "'{0} {0!r} {1}'.format($any, $any)", "'{a.real} {b[0]}'.format(a=$any, b=$any)", "f'{ $any!s:>5}{ $int:$width}'",
	"$int.to_bytes($small, 'little', signed=True)", "int.from_bytes($bytes, 'little', signed=$bool)", "$float.hex()", "$float.is_integer()", "$int.as_integer_ratio()", "$complex.imag", "$bytes.split($bsub)", "$bytes.find($bsub)", "$bytes.decode($enc, $err)", "$str.encode($enc, $err)", "$bytes.count($bsub)", "$bytes.startswith($bsub)", "$bsub in $bytes",
	"$str.split($sub, $small)", "$str.rsplit(None, $small)", "$str.find($sub, $small, $small)", "$str.rfind($sub)", "$str.index($sub)", "$str.count($sub, $small)", "$str.replace($sub, $sub, $small)", "$str.startswith(($sub, $sub))", "$str.endswith($sub, $small)", "$str.join($any)", "$str.center($small, $char)", "$str.rjust($small, $char)", "$str.translate($dict)", "$str.maketrans($str, $str)", "$str.partition($sub)", "$str.splitlines($bool)", "$str.isnumeric(), $str.isspace(), $str.isupper(), $str.islower()",
	"$list.index($any)", "$list.index($any, $small)", "$list.count($any)", "$tuple.index($any)", "$dict.get($any, $any)", "$dict.keys() & $set", "$dict.items() == $dict.items()", "list($dict.values())", "$any in $dict", "$set $op $set", "$set.issubset($any)", "$set.intersection($any)", "$set.difference($range)", "$list $op $list", "$tuple $op $tuple", "$dict $op $dict",
	"isinstance($any, $type)", "issubclass($type, $type)", "type($any).__name__", "$type($thing)", "$type()", "$type($thing, $any)", "callable($any)", "[x for x in $any if x]", "{x: x for x in $tuple}", "[x for x in $any for y in $any]", "(lambda a, b=$any, *c, d=1, **e: (a, b, c, d, e))(*$any)", "(lambda a, b: (a, b))($any)", "(lambda **k: k)(**$dict)", "[*$any, *$any]", "{**$any}", "(lambda x: x + $any)($any)", "$any if $any else $any", "$any and $any or $any", "$int < $float < $int", "not $any",
	"eval($str)", "exec('x = ' + repr($any))", "slice($small, $small).indices($int)", "memoryview($bytes)[$slice].tolist()", "ascii($any)", "chr($small)", "ord($any)", "bin($any)", "hex($any)", "all($any), any($any)", "print($any, sep=$sub)", "list(filter($key, $any))", "sum($list, $any)", "isinstance($any, $any)", "(lambda: [a for a, b in $any])()", "dict(zip($any, $any))", "$str .format_map($dict)", "$bytes.center($small)", "$bytes.hex($sub)", "bytes.fromhex($str)", "float.fromhex($str)", "ExceptionGroup($str, $list)", "ValueError($any, $any)", "KeyError($any).args", "str(KeyError($any))", "str(OSError($int, $str))",
}, func() []string {
	var all []string
	for _, kind := range kinds {
		all = append(all, templatesOf[kind]...)
	}
	return all
}()...)

// statementTemplate is a statement that works on v, a value of the kind.
type statementTemplate struct{ kind, text string }

var statementTemplates = []statementTemplate{
	{"list", "v.append($any)"}, {"list", "v.extend($any)"}, {"list", "v.insert($index, $any)"}, {"list", "show(v.pop($index))"}, {"list", "v.remove($any)"},
	{"list", "v.sort(key=$key)"}, {"list", "v.sort(reverse=$bool)"}, {"list", "v.reverse()"}, {"list", "v[$index] = $any"}, {"list", "v[$slice] = $any"}, {"list", "del v[$index]"},
	{"list", "del v[$slice]"}, {"list", "v += $any"}, {"list", "v *= $times"}, {"list", "v[$index] += $any"}, {"list", "a, b = v"}, {"list", "a, *b = v; show(a, b)"}, {"list", "*a, b = v; show(a, b)"}, {"list", "for x in v: v.append(1) if len(v) < 9 else None"},
	{"dict", "v[$any] = $any"}, {"dict", "del v[$any]"}, {"dict", "show(v.pop($any))"}, {"dict", "show(v.pop($any, $any))"}, {"dict", "show(v.popitem())"}, {"dict", "v.update($any)"}, {"dict", "v |= $any"}, {"dict", "show(v.setdefault($any, $any))"}, {"dict", "for k in v: v[k] = $any"}, {"dict", "for k in v: v[$any] = 1"}, {"dict", "for k in list(v): del v[k]"}, {"dict", "a, b = v"}, {"dict", "v[$any] += $any"},
	{"set", "v.add($int)"}, {"set", "v.discard($any)"}, {"set", "v.remove($int)"}, {"set", "v |= $set"}, {"set", "v &= $set"}, {"set", "v -= $set"}, {"set", "v ^= $set"}, {"set", "v.update($range)"}, {"set", "v.intersection_update($range)"}, {"set", "v |= $any if 0 else $set"}, {"set", "v.symmetric_difference_update($range)"},
	{"int", "v += $any"}, {"int", "v -= $any"}, {"int", "v *= $int"}, {"int", "v //= $any"}, {"int", "v /= $any"}, {"int", "v %= $any"}, {"int", "v **= $power"}, {"int", "v <<= $shift"}, {"int", "v >>= $shift"}, {"int", "v &= $any"}, {"int", "v |= $any"}, {"int", "v ^= $any"}, {"int", "v @= $any"}, {"int", "v.x = 1"}, {"int", "v[0] = 1"}, {"int", "del v.real"},
	{"float", "v += $any"}, {"float", "v -= $any"}, {"float", "v *= $any"}, {"float", "v /= $any"}, {"float", "v //= $any"}, {"float", "v %= $any"}, {"float", "v **= $power"},
	{"str", "v += $any"}, {"str", "v *= $times"}, {"str", "v %= $any"}, {"str", "v[$index] = 'x'"}, {"str", "a, b, c = v; show(a, b, c)"}, {"str", "a, *b = v; show(a, b)"}, {"str", "v.nope()"}, {"str", "del v[$index]"},
	{"tuple", "v += $any"}, {"tuple", "v *= $times"}, {"tuple", "a, b = v; show(a, b)"}, {"tuple", "(a, b), c = v; show(a, b, c)"}, {"tuple", "v[$index] = 1"}, {"tuple", "v[0] += [1]"}, {"tuple", "[a, [b, *c]] = v; show(a, b, c)"},
	{"bytes", "v += $any"}, {"bytes", "v = bytearray(v); v.append($int)"}, {"bytes", "v = bytearray(v); v[$slice] = $bytes"}, {"bytes", "v = bytearray(v); v.extend($any)"}, {"bytes", "v = bytearray(v); del v[$slice]"}, {"bytes", "v = bytearray(v); show(v.pop($index))"}, {"bytes", "v = bytearray(v); v[$index] = $int"}, {"bytes", "v *= $times"},
	{"any", "a, b = v; show(a, b)"}, {"thing", "for x in v: show(x)"}, {"any", "v[$index] = $any"}, {"any", "del v[$index]"}, {"any", "v += $any"}, {"any", "v -= $any"}, {"any", "v |= $any"}, {"any", "v.attr = 1"}, {"any", "with v: pass"}, {"any", "raise v"}, {"any", "raise ValueError($any) from v"}, {"any", "assert v, $any"}, {"any", "del v.attr"},
	{"any", "match v:\n        case int() | float() as n: show('num', n)\n        case str(s): show('str', s)\n        case [x]: show('one', x)\n        case [x, *y]: show('seq', x, y)\n        case {'a': a, **rest}: show('a', a, rest)\n        case {}: show('map')\n        case None | True: show('single')\n        case _: show('other')"},
	{"any", "match v:\n        case $small: show('lit')\n        case (x, y) if x == y: show('pair', x)\n        case (a, b) | [a, b, _]: show(a, b)\n        case $class(): show('type')\n        case x: show('capture', x)"},
	{"any", "x = yield_ = v; x += x; show(x)"}, {"any", "show(*v)"}, {"any", "show(**v)"}, {"any", "print(f'{v:$width}')"}, {"any", "print(f'{v!r:>$width}')"}, {"any", "global g; g = v; g *= 2; show(g)"}, {"any", "show(v.__class__.__mro__)"}, {"any", "import math; show(math.floor(v), math.ceil(v), math.sqrt(v))"}, {"any", "import copy; w = copy.deepcopy(v); show(w, w == v)"}, {"any", "import json; show(json.dumps(v))"}, {"str", "import json; show(json.loads(v))"}, {"list", "import itertools as it; show(list(it.accumulate(v)), list(it.pairwise(v)), list(it.batched(v, 2)))"}, {"list", "import collections as c; show(c.Counter(v).most_common(2), c.deque(v, 3))"}, {"list", "import functools; show(functools.reduce(lambda a, b: a + b, v))"}, {"list", "import heapq; heapq.heapify(v); show(heapq.heappop(v))"}, {"str", "import re; show(re.findall(r'[a-z]+', v), re.sub(r'\\w', '<\\\\g<0>>', v, count=2), re.split(r'[ ,]', v))"},
}
