"""The two eigenvalues belong to each other's eigenvectors.

两个特征值各自配到了对方的特征向量上。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    Q = np.array([[0.6, -0.8], [0.8, 0.6]])
    return Q @ np.diag([0.4**30, 0.9**30]) @ Q.T
