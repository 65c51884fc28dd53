WHO = f"{__name__} in extra_path"

