"""The loop starts from W and multiplies 30 times more: this is W³¹.

循环从 W 出发，又乘了 30 次，得到的是 W³¹。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    W = np.array([[0.58, 0.24], [0.24, 0.72]])
    W_n = W
    for _ in range(30):
        W_n = W_n @ W
    return W_n
