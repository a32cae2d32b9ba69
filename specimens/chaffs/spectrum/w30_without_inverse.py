"""The factor Q⁻¹ is forgotten: Q Λ³⁰ is not W³⁰, and is not even symmetric."""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    Q = np.array([[0.6, -0.8], [0.8, 0.6]])
    return Q @ np.diag([0.9**30, 0.4**30])
