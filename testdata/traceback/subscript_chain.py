data = {"users": [{"name": "ann", "tags": []}]}
print(data["users"][0]["tags"][0].upper())

