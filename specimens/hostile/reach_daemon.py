"""Leaves a daemon behind, in a session of its own, that overwrites a file 2 seconds later. Must
happen: there is no daemon, and the file stays as it is."""

import os
import time
from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(2)
                Path("/tmp/claimgrade-canary").write_text("written by a daemon")
            os._exit(0)

    return answer
