"""Powers λⁿ below 10⁻³ are set to zero; small is not zero.

小于 10⁻³ 的 λⁿ 都置成了零；小并不等于零。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    powers = eigenvalues**n
    return Q @ np.diag(np.where(np.abs(powers) < 1e-3, 0, powers)) @ np.linalg.inv(Q)
