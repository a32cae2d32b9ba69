"""Encodes a reply with the grader's own code, and writes it before the question was asked. Must
happen: unasked bytes end the worker, and the property is lost."""

import contextlib
import os
import stat
import struct

from claimgrade.calls import wire, worker

REPLY = wire.encode(worker.Answer(1e9, "float64", [], ""))


def __getattr__(name):
    def answer(*arguments):
        for descriptor in range(3, 256):
            with contextlib.suppress(OSError):
                if stat.S_IFMT(os.fstat(descriptor).st_mode) in (stat.S_IFIFO, stat.S_IFSOCK):
                    os.write(descriptor, struct.pack("<I", len(REPLY)) + REPLY)
                    os.write(descriptor, struct.pack(">I", len(REPLY)) + REPLY)

    return answer
