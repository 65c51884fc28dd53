import warnings
def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
    warnings.warn("careful")
old()
for i in range(3):
    warnings.warn("in loop", UserWarning)
warnings.warn("resource", ResourceWarning)
warnings.warn(RuntimeWarning("instance"))
print("done", flush=True)

