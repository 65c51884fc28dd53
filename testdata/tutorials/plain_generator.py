def generator():
    for i in range(10):
        yield i

gen = generator()
print(next(gen))
print(next(gen))
print(type(gen), list(gen))
try:
    next(gen)
except StopIteration:
    print("exhausted")

