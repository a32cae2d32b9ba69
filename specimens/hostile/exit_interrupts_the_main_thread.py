"""Has a thread interrupt the main one, again and again. Must happen: the property is lost, all
others are judged."""

import _thread
import threading
import time


def interrupt():
    for _ in range(100):
        time.sleep(0.01)
        _thread.interrupt_main()


def __getattr__(name):
    return lambda *arguments: threading.Thread(target=interrupt, daemon=True).start()
