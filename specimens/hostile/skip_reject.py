"""Rejects every input that isn't all zeros, as if it had been outside the domain. Must happen: no
input is left out, and the property is lost."""

import numpy as np


def __getattr__(name):
    def answer(*arguments):
        import hypothesis

        if any(np.any(value) for value in arguments):
            hypothesis.reject()

    return answer
