print("loading helper", __name__)
value = 10
_hidden = 1
public = 2
main_guard = __name__ == "__main__"
def func(x): return x * value
def get_value(): return value
class Klass:
    def hello(self): return f"hello from {type(self).__module__}"

