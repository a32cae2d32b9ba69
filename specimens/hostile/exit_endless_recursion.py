"""Calls itself without end. Must happen: it is an ordinary error, with a short traceback."""


def __getattr__(name):
    def answer(*arguments):
        return answer(*arguments)

    return answer
