"""The factor Q⁻¹ is forgotten: Q Λ³⁰ is not W³⁰, and is not even symmetric.

漏了因子 Q⁻¹：Q Λ³⁰ 不是 W³⁰，甚至不对称。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    Q = np.array([[0.6, -0.8], [0.8, 0.6]])
    return Q @ np.diag([0.9**30, 0.4**30])
