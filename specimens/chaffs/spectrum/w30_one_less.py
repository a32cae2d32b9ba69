"""W is multiplied by itself 28 times: this is W²⁹.

W 自乘时只乘了 28 次，得到的是 W²⁹。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    W = np.array([[0.58, 0.24], [0.24, 0.72]])
    W_n = W
    for _ in range(28):
        W_n = W_n @ W
    return W_n
