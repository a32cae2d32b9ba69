"""Answers with numbers that few can carry: of 20,000 digits, of extended precision, dates, records.
Must happen: those that can't pass are named, and the property is lost."""

import random

import numpy as np

VALUES = [
    10**20_000,
    -(2**63) - 1,
    np.longdouble("1e4000"),
    np.datetime64("NaT"),
    np.zeros(2, [("a", float), ("b", object)]),
    np.array([b"\0\xff"], dtype="V2"),
    np.float16("inf"),
]


def __getattr__(name):
    return lambda *arguments: random.choice(VALUES)
