class Stack:
    def __init__(self):
        self._items = []
    def push(self, item):
        self._items.append(item)
    def peek(self):
        return self._item[-1]
s = Stack()
s.push(1)
print(s.peek())

