"""Only the first complex pair is turned; a second one keeps its angle.

只有第一对共轭复数取了幂的辐角，第二对的辐角没有变。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    powers = eigenvalues**n
    for j in np.flatnonzero(np.imag(eigenvalues))[2:]:
        powers[j] = abs(eigenvalues[j]) ** n
    return Q @ np.diag(powers) @ np.linalg.inv(Q)
