def tally(items):
    for i in items:
        count += i
    return count
tally([1, 2])

