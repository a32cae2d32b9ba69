"""Skips by pytest.importorskip. Must happen: it is an error, never a skipped property."""


def __getattr__(name):
    def answer(*arguments):
        import pytest

        return pytest.importorskip("a_module_that_is_nowhere")

    return answer
