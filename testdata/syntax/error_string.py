name = "unterminated
print(name)

