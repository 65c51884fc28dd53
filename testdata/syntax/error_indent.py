def f():
    if 1:
        print("a")
      print("b")

