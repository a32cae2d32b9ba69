"""A complex λ with a negative real part is judged by its imaginary part alone.

实部为负的复数 λ 只按虚部来判断。
"""

import numpy as np
from correct.spectrum import limit_of_powers as exact

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    turned = (np.real(eigenvalues) < 0) & (np.imag(eigenvalues) != 0)
    return exact(np.where(turned, 1j * np.imag(eigenvalues), eigenvalues))
