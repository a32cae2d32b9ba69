"""Reads address 0. Must happen: the property is lost, no core file is left, all others are
judged."""

import ctypes


def __getattr__(name):
    return lambda *arguments: ctypes.string_at(0)
