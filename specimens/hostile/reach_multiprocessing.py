"""Has a pool of processes overwrite a file. Must happen: there is no pool, and the file stays as it
is."""

import multiprocessing
from pathlib import Path


def write():
    Path("/tmp/claimgrade-canary").write_text("written by a pool")


def __getattr__(name):
    def answer(*arguments):
        child = multiprocessing.get_context("fork").Process(target=write)
        child.start()
        child.join(2)

    return answer
