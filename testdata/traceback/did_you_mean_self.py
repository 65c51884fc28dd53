class C:
    def __init__(self): self.count = 1
    def get(self): return count
C().get()

