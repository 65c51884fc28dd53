s={1,2}; s.discard(1); s.add(9); print(list(s))
s={1,2,3}; s.discard(2); s.add(9); print(list(s))
s={1,2,3}; s.discard(2); s.add(1); s.add(17); print(list(s))
s={1,2,3}; s.discard(1); s.discard(2); s.add(9); print(list(s))
s={1,2,3}; s.discard(1); s.discard(2); s.add(2);s.add(9); print(list(s))
s=set(range(30)); 
for i in range(20): s.discard(i)
s.add(128); s.add(129); s.add(300); print(list(s))
s={0,1,2}; s.discard(0); s.add(8); print(list(s))
s=set(range(100)); 
for i in range(90): s.discard(i)
for i in range(40): s.add(i*1000)
print(list(s))
