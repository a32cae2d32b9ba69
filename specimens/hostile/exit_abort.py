"""Aborts. Must happen: the property is lost, no core file is left, all others are judged."""

import os


def __getattr__(name):
    return lambda *arguments: os.abort()
