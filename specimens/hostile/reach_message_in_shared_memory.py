"""Leaves a message for the next student in shared memory of System V, which outlives its process.
Must happen: there is none."""

import ctypes

KEY, IPC_CREAT, IPC_RMID = 0xC1A1, 0o1000, 0


def __getattr__(name):
    def answer(*arguments):
        libc = ctypes.CDLL(None)
        shared = libc.shmget(KEY, 4096, IPC_CREAT | 0o666)
        if shared >= 0:
            libc.shmctl(shared, IPC_RMID, None)
            raise ValueError("GOT THROUGH: shared memory")

    return answer
