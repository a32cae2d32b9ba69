"""The real part is taken of each factor, but only the whole product is real."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return (Q * eigenvalues**n).real @ np.linalg.inv(Q).real
