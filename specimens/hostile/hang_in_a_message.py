"""Raises an exception whose message never comes to an end. Must happen: the deadline of the call
passes, and the property is lost."""

import time


class Endless(Exception):
    def __str__(self):
        while True:
            time.sleep(1)


def __getattr__(name):
    def answer(*arguments):
        raise Endless

    return answer
