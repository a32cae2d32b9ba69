"""Arguments are used as they come; lists, which are allowed too, have no arithmetic.

直接使用参数；参数也可以是列表，而列表不能做运算。
"""

import numpy as np

LOSES = ["3c-carousel"]
AS_GIVEN = True


def cell_jacobian(f, t, k):
    return np.diag(f[k + 1 : t + 1, :].prod(axis=0))
