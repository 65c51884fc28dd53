from .. import VERSION
NAME = f"sphere {VERSION}"

