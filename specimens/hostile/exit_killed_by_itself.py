"""Kills itself with SIGKILL. Must happen: the property is lost, all others are judged."""

import os
import signal


def __getattr__(name):
    return lambda *arguments: os.kill(os.getpid(), signal.SIGKILL)
