"""Ends, but leaves a child in a session of its own that holds every pipe open for 20 seconds. Must
happen: nobody waits for it, and it doesn't outlive the grading."""

import os
import time


def __getattr__(name):
    def answer(*arguments):
        if os.fork() == 0:
            os.setsid()
            time.sleep(20)
        os._exit(0)

    return answer
