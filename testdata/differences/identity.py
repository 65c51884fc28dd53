# The interpreter says what it is, and which Python it speaks.
import platform
import sys

print(sys.implementation.name, sys.version_info[:2], platform.python_implementation(), platform.python_version())
