print("about to break")
def f(): return 1 / 0
f()

