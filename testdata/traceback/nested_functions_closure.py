def outer():
    def middle():
        def inner():
            return missing_closure_value
        return inner()
    return middle()
outer()

