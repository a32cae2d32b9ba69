"""The result is made after the pattern of an argument; whole numbers cut its decimals off.

结果仿照参数建成，参数是整数时小数就被截掉了。
"""

import numpy as np

LOSES = ["2b-power"]
AS_GIVEN = True


def power(Q, eigenvalues, n):
    Q = np.asarray(Q)
    scaled = np.zeros_like(Q)
    for j, eigenvalue in enumerate(eigenvalues):
        scaled[:, j] = Q[:, j] * eigenvalue**n
    return scaled @ np.linalg.inv(Q)
