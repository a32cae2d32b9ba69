"""Stops itself with SIGSTOP. Must happen: the deadline of the call passes, and the stopped worker
is killed."""

import os
import signal


def __getattr__(name):
    return lambda *arguments: os.kill(os.getpid(), signal.SIGSTOP)
