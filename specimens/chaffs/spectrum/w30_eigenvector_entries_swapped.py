"""(0.8, 0.6) is taken for the eigenvector of 0.9; its two entries are swapped.

把 (0.8, 0.6) 当成了 0.9 的特征向量，两个分量写反了。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    Q = np.array([[0.8, -0.6], [0.6, 0.8]])
    return Q @ np.diag([0.9**30, 0.4**30]) @ Q.T
