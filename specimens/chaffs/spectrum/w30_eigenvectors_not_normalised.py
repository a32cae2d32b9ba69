"""Qᵀ stands for Q⁻¹, but the eigenvectors (3, 4) and (4, -3) have length 5.

用 Qᵀ 代替 Q⁻¹，而特征向量 (3, 4) 和 (4, -3) 的长度是 5。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    Q = np.array([[3, 4], [4, -3]])
    return Q @ np.diag([0.9**30, 0.4**30]) @ Q.T
