"""Raises an exception whose class has a name of 10 MB. Must happen: the report shows the beginning
of it."""


def __getattr__(name):
    def answer(*arguments):
        raise type("x" * 10_000_000, (Exception,), {})

    return answer
