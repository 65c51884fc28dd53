def chain(e, depth=0):
    if e is None or depth > 4: return ''
    return f'{type(e).__name__}({e}) <{chain(e.__cause__, depth + 1)}|{chain(e.__context__, depth + 1)}|{e.__suppress_context__}>'
def show(g, *sends):
    for s in (None, *sends):
        try:
            print(g.throw(s('thrown')) if isinstance(s, type) else g.send(s))
        except BaseException as e:
            print(chain(e))
def handling():
    try:
        raise KeyError('k')
    except KeyError:
        yield 1
def delegating(inner):
    try:
        raise IndexError('i')
    finally:
        yield from inner
def plain():
    yield 1
    yield 2
for kind in ValueError, StopIteration, GeneratorExit:
    show(handling(), kind)
    show(delegating(i for i in range(2)), kind)
    show(delegating(plain()), kind)
    show(delegating(handling()), kind)
    show(delegating((1, 2)), kind)
    try:
        raise LookupError('around')
    except LookupError:
        show(plain(), kind)
        show(handling(), kind)
        show(delegating(handling()), kind)
