"""Ignores every signal that can be ignored, and sleeps. Must happen: the deadline of the call
passes, and the worker is killed."""

import contextlib
import signal
import time


def __getattr__(name):
    def answer(*arguments):
        for number in signal.valid_signals():
            with contextlib.suppress(OSError, ValueError):
                signal.signal(number, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        while True:
            time.sleep(1)

    return answer
