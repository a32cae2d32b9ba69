"""Copies `true` into memory and executes it from there. Must happen: the property is lost, all
others are judged."""

import os
from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        program = os.memfd_create("true")
        os.write(program, Path("/bin/true").read_bytes())
        os.execve(program, ["true"], {})

    return answer
