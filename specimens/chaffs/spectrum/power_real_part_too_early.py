"""The real part is taken of each factor, but only the whole product is real.

对每个因子都取了实部，而只有整个乘积才是实的。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return (Q * eigenvalues**n).real @ np.linalg.inv(Q).real
