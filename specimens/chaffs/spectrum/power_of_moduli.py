"""The moduli abs(λ) are raised to the power, so signs and rotations are lost.

取幂的是模 abs(λ)，符号和旋转都丢了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(np.abs(eigenvalues) ** n) @ np.linalg.inv(Q)
