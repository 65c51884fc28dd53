WHERE = "inside namespace package"

