class Node:
    def __init__(self, value):
        self.value = value
        self.next_node = None
n = Node(1)
print(n.value + n.next_node.value)

