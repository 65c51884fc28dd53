def classify(n):
    if n < 0:
        return "neg"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "big"
print([classify(n) for n in (-1, 0, 5, 50)])
n = 0
while n < 10:
    n += 1
    if n % 2: continue
    if n > 7: break
    print(n, end=" ")
else:
    print("no break")
print("after", n)
while n:
    n -= 1
else:
    print("exhausted", n)
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == 1: continue
        print((i, j), end=";")
    else:
        print("never")
else:
    print("outer else")
for i, (a, *b) in enumerate([(1, 2, 3), "xyz"]):
    print(i, a, b)
for x in []:
    pass
else:
    print("empty else")
items = [1, 2, 3]
for it in items:
    if it == 1:
        items.append(4)
    print(it, end=",")
print()
class T: pass
obj = T()
for obj.attr in "ab":
    print(obj.attr)
arr = [0]
for arr[0] in (7, 8): pass
print(arr)
try:
    for z in 5: pass
except TypeError as e:
    print(e)
print("a" if 0 else "b" if [] else "c")

