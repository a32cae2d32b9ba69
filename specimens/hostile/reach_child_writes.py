"""Has a forked child overwrite a file, in the hope that only its parent is confined. Must happen:
there is no child, and the file stays as it is."""

import os
from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        if os.fork() == 0:
            Path("/tmp/claimgrade-canary").write_text("written by a child")
            os._exit(0)
        os.wait()

    return answer
