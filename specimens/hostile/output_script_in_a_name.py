"""Raises an exception whose class has a name of markup. Must happen: a report shows it as text."""

NAME = "'\"><script>hostile()</script><svg onload=hostile()>"


def __getattr__(name):
    def answer(*arguments):
        raise type(NAME, (Exception,), {"__module__": NAME})(NAME)

    return answer
