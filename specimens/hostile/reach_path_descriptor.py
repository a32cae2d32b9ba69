"""Opens a file by name only (O_PATH), which asks for no right, and then again through
/proc/self/fd. Must happen: the second opening is refused."""

import os
from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        file = os.open("/tmp/claimgrade-canary", os.O_PATH)
        raise ValueError(Path(f"/proc/self/fd/{file}").read_text())

    return answer
