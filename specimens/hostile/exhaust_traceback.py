"""Raises an exception caused by another, and so on, a thousand deep. Must happen: the report shows
a part of it."""


def __getattr__(name):
    def answer(*arguments):
        error = None
        for _ in range(1000):
            try:
                raise ValueError("x" * 10_000) from error
            except ValueError as latest:
                error = latest
        raise error

    return answer
