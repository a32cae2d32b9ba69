"""Raises a group of 500 times the same group of 500 exceptions: small in memory, a quarter of a
million in a report. Must happen: the report shows a part of it, in time."""


def __getattr__(name):
    def answer(*arguments):
        error = ValueError("x")
        for _ in range(2):
            error = ExceptionGroup("many", [error] * 500)
        raise error

    return answer
