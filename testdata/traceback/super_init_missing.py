class Base:
    def __init__(self, name, size): self.name, self.size = name, size
class Child(Base):
    def __init__(self, name):
        super().__init__(name)
Child("x")

