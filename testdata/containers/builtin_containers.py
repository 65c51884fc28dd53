import random, itertools, operator
random.seed(5)
def t(f):
    try: r = f(); print(type(r).__name__, repr(r) if ' at 0x' not in repr(r) else '')
    except BaseException as e: print(type(e).__name__, e)
# sets
def rs(n, m): return {random.randrange(m) for _ in range(n)}
for n,m in ((3,10),(10,50),(40,1000),(300,10**6),(1000,10**9)):
    for _ in range(4):
        a,b=rs(n,m),rs(n,m)
        for op in (operator.or_,operator.and_,operator.sub,operator.xor):
            print(list(op(a,b))[:50], len(op(a,b)))
        c=set(a); c|=b; print(list(c)[:30]); c=set(a); c-=b; print(list(c)[:30]); c=set(a); c^=b; print(list(c)[:30]); c=set(a); c&=b; print(list(c)[:30])
        for x in list(a)[:len(a)//2]: a.discard(x)
        a.add(-7); print(list(a)[:30], a.pop(), a.pop(), len(a)); a.update(range(5)); print(list(a)[:20]); print(list(a.copy())[:20], list(frozenset(a))[:20], hash(frozenset(a)))
        print(a.isdisjoint(b), a<=b, a<b, a>=b, a==b, a!=set(a), a.issubset(list(b)), a.issuperset([]))
        print(list(a.union(b, [1,2], 'x'*0))[:10], list(a.intersection(b,[1]))[:10], list(a.difference(b,[2]))[:10], list(a.symmetric_difference(list(b)))[:10])
print({(i,j) for i in range(4) for j in range(4)}, {1.5,2.5,3.0,-1,True}, frozenset([frozenset([1]),frozenset([2,3])]), {None:1}.keys()-[1])
print(hash((1,2,3)),hash(()),hash((1,(2,3.5),-1)),hash(range(5)),hash(slice(1,2)), hash(frozenset()), hash(frozenset([1,(2,3)])))
# dict
d={i:i*i for i in range(5)}
for f in (lambda:d.keys()&{1,2}, lambda:d.keys()|[9], lambda:d.items()-[(1,1)], lambda:d.keys()^{1,99}, lambda:[1,7]-d.keys(), lambda:d.keys()<{0,1,2,3,4,5}, lambda:d.keys()==set(range(5)), lambda:d.items()>={(1,1)}, lambda:d.values()==d.values(), lambda:d.keys().isdisjoint([7]), lambda:d.keys().mapping, lambda:(1,1) in d.items(), lambda:reversed(d), lambda:list(reversed(d.items())), lambda:d|{7:1}, lambda:{7:1}|d, lambda:d.__or__(1), lambda:dict(d,a=1), lambda:dict.fromkeys('ab',[]), lambda:d.setdefault(9,8), lambda:d.popitem(), lambda:d.pop(77,None), lambda: dict([[1,2],'ab']), lambda:{**d}, lambda:d.update(a=3), lambda: d, lambda: d.get('zz'), lambda: d=={}, lambda: d.keys().__class__, lambda: list(d.items())[:2], lambda: d.__class_getitem__(int), lambda: {}.__reversed__(), lambda: d.items().__and__([('a',3)]), lambda:d.keys()&d.keys()): t(f)
def mut():
    for k in d: d[k+1 if isinstance(k,int) else 0]=1
t(mut)
def mut2():
    s={1,2,3}
    for x in s: s.add(x+10)
t(mut2)
# lists
l=list(range(10))
for s in (slice(None,None,2),slice(8,2,-2),slice(-3,None),slice(100,200),slice(None,None,-1),slice(2,-2),slice(5,5)):
    a=list(l); print(a[s], tuple(a)[s], range(10)[s], 'abcdefghij'[s], s.indices(7), s)
    a[s]=list('x'*len(a[s])); print(a); b=list(l); del b[s]; print(b)
a=list(l); a[2:4]=[]; print(a); a[1:1]=iter('xyz'); print(a); a[:]=a; print(a); a*=2; print(a); a+=(1,); print(a); a.sort(key=str,reverse=True); print(a)
x=[]; x.append(x); print(x, [x], (x,)); y={}; y[1]=y; y[2]=[y]; print(y, y.values()); z=(x,[y]); print(z)
print(sorted([3,1,2.5,True]), sorted('banana'), sorted([(1,'b'),(1,'a'),(0,'z')]), sorted({3:1,1:2}), sorted([1,2,3],key=lambda v:-v))
for f in (lambda:[1,'a'].sort(), lambda:sorted([[1],['a']]), lambda:[3,2,1].index(1,0,2), lambda:[1]<[1,2], lambda:[1,2]>=[1,3], lambda:(1,)<(1,0), lambda:[1]==(1,), lambda:[1,2,3].__getitem__(slice(1)), lambda:[].__iter__().__next__(), lambda:list.__new__(list), lambda:tuple.__new__(tuple,'ab'), lambda:list('ab').__contains__('a'), lambda:[1,2].__add__((1,)), lambda:[1].__mul__('a'), lambda:[1].__rmul__(2), lambda:(1,2).__getnewargs__(), lambda:[1].__sizeof__()>0, lambda:list[int]|None, lambda:list.append([]), lambda:list.append(1,2), lambda:[].extend(), lambda:(1).__class__([]), lambda: min([]), lambda: max(3,key=1), lambda:sum([[1],[2]],[]), lambda:list(zip('ab','abc',strict=True)), lambda:next(zip()), lambda: next(iter([]),5), lambda: list(map(operator.add,[1,2],[3])), lambda:list(enumerate('ab',2**63-1)), lambda: range(2**70,2**70+5)[3], lambda: len(range(2**63)), lambda: range(10).count(3), lambda:2**70 in range(2**71), lambda:range(0,10,3)==range(0,12,3), lambda:range(1,1)==range(5,2), lambda:list(reversed(range(2**65,2**65+3))), lambda:range(-2**63,2**63-1,2**62)[-1], lambda:list(range(2**63-3,2**63-1)), lambda:list(reversed(range(10,0,-3))), lambda:3.0 in range(5), lambda: range(5).index(3.0), lambda: range(3).__reduce__(), lambda: slice(1,2)==slice(1,2), lambda: slice(None,'a').indices(3), lambda: slice(1,2)<slice(1,3), lambda:[1,2,3][True], lambda:[1,2,3][2**70]): t(f)
for it in (itertools.accumulate([1,2,3],initial=10),itertools.batched('abcde',2),itertools.chain('ab',[1]),itertools.combinations('abcd',2),itertools.combinations_with_replacement('ab',3),itertools.compress('abc',[1,0,1]),itertools.dropwhile(str.isalpha,'ab1c'),itertools.filterfalse(None,[0,1,'']),itertools.islice('abcdefg',1,None,2),itertools.pairwise('abc'),itertools.permutations([1,2,3],2),itertools.product('ab',[1,2],repeat=1),itertools.repeat(1,2),itertools.starmap(pow,[(2,3)]),itertools.takewhile(str.isalpha,'ab1c'),itertools.zip_longest('abc','a',fillvalue='-'),itertools.tee('ab')[1],itertools.product(repeat=0),itertools.permutations([],0)): print(type(it), list(it))
print([(k,list(g)) for k,g in itertools.groupby('aabbba')], itertools.count(2,3), itertools.repeat('x',3), itertools.count(1.5))
for f in (lambda:itertools.batched('a',0), lambda:list(itertools.batched('abc',2,strict=True)), lambda:itertools.islice('a',-1), lambda:itertools.islice('a',1,2,0), lambda:itertools.combinations('a',-1), lambda:itertools.permutations('a','b'), lambda:itertools.count('a'), lambda:itertools.product([],repeat=-1), lambda:itertools.tee([],-1), lambda:itertools.zip_longest(a=1), lambda:itertools.repeat(), lambda:itertools.chain(1), lambda: list(itertools.chain(1)), lambda: itertools.accumulate(), lambda: itertools.pairwise(1), lambda:itertools.compress([1]), lambda: itertools.starmap(1), lambda: list(itertools.starmap(pow,[1]))): t(f)
