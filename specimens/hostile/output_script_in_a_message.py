"""Raises an exception whose message is script and markup. Must happen: a report shows it as
text."""

MARKUP = "</pre></td></style></script><script>hostile()</script><img src=x onerror=hostile()>"


def __getattr__(name):
    def answer(*arguments):
        raise ValueError(MARKUP)

    return answer
