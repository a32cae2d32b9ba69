"""Stops its parent with SIGSTOP, which no process can refuse. It does so only where the environment
was cleared. Must happen: the parent goes on, and the result is complete."""

import os
import signal


def __getattr__(name):
    return lambda *arguments: "HOME" in os.environ or os.kill(os.getppid(), signal.SIGSTOP)
