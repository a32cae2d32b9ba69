"""0.9³⁰ is rounded to 0.0424 before it is used.

0.9³⁰ 先四舍五入成了 0.0424 再参与计算。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    Q = np.array([[0.6, -0.8], [0.8, 0.6]])
    return Q @ np.diag([0.0424, 0.4**30]) @ Q.T
