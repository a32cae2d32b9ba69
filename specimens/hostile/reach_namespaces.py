"""Makes itself root in a user namespace of its own, with mounts of its own. Must happen: there is
none."""

import ctypes

CLONE_NEWUSER, CLONE_NEWNS = 0x10000000, 0x00020000


def __getattr__(name):
    def answer(*arguments):
        if ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0:
            raise ValueError("GOT THROUGH: a user namespace")

    return answer
