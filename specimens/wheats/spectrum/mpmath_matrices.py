"""mpmath: matrices and powers with 40 digits, rounded at the end.

用 mpmath 以 40 位数字计算矩阵和幂，最后才舍入。
"""

import mpmath
import numpy as np

NEEDS = ["mpmath"]


def power(Q, eigenvalues, n):
    with mpmath.workdps(40):
        basis = mpmath.matrix(Q.tolist())
        diagonal = mpmath.diag([mpmath.mpmathify(complex(e)) ** n for e in eigenvalues])
        M_n = basis * diagonal * basis**-1
        return np.array(M_n.tolist(), dtype=complex)


def w_to_the_30th():
    with mpmath.workdps(40):
        W = mpmath.matrix([["0.58", "0.24"], ["0.24", "0.72"]])
        return np.array((W**30).tolist(), dtype=float)
