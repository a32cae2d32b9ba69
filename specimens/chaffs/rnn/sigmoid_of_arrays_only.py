"""Arguments are used as they come; lists, which are allowed too, have no arithmetic.

直接使用参数；参数也可以是列表，而列表不能做运算。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]
AS_GIVEN = True


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))
