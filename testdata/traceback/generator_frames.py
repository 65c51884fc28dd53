def gen():
    yield 1
    raise LookupError("in generator")
def consume(g):
    return [x for x in g]
consume(gen())

