"""z is clipped to [-20, 20] against overflow, which is wrong from the ninth digit on.

为防溢出把 z 截断到 [-20, 20]，从第九位数字起就错了。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))
