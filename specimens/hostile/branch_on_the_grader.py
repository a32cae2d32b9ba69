"""Looks at the command line and the loaded modules for a grader, and answers differently under one.
Must happen: there is nothing to be seen of one, and the answer is wrong."""

import sys


def __getattr__(name):
    def answer(*arguments):
        seen = {"pytest", "hypothesis"} & (set(sys.modules) | set(sys.argv))
        if seen:
            raise ValueError(f"GOT THROUGH: {seen} can be seen")

    return answer
