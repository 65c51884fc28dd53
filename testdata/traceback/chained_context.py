try:
    int("forty")
except ValueError:
    undefined_function()

