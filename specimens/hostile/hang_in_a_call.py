"""Computes for ever. Must happen: the deadline of the call passes, all other functions are
judged."""


def __getattr__(name):
    def answer(*arguments):
        while True:
            pass

    return answer
