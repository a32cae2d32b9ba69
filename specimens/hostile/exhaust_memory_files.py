"""Makes a file of 200 MB in memory, beside every limit of the file system. Must happen: it can't be
made, and the property is lost."""

import os


def __getattr__(name):
    def answer(*arguments):
        file = os.memfd_create("claimgrade-canary")
        try:
            for _ in range(200):
                os.write(file, b"\1" * 1_000_000)
        finally:
            os.close(file)
        raise RuntimeError("GOT THROUGH: 200 MB in memory")

    return answer
