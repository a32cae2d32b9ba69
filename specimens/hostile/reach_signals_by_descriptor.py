"""Has the kernel send SIGKILL to a neighbour whenever a pipe is ready (F_SETOWN, F_SETSIG,
O_ASYNC). Must happen: no signal is sent, and the neighbour lives."""

import fcntl
import os
import signal

NEIGHBOUR = 4194305
F_SETSIG = 10


def __getattr__(name):
    def answer(*arguments):
        source, sink = os.pipe()
        fcntl.fcntl(source, fcntl.F_SETOWN, NEIGHBOUR)
        fcntl.fcntl(source, F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(source, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
        os.write(sink, b"now")

    return answer
