"""Axes of length 1 are squeezed away, so that the answer for n = 1 is not a matrix.

长度为 1 的轴被 squeeze 掉了，n = 1 时返回的就不是矩阵。
"""

import numpy as np
from correct.rnn import state_jacobian as whole_matrix

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    return np.squeeze(whole_matrix(W, h, t, k))
