"""Starts 2000 threads, which sleep for 2 seconds. Must happen: the property is lost, and nobody
else is short of threads."""

import threading
import time


def __getattr__(name):
    def answer(*arguments):
        for _ in range(2000 - threading.active_count()):
            threading.Thread(target=time.sleep, args=(2,), daemon=True).start()

    return answer
