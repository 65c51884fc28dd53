saved = None
try:
    {}["lost"]
except KeyError as e:
    saved = e
def rethrow():
    raise saved
rethrow()

