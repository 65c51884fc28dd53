value = 1
def use():
    print(value)
use()
del value
use()

