"""The cases of spectrum.py: matrices of known spectrum, M = P D P⁻¹, exact in float64.

P and P⁻¹ are whole, D is block diagonal with entries k/16: an eigenvalue a, or [[a, -b], [b, a]]
for a pair a ± bi. P is never orthogonal, for Q⁻¹ = Qᵀ would hide the difference. The last explicit
cases are what is rarely drawn: λ = 0, an eigenvalue twice, two pairs, many of them, a high power,
powers of all sizes at once; of limits, λ left of 0 that counts by its modulus, and one next to 1.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from strategies import NUMBERS, as_arrays, as_lists, as_whole_numbers, cases

ROTATION = np.array([[1, 1], [-1j, 1j]])  # eigenvectors of [[a, -b], [b, a]]


def _basis(blob, d):
    """Unit lower times unit upper of ones and minus ones: determinant 1, so P⁻¹ is whole too."""
    signs = np.where(blob.array((d, d), (4, 4)) >= 0, 1.0, -1.0)
    return (np.tril(signs, -1) + np.eye(d)) @ (np.triu(signs, 1) + np.eye(d))


def _matrix(P, eigenvalues):
    """Real M with these eigenvalues, in which a - bi follows each a + bi."""
    D = np.diag(np.real(eigenvalues))
    for j in np.flatnonzero(np.imag(eigenvalues) > 0):
        b = eigenvalues[j].imag
        D[j, j + 1], D[j + 1, j] = -b, b
    return P @ D @ np.rint(np.linalg.inv(P))


class Spectrum(NamedTuple):
    """M = Q diag(eigenvalues) Q⁻¹, an exponent n, and other eigenvectors Q[:, order] * scales."""

    Q: np.ndarray
    eigenvalues: np.ndarray
    M: np.ndarray
    n: int
    order: np.ndarray
    scales: np.ndarray
    form: Callable = as_arrays


_MODERATE = [number for number in NUMBERS if 0 < abs(number) <= 1.5]
_SCALES = [number for number in NUMBERS if abs(number) in (2, 1 / 2)]


def _spectrum(blob):
    d = blob.one_of((2, 3, 4))
    Q, eigenvalues = _basis(blob, d), np.array(blob.distinct(_MODERATE, d, 4))
    n, order = blob.one_of((3, 2, 4, 5, 6, 7, 8)), np.array(blob.distinct(range(d), d, 4))
    scales = np.array(blob.distinct(_SCALES, d, 4))
    return Spectrum(Q, eigenvalues, _matrix(Q, eigenvalues), n, order, scales)


def _with_pairs(spectrum, count=1):
    """The same basis, but the first two eigenvalues a, b become a ± abs(b) i, and so the next."""
    P, real = spectrum.Q, spectrum.eigenvalues
    Q, eigenvalues = P.astype(complex), real.astype(complex)
    for j in range(0, 2 * count, 2):
        Q[:, j : j + 2] = P[:, j : j + 2] @ ROTATION
        eigenvalues[j : j + 2] = real[j] + abs(real[j + 1]) * np.array([1j, -1j])
    return spectrum._replace(Q=Q, eigenvalues=eigenvalues, M=_matrix(P, eigenvalues))


def _stairs(d):
    """Unit lower times unit upper of ones: 1, 1, ... and 1, 2, 2, ... and 1, 2, 3, ..."""
    return np.minimum.outer(np.arange(1.0, d + 1), np.arange(1.0, d + 1))


def _small_spectrum(*eigenvalues, n=3):
    d, eigenvalues = len(eigenvalues), np.array(eigenvalues)
    scales, order = np.array([2, -1, 0.5, -2, 4, -0.5])[:d], np.arange(d)[::-1]
    return Spectrum(_stairs(d), eigenvalues, _matrix(_stairs(d), eigenvalues), n, order, scales)


_small = _small_spectrum(0.5, -1.0)
_rare = [
    _small_spectrum(0.5, 0.0),
    _small_spectrum(0.5, -1.0, 0.5),
    _small_spectrum(0.5, -1.0, 1.5, -0.25, 0.75, 1.25),
    _small._replace(n=12),
    _small_spectrum(1 / 16, 1.5, n=8),
]
_one = np.ones((1, 1))
_single = Spectrum(2 * _one, -0.5 * _one[0], -0.5 * _one, 3, np.array([0]), -_one[0])
_pair = _with_pairs(_small)
_two_pairs = _with_pairs(_small_spectrum(0.5, -1.0, -0.75, 0.25), 2)

_edges = [_single._replace(n=n) for n in (3, 1, 0)]
_given_otherwise = [
    _small._replace(form=as_lists),
    _small._replace(form=as_whole_numbers),  # which Q is
    _small_spectrum(2.0, -1.0)._replace(form=as_lists),
]

spectra = cases(_spectrum, _small, *_rare)
spectra_and_edges = cases(_spectrum, *_given_otherwise, _small, *_edges, *_rare)
complex_spectra = cases(lambda blob: _with_pairs(_spectrum(blob)), _pair, _two_pairs)


class Limit(NamedTuple):
    """The eigenvalues of M, and what its powers do."""

    eigenvalues: np.ndarray
    M: np.ndarray
    label: str
    form: Callable = as_arrays


def _by_modulus(numbers):
    """For each label the eigenvalues of largest modulus, and the others; 1 or 1/16 away from it."""
    below = [number for number in numbers if abs(number) <= 15 / 16]
    unit = [number for number in numbers if abs(number) == 1]
    above = [number for number in numbers if 17 / 16 <= abs(number) <= 2]
    return {
        "vanishes": (below, below),
        "bounded": (unit, below + unit),
        "explodes": (above, below + unit + above),
    }


POSITIVE = _by_modulus([number for number in NUMBERS if number >= 0])
_QUARTERS = [number for number in NUMBERS if 4 * number % 1 == 0 and abs(number) <= 2]
COMPLEX = _by_modulus([a + b * 1j for b in _QUARTERS if b >= 0 for a in _QUARTERS])


def _limit(numbers, *labels):
    def decode(blob):
        label = blob.one_of(labels)
        largest, others = numbers[label]
        drawn = [blob.one_of(largest), blob.one_of(others)][: blob.one_of((2, 1))]
        return _limit_of(drawn[:: blob.one_of((1, -1))], label, lambda d: _basis(blob, d))

    return decode


def _limit_of(numbers, label, basis):
    """Each complex number is followed by its conjugate, so that M is real."""
    pairs = [[z, z.conjugate()] if z.imag else [z] for z in numbers]
    eigenvalues = np.real_if_close(np.concatenate(pairs), tol=0)
    return Limit(eigenvalues, _matrix(basis(len(eigenvalues)), eigenvalues), label)


def _small_limits(label, *spectra):
    return [_limit_of(numbers, label, _stairs) for numbers in spectra]


vanishing = cases(_limit(POSITIVE, "vanishes"), *_small_limits("vanishes", [0.5, 0.75], [0.0]))
exploding = cases(_limit(POSITIVE, "explodes"), *_small_limits("explodes", [0.5, 1.5], [1.0, 2.0]))
bounded = cases(_limit(POSITIVE, "bounded"), *_small_limits("bounded", [0.5, 1.0], [1.0, 1.0]))
_limit_cases = (
    *_small_limits("explodes", [0.5, -1.5], [0.75 + 1j]),
    *_small_limits("vanishes", [-0.75, 0.5], [0.25 + 0.75j]),
    *_small_limits("bounded", [1.0, -1.0], [1j], [0.5, -1.0]),
    *_small_limits("explodes", [0.5, -0.75, 0.25, -0.5, 1j, -1.5], [-0.75 + 1j], [17 / 16]),
    *_small_limits("vanishes", [15 / 16]),
)
_whole_limit = _small_limits("explodes", [2.0, -1.0])[0]
_whole_limits = [_whole_limit._replace(form=form) for form in (as_lists, as_whole_numbers)]

limits = cases(_limit(COMPLEX, "vanishes", "bounded", "explodes"), *_limit_cases)
limits_and_forms = cases(
    _limit(COMPLEX, "vanishes", "bounded", "explodes"), *_whole_limits, *_limit_cases
)
