"""Answers with lists of the same lists: a few kilobytes in memory, a hundred million numbers to
send. Must happen: it can't pass, and the property is lost."""


def __getattr__(name):
    def answer(*arguments):
        value = [0.0] * 1000
        for copies in (1000, 100):
            value = [value] * copies
        return value

    return answer
