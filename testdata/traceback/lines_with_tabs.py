def f():
	if True:
		return  undefined_with_tabs  +  1
f()

