def check(data):
    return (data["first"]
            + data["second"]
            + data["third"])
check({"first": 1, "second": "two", "third": 3})

