"""The angle of λ is arctan(b/a), which is off by π where the real part is negative.

λ 的辐角取成了 arctan(b/a)，实部为负时差了 π。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    angle = np.arctan(np.imag(eigenvalues) / np.real(eigenvalues))
    powers = np.abs(eigenvalues) ** n * np.exp(1j * n * angle)
    return Q @ np.diag(powers) @ np.linalg.inv(Q)
