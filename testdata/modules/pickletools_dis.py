import pickletools, pickle, io
x = [1, 'a', (1, 2), {'k': b'v'}, 2**70, 1.5, None, True, {1, 2}, frozenset([3]), 'ü', range(3)]
x.append(x[3]); x.append(x[3])
for proto in range(6):
    p = pickle.dumps(x, proto)
    o = io.StringIO(); pickletools.dis(p, o); print(o.getvalue())
    q = pickletools.optimize(p); print(len(q), str(pickle.loads(q)) == str(x), q)
for bad in (b'', b'(', b'?', b'I1\n'):
    try: list(pickletools.genops(bad)); print('ok')
    except ValueError as e: print(e)
