class Greeter:
    def hello():
        return "hi"
Greeter().hello()

