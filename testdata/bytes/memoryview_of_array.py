import array
a = array.array('i', [1,2,3])
m = memoryview(a); print(m.format, m.itemsize, m.tolist(), m[1])
m[0] = 9; print(a)
