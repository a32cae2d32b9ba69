"""Runs code whose file and functions have names of markup and control sequences. Must happen: a
report shows them as text."""

from pathlib import Path

FILE = str(Path(__file__).parent / '"><script>hostile()</script>\x1b[2J.py')


def __getattr__(name):
    scope = {"__name__": "<script>hostile()</script>"}
    exec(compile("def answer(*arguments):\n    raise ValueError('no')", FILE, "exec"), scope)
    return scope["answer"]
