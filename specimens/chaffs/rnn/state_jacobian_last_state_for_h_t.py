"""σ' is taken from the last state h_T at every step, where h_s belongs.

每一步的 σ' 都用最后的状态 h_T 来算，而应当用 h_s。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    q = h[-1] * (1 - h[-1])
    return np.linalg.matrix_power(q[:, None] * W, t - k)
