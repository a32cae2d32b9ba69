"""Answers at once, but never ends: at exit, and in a thread that isn't a daemon, it sleeps on. Must
happen: no worker is left when the result is written."""

import atexit
import threading
import time


def sleep_on():
    while True:
        time.sleep(1)


atexit.register(sleep_on)
threading.Thread(target=sleep_on).start()


def __getattr__(name):
    return lambda *arguments: None
