settings = {}
del settings["theme"]

