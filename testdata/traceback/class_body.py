class Config:
    name = "app"
    size = int("not a number")

