items = [1, 2, 0, 4]
inverse = lambda x: 1 / x
print([inverse(i) for i in items])

