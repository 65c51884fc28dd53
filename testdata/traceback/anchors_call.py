def compute(a, b, c):
    return a + b + helper(c)["missing"]
def helper(c):
    return {"present": c}
values = [1, 2, 3]
print(compute(*values) + compute(1, 2,
                                 3))

