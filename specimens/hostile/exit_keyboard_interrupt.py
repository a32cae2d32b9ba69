"""Raises KeyboardInterrupt, which graders let pass. Must happen: it is the student's error, and the
session goes on."""


def __getattr__(name):
    def answer(*arguments):
        raise KeyboardInterrupt

    return answer
