"""Raises an exception whose message is shown in another order than it is written. Must happen: it
is shown as what it is, and the lines around it stay as they are."""


def __getattr__(name):
    def answer(*arguments):
        raise ValueError("\u202edessap lla\u202c \u2066\u2067\u200b\u2028\u2029\x85 end")

    return answer
