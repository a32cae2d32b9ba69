"""Fills /dev/shm with 200 MB, and removes it. Must happen: it can't even be made, and the property
is lost."""

from multiprocessing import shared_memory


def __getattr__(name):
    def answer(*arguments):
        shared = shared_memory.SharedMemory(create=True, size=200_000_000)
        shared.buf[::4096] = b"\1" * len(shared.buf[::4096])
        shared.close()
        shared.unlink()
        raise RuntimeError("GOT THROUGH: 200 MB of shared memory")

    return answer
