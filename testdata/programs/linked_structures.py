class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
class LinkedList:
    def __init__(self, it=()):
        self.head = None; self._n = 0
        for x in reversed(list(it)): self.push(x)
    def push(self, v): self.head = Node(v, self.head); self._n += 1
    def pop(self):
        if not self.head: raise IndexError("pop from empty list")
        v, self.head = self.head.v, self.head.next
        self._n -= 1
        return v
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.next
    def __len__(self): return self._n
    def __repr__(self): return " -> ".join(map(repr, self)) or "empty"
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
    def __contains__(self, x): return any(v == x for v in self)
    def __getitem__(self, i):
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(i)
l = LinkedList([1, 2, 3]); l.push(0); l.reverse()
print(l, len(l), 2 in l, 9 in l, list(l), l[1], l.pop(), l, bool(LinkedList()), LinkedList(), sorted(l), max(l))
try:
    LinkedList().pop()
except IndexError as e:
    print(e)
class BST:
    root = None
    def insert(self, k):
        def ins(n):
            if n is None: return [k, None, None]
            if k < n[0]: n[1] = ins(n[1])
            elif k > n[0]: n[2] = ins(n[2])
            return n
        self.root = ins(self.root)
    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n[1])
                yield n[0]
                yield from walk(n[2])
        return walk(self.root)
    def height(self):
        h = lambda n: 0 if n is None else 1 + max(h(n[1]), h(n[2]))
        return h(self.root)
t = BST()
for k in (50, 30, 70, 20, 40, 60, 80, 30): t.insert(k)
print(list(t), t.height(), t.root)
class LRU:
    def __init__(self, n): self.n, self.d = n, {}
    def get(self, k):
        if k not in self.d: return None
        self.d[k] = self.d.pop(k)
        return self.d[k]
    def put(self, k, v):
        self.d.pop(k, None)
        self.d[k] = v
        if len(self.d) > self.n: del self.d[next(iter(self.d))]
c = LRU(2); c.put("a", 1); c.put("b", 2); c.get("a"); c.put("c", 3)
print(c.d, c.get("b"))
class Stack(list):
    push = list.append
    @property
    def top(self): return self[-1] if self else None
s = Stack(); s.push(1); s.push(2); print(s.top, s.pop(), s, Stack().top)
def balanced(t):
    st, pairs = [], {")": "(", "]": "[", "}": "{"}
    for ch in t:
        if ch in "([{": st.append(ch)
        elif ch in pairs and (not st or st.pop() != pairs[ch]): return False
    return not st
print([balanced(x) for x in ("([]{})", "([)]", "((", "", "a(b)c]")])

