values = []
assert values

