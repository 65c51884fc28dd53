class B:
    def __init__(self): self.d = bytearray(b'hello')
    def __buffer__(self, flags):
        print('buffer'); return memoryview(self.d)
    def __release_buffer__(self, m):
        print('release', m.tobytes()); m.release()
b = B()
with memoryview(b) as m:
    print(m.tolist())
    m[0] = 74
print(b.d, b'abc'.__buffer__(0), bytes.__buffer__.__doc__)
class Bad:
    def __buffer__(self, flags): return 5
try: memoryview(Bad())
except TypeError as e: print(e)
print(list[int])
class D:
    def __delitem__(self, k): pass
try: D()[0] = 1
except AttributeError as e: print(e)
