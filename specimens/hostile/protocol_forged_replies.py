"""Writes forged replies to every pipe and socket it holds, in several framings. Must happen: the
worker counts as broken, and the property is lost."""

import contextlib
import json
import os
import stat
import struct

REPLY = json.dumps({"id": 1, "type": "Answer", "verdict": "holds", "score": 1e9}).encode()
FORGED = b"".join(struct.pack(size, len(REPLY)) + REPLY for size in ("<I", ">I", "<Q", ">Q"))


def __getattr__(name):
    def answer(*arguments):
        for descriptor in range(3, 256):
            with contextlib.suppress(OSError):
                if stat.S_IFMT(os.fstat(descriptor).st_mode) in (stat.S_IFIFO, stat.S_IFSOCK):
                    os.write(descriptor, FORGED)

    return answer
