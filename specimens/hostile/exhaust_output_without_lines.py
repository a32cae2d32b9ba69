"""Writes 200 MB without a line's end to standard error, past Python's buffers. Must happen: little
of it is kept, and the property is lost."""

import os


def __getattr__(name):
    def answer(*arguments):
        for _ in range(200):
            os.write(2, b"x" * 1_000_000)

    return answer
