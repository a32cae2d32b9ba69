"""Answers with a list a hundred thousand lists deep. Must happen: it can't pass, and the property
is lost."""


def __getattr__(name):
    def answer(*arguments):
        value = []
        for _ in range(100_000):
            value = [value]
        return value

    return answer
