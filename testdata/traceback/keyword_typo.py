print("hello", ends="")

