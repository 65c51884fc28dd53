import sys
sys.exit("fatal: cannot continue")

