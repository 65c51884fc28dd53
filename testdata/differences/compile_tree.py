# A syntax tree is made by ast.parse, and not compiled.
import ast

tree = ast.parse("1 + 1", mode="eval")
print(ast.dump(tree))
try:
    compile(tree, "<tree>", "eval")
except NotImplementedError as e:
    print(e)
