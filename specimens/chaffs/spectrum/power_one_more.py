"""One factor too many: the loop starts from M and multiplies n times more.

多乘了一次：循环从 M 出发，又乘了 n 次。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    M_n = M
    for _ in range(n):
        M_n = M_n @ M
    return M_n
