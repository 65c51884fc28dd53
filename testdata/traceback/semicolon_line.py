a = 1; b = 0; print("before", flush=True); c = a / b; print("never")

