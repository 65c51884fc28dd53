from math import *
print(floor(2.5), flush=True)
print(flor(2.5))

