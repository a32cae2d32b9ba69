import numpy as np


def __getattr__(name):
    return lambda *arguments: np.array(arguments)
