class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        print("exit called", flush=True)
        return False
def run():
    with CM():
        try:
            raise KeyError("in with")
        finally:
            print("finally", flush=True)
run()

