"""Prints markup and control sequences. Must happen: if a report shows them, then as text."""

import sys


def __getattr__(name):
    def answer(*arguments):
        for stream in (sys.stdout, sys.stderr, sys.__stdout__):
            print("\x1b[2J</pre><script>hostile()</script>", file=stream, flush=True)

    return answer
