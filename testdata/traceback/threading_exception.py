import threading
def worker():
    raise ValueError("in worker")
t = threading.Thread(target=worker, name="W1")
t.start()
t.join()
print("main continues", flush=True)

