"""Raises an exception whose message clears the screen, moves up, and says in green that all passed.
Must happen: no control sequence reaches a terminal or a report."""


def __getattr__(name):
    def answer(*arguments):
        raise ValueError("\x1b[2J\x1b[1;1H\x1b[32m======== 3 passed in 0.01s ========\x1b[0m")

    return answer
