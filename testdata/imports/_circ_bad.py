from _circ_bad2 import thing
other = 1

