def inner(x):
    return 10 / x

def middle(y):
    result = inner(y) + 1
    return result

print("before", flush=True)
middle(0)

