# -*- coding: utf-8 -*-
имя = "Привет"
print(имя, len(имя), имя.upper())
def функция(аргумент): return аргумент * 2
print(функция("я"), функция.__name__)
class Класс:
    поле = 1
print(Класс.поле, Класс.__name__, repr(Класс))
ﬁ = "ligature"
print(fi)
𝐱 = 5
print(x)
print("日本語", "😀", "e\u0301", len("e\u0301"), "ß".upper())
print({"ключ": "значение"}, ["é"], ("ñ",))
μ = 3
print(μ, "μ" in globals(), "µ" == "μ")

