"""Calls pytest.xfail in a call. Must happen: it is an error, never an expected failure."""


def __getattr__(name):
    def answer(*arguments):
        import pytest

        pytest.xfail("known to be wrong")

    return answer
