"""Q and Q⁻¹ have changed places: Q⁻¹ Λⁿ Q.

Q 与 Q⁻¹ 换了位置：写成了 Q⁻¹ Λⁿ Q。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.linalg.inv(Q) @ np.diag(eigenvalues**n) @ Q
