"""Raises an exception whose message goes back to the beginning of the line and writes over it. Must
happen: no such character reaches a terminal or a report."""


def __getattr__(name):
    def answer(*arguments):
        raise ValueError("wrong\r======== 3 passed in 0.01s ========" + "\b" * 80 + "\v\f\0")

    return answer
