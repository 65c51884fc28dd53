def total(items):
    summary = sum(items)
    return sumary
total([1, 2])

