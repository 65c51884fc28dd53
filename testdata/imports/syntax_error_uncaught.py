print("first")
import _bad_syntax

