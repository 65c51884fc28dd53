text = "a,b"
parts = text.split(",", maxsplit="1")

