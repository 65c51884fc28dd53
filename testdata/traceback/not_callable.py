class P: pass
p = P()
p(1, 2)

