"""abs is taken to make the result real, which loses the sign of every entry.

为了得到实数取了绝对值，每个元素的符号都丢了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.abs(Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q))
