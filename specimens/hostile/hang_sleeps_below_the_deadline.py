"""Takes half a second for every call, less than any one call may take. Must happen: the deadline of
the property passes, and of the submission; the result is complete."""

import time


def __getattr__(name):
    return lambda *arguments: time.sleep(0.5)
