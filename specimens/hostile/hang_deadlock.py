"""Takes the same lock twice. Must happen: the deadline of the call passes, and the property is
lost."""

import threading


def __getattr__(name):
    def answer(*arguments):
        lock = threading.Lock()
        with lock, lock:
            pass

    return answer
