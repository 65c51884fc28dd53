class ValidationError(Exception):
    def __init__(self, field, reason):
        super().__init__(f"{field}: {reason}")
        self.field = field
class Outer:
    class InnerError(ValidationError): pass
raise Outer.InnerError("age", "must be positive")

