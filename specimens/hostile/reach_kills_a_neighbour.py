"""Kills a process of the same user, in four ways. Must happen: it lives."""

import contextlib
import ctypes
import os
import signal

NEIGHBOUR = 4194305


def __getattr__(name):
    def answer(*arguments):
        libc = ctypes.CDLL(None)
        for attempt in (
            lambda: os.kill(NEIGHBOUR, signal.SIGKILL),
            lambda: signal.pidfd_send_signal(os.pidfd_open(NEIGHBOUR), signal.SIGKILL),
            lambda: libc.sigqueue(NEIGHBOUR, signal.SIGKILL, None),
            lambda: libc.tgkill(NEIGHBOUR, NEIGHBOUR, signal.SIGKILL),
        ):
            with contextlib.suppress(OSError, AttributeError):
                attempt()

    return answer
