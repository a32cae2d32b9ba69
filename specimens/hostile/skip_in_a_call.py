"""Calls pytest.skip in a call. Must happen: it is an error, never a skipped property."""


def __getattr__(name):
    def answer(*arguments):
        import pytest

        pytest.skip("not today")

    return answer
