"""The labels are written with a capital letter; they must match exactly.

返回的词首字母大写了；必须与规定的写法完全一致。
"""

from correct.spectrum import limit_of_powers as limit

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    return limit(eigenvalues).capitalize()
