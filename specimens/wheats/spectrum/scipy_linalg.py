"""scipy's inverse, its symmetric eigenvalue solver, and the real part taken at the very end.

用 scipy 的求逆和对称特征值求解器，最后才取实部。
"""

import numpy as np
from scipy import linalg


def power(Q, eigenvalues, n):
    M_n = Q @ np.diag(np.power(eigenvalues, n)) @ linalg.inv(Q)
    return M_n.real


def w_to_the_30th():
    eigenvalues, Q = linalg.eigh([[0.58, 0.24], [0.24, 0.72]])
    return Q @ np.diag(eigenvalues**30) @ Q.T


def limit_of_powers(eigenvalues):
    largest = linalg.norm(eigenvalues, np.inf)
    return {-1: "vanishes", 0: "bounded", 1: "explodes"}[int(np.sign(largest - 1))]
