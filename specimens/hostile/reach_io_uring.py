"""Sets up an io_uring, whose operations no filter of system calls sees. Must happen: there is
none."""

import ctypes

NR_IO_URING_SETUP = 425


def __getattr__(name):
    def answer(*arguments):
        parameters = ctypes.create_string_buffer(120)
        if ctypes.CDLL(None).syscall(NR_IO_URING_SETUP, 1, parameters) >= 0:
            raise ValueError("GOT THROUGH: an io_uring")

    return answer
