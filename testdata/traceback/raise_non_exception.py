def check(ok):
    if not ok:
        raise "not ok"
check(False)

