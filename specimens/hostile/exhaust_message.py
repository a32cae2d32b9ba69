"""Raises an exception with a message of 100 MB and a hundred thousand notes. Must happen: the
report shows the beginning of it."""


def __getattr__(name):
    def answer(*arguments):
        error = ValueError("x" * 100_000_000)
        for number in range(100_000):
            error.add_note(f"note {number}")
        raise error

    return answer
