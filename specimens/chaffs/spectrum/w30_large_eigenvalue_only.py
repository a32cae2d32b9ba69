"""The eigenvalue 0.4 is dropped, because 0.4³⁰ is small; small is not zero.

因为 0.4³⁰ 很小就丢掉了特征值 0.4；小并不等于零。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    q = np.array([0.6, 0.8])
    return 0.9**30 * np.outer(q, q)
