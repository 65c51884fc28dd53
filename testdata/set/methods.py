s = {3, 1, 2}
print(s, len(s), 1 in s, 5 not in s, sorted(s), set(), set([1, 1, 2]), set("aab") == {"a", "b"}, {1, 1.0, True}, {i % 3 for i in range(9)}, frozenset([1, 2]), frozenset(), bool(set()), set(range(5)), {*[1, 2], *(3,)})
s.add(4); s.add(1); s.update([5, 6], (7,)); s.discard(99); s.discard(1); s.remove(2)
print(s, s | {100}, s & {3, 4, 99}, s - {3}, s ^ {3, 200}, s.union([1], [2]), s.intersection([3, 5]), s.difference([3]), s.symmetric_difference([3, 1]), s.issubset(range(10)), s.issuperset([3]), s.isdisjoint([1]), s.copy() == s, s < set(range(10)), s <= s, s >= {3}, s > {3}, {1} == frozenset([1]), {1, 2} != {2, 1})
s |= {50}; s &= {3, 4, 5, 50}; s -= {50}; s ^= {3, 9}
print(s)
s.intersection_update([4, 5]); s.difference_update([4]); s.symmetric_difference_update([5, 6])
print(s, s.pop(), s)
s.clear()
print(s, {1, 2} | frozenset([3]), frozenset([3]) | {1}, type({1} | frozenset()).__name__, type(frozenset() | {1}).__name__, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "v"}[frozenset([1])], frozenset("ab") == set("ab"))
for e in ("{1}.remove(2)", "set().pop()", "{[]}", "{{1}}", "set(5)", "set(1, 2)", "{1} + {2}", "{1} | [2]", "{1} & 5", "{1} < [1]", "{1}[0]", "hash({1})", "{1}.add([])", "{1}.add()", "[] in {1}", "{1} in {1}", "{1} in {frozenset([1])}", "{1}.union(5)", "{1}.foo", "frozenset([1]).add(2)", "frozenset([[]])", "{1}.update(5)", "{1}.discard([])", "{1} - 1", "{1}.issubset(5)", "{1} == 1", "{1}()", "set(a=1)", "{1}.remove([])", "{'k'}.remove('q')", "frozenset(1, 2)", "{1}.pop(1)", "1 - {1}", "~{1}", "{1} * 2", "{1}.intersection()", "set.union()", "{3} >= 3"):
    try:
        print(e, eval(e))
    except Exception as ex:
        print(e, "->", type(ex).__name__, ex)
s = {1, 2}
for bad in ("s |= [1]", "s -= 5", "s += {1}", "s &= None"):
    try:
        exec(bad)
    except TypeError as ex:
        print(bad, ex)
print({10, 5, 1}, {100, 3, 64, 8}, {-1, -2, 0}, {1.5, 2, 3}, {2 ** 40, 1}, set(range(20, 0, -1)), {(1, 2), (0,)}, list({30, 20, 10}), {0, 8, 16, 24, 32}, {5, 13, 21}, {None} | {None}, sorted([{3, 1}, {2}], key=len))
class FS(frozenset): pass
print(FS([1]), FS([1]) | {2}, repr(FS()), FS([1]) == {1})
class SS(set): pass
print(SS([1, 2]), SS(), type(SS([1]) | {3}).__name__, type(SS([1]).copy()).__name__)
it = iter({1, 2, 3})
print(sum(it), set(map(str, [1])) , set(zip([1], [2])), sum({1, 2}), max({3, 9}), {x for x in "a"})

