"""Has a thread overwrite a file that was started at import, in the hope that only the main thread
is confined. Must happen: the file stays as it is."""

import threading
from pathlib import Path


def write():
    Path("/tmp/claimgrade-canary").write_text("written by a thread")


threading.Thread(target=write).start()


def __getattr__(name):
    return lambda *arguments: threading.Thread(target=write).start()
