result = {"alpha": 1, "beta": 2}["alpha"] + {"alpha": 1, "beta": 2}["beta"] + {"alpha": 1, "beta": 2}["gamma"] + 4
print(result)

