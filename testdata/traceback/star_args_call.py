def add(a, b, c):
    return a + b + c
args = [1, 2]
print(add(*args, c="3", **{}))

