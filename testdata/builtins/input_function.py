name = input("Name? ")
print(f"Hello {name!r}")
nums = [int(x) for x in input().split()]
print(sum(nums))
print(repr(input()))
import sys
print(repr(sys.stdin.readline()))
for i, line in enumerate(sys.stdin):
    print(i, repr(line))
    if i == 1: break
print(repr(sys.stdin.read()))
try:
    input("more? ")
except EOFError as e:
    print()
    print(type(e).__name__, e)

