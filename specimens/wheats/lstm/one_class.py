"""A class with one method per gate, and dictionaries of named quantities.

用一个类，每个门一个方法；各个量按名字放在字典里。
"""

import numpy as np
from scipy.special import expit, logit


class Cell:
    def __init__(self, W, b):
        self.W = dict(zip(["f", "i", "o", "c_tilde"], W, strict=True))
        self.b = dict(zip(["f", "i", "o", "c_tilde"], b, strict=True))

    def gate(self, name, h_prev, x):
        squash = np.tanh if name == "c_tilde" else expit
        return squash(self.W[name] @ np.hstack((h_prev, x)) + self.b[name])

    def gates(self, h_prev, x):
        return {name: self.gate(name, h_prev, x) for name in self.W}

    def step(self, h_prev, c_prev, x):
        g = self.gates(h_prev, x)
        c = g["f"] * c_prev + g["i"] * g["c_tilde"]
        return {"h": g["o"] * np.tanh(c), "c": c}


def gates(W, b, h_prev, x):
    return list(Cell(W, b).gates(h_prev, x).values())


def step(W, b, h_prev, c_prev, x):
    return tuple(Cell(W, b).step(h_prev, c_prev, x).values())


def ranges():
    """The ends of σ are where its inverse, the logit, is infinite."""
    gate = tuple(float(end) for end in (0, 1) if np.isinf(logit(end)))
    signed = (-gate[1], gate[1])
    everything = (float(logit(0)), float(logit(1)))
    return {**dict.fromkeys("fio", gate), "c_tilde": signed, "h": signed, "c": everything}


def always_nonnegative():
    return frozenset("fio")
