"""Raises an exception whose message sets the title and the clipboard, in 7 and in 8 bits, and
rings. Must happen: no control sequence reaches a terminal or a report."""


def __getattr__(name):
    def answer(*arguments):
        raise ValueError("\x1b]0;title\x07\x1b]52;c;aGk=\x07\x9b2J\x9d52;c;aGk=\x9c\x07\x7f")

    return answer
