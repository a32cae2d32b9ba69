"""Writes 200 MB into a file, and removes it. Must happen: it can't even be made, and the property
is lost."""

import os


def __getattr__(name):
    def answer(*arguments):
        with open("/tmp/claimgrade-canary.disk", "wb") as file:
            os.unlink(file.name)
            for _ in range(200):
                file.write(b"\1" * 1_000_000)
            raise RuntimeError("GOT THROUGH: 200 MB on the disk")

    return answer
