"""The eigenvalues are multiplied by 30 instead of raised to the power 30.

特征值乘了 30，而不是取 30 次幂。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    Q = np.array([[0.6, -0.8], [0.8, 0.6]])
    return Q @ np.diag([0.9 * 30, 0.4 * 30]) @ Q.T
