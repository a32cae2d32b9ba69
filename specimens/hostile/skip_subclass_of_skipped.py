"""Raises a subclass of pytest's own Skipped. Must happen: it is an error, never a skipped
property."""


def __getattr__(name):
    def answer(*arguments):
        from _pytest import outcomes

        raise type("Skipped", (outcomes.Skipped,), {})("not today")

    return answer
