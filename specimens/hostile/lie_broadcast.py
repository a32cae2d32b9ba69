"""Answers with one number where a matrix is due, and with 10^18 entries that take 8 bytes. Must
happen: neither is broadcast or copied, and the property is lost."""

import random

import numpy as np

SHAPES = [(1,) * 7, (1_000_000_000, 1_000_000_000)]


def __getattr__(name):
    return lambda *arguments: np.broadcast_to(1e9, random.choice(SHAPES))
