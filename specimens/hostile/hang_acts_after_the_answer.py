"""A sleeping thread overwrites a file and the answer some time after it was given. Must happen: the
file stays as it is, and the answer is what it was when it was given."""

import threading
import time
from pathlib import Path

import numpy as np


def act(value):
    time.sleep(0.2)
    value[...] = 0
    Path("/tmp/claimgrade-canary").write_text("written after the answer")


def __getattr__(name):
    def answer(*arguments):
        value = np.full(np.shape(arguments[-1] if arguments else 0), np.nan)
        threading.Thread(target=act, args=(value,)).start()
        return value

    return answer
