import itertools as it
print(list(it.islice(it.count(5), 3)), list(it.islice(it.count(1, 0.5), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 3)), list(it.chain([1], "ab", (2,))), list(it.chain.from_iterable([[1], [2, 3]])), list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)), list(it.batched("abcdefg", 3)), list(it.compress("abcd", [1, 0, 1, 0])), list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.pairwise("abcd")), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest("ab", [1], fillvalue="-")))
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.permutations("abc", 2)), list(it.combinations("abc", 2)), list(it.combinations_with_replacement("ab", 2)), list(it.permutations([1, 2, 3]))[:3], list(it.product()), list(it.combinations("ab", 3)), list(it.permutations([])))
print([(k, list(g)) for k, g in it.groupby("aaabbc")], [(k, [x for x in g]) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)], [(k, len(list(g))) for k, g in it.groupby(sorted(["apple", "bob", "ant"], key=lambda w: w[0]), key=lambda w: w[0])])
a, b = it.tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), list(it.islice("abcdefg", 1, 6, 2)), list(it.islice("abc", None)), list(it.islice("abc", 1, None)))
c = it.count(1)
print(next(c), next(c), repr(c), repr(it.repeat(5, 2)), repr(it.count(1, 2)), it.repeat("q", 2).__length_hint__(), list(map(pow, range(4), it.repeat(2))), sum(it.islice(it.count(), 100)))
g = it.groupby("aab")
k1, g1 = next(g); k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
for e in ("list(it.islice([1], -1))", "it.islice([1], 'a')", "it.repeat(1, 'x')", "list(it.batched([1], 0))", "it.count('a')", "it.combinations('ab')", "it.combinations('ab', -1)", "it.product(5)", "list(it.starmap(pow, [1]))", "it.tee([1], -1)", "list(it.chain(1))", "it.zip_longest([1], foo=1)", "list(it.accumulate(['a', 1]))", "it.permutations('ab', 1.5)", "it.chain.from_iterable()", "it.cycle()", "list(it.batched('abc', 2, strict=True))", "it.pairwise(5)", "it.nope", "it.groupby()", "list(it.takewhile(5, [1]))", "list(it.filterfalse(5, [1]))", "it.islice([1], 1, 2, 0)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

