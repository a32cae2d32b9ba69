"""Searches the memory of its parent and of a neighbour for the secret, through /proc/PID/mem. Must
happen: neither can be opened, and the secret is in no result."""

import os
import re
from pathlib import Path

NEIGHBOUR = 4194305


def __getattr__(name):
    def answer(*arguments):
        for process in (NEIGHBOUR, os.getppid()):
            maps = Path(f"/proc/{process}/maps").read_text()
            with open(f"/proc/{process}/mem", "rb", 0) as memory:
                for start, end in re.findall(r"(\w+)-(\w+) rw.*(?:heap|stack)", maps):
                    memory.seek(int(start, 16))
                    found = memory.read(int(end, 16) - int(start, 16))
                    if secret := re.search(rb"CLAIMGRADE_CANARY_SECRET=(\w+)", found):
                        raise ValueError(secret[1].decode())

    return answer
