"""Waits for a line of input. Must happen: there is none, and nobody is asked for it."""


def __getattr__(name):
    return lambda *arguments: input("password: ")
