"""Arguments are used as they come; lists, which are allowed too, have no arithmetic.

直接使用参数；参数也可以是列表，而列表不能做运算。
"""

from correct.spectrum import limit_of_powers as right

LOSES = ["2c-limit"]
AS_GIVEN = True


def limit_of_powers(eigenvalues):
    return right(eigenvalues.ravel())
