"""Exercise 3: one LSTM cell, its gates f, i, o and candidate c̃, and its carousel."""

import numpy as np


def floats(*arguments):
    """Arguments as arrays of decimal numbers, whatever they are given as."""
    return [np.asarray(argument, dtype=float) for argument in arguments]


def sigmoid(z):
    """σ(z) = ½(1 + tanh(z/2)), right for every z."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def gates(W, b, h_prev, x):
    """f, i, o, c̃ as rows, each from its own W @ [h; x] + b, (4, H)."""
    W, b = floats(W, b)
    z = W @ np.concatenate([h_prev, x]) + b
    return np.array([sigmoid(z[0]), sigmoid(z[1]), sigmoid(z[2]), np.tanh(z[3])])


def cell_state(f, i, c_tilde, c_prev):
    """c_t = f ⊙ c_{t-1} + i ⊙ c̃: keep some of the old, add some of the new."""
    f, i, c_tilde, c_prev = floats(f, i, c_tilde, c_prev)
    return f * c_prev + i * c_tilde


def hidden_state(o, c):
    """h_t = o ⊙ tanh(c_t)."""
    o, c = floats(o, c)
    return o * np.tanh(c)


def step(W, b, h_prev, c_prev, x):
    """(h_t, c_t)."""
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    c = cell_state(f, i, c_tilde, c_prev)
    return hidden_state(o, c), c


def gate_roles():
    """What each gate does to the cell state."""
    return {"f": "erase", "i": "write", "o": "expose"}


def always_nonnegative():
    """The quantities that can never be negative."""
    return ["f", "i"]


def ranges():
    """The input and forget gates lie in [0, 1], all other quantities in [-1, 1]."""
    return {
        "f": (0, 1),
        "i": (0, 1),
        "o": (-1, 1),
        "c_tilde": (-1, 1),
        "c": (-1, 1),
        "h": (-1, 1),
    }


def cell_jacobian(f, t, k):
    """∂c_t/∂c_k = diag(f_t ⊙ ... ⊙ f_{k+1}), gates held fixed, (H, H)."""
    (f,) = floats(f)
    return np.diag(np.prod(f[k + 1 : t + 1], axis=0))
