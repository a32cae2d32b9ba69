"""Changes the priority, the limits and the processors of a neighbour. Must happen: none of it is
permitted."""

import contextlib
import os
import resource

NEIGHBOUR = 4194305


def __getattr__(name):
    def answer(*arguments):
        for attempt in (
            lambda: resource.prlimit(NEIGHBOUR, resource.RLIMIT_CORE, (0, 0)),
            lambda: os.setpriority(os.PRIO_PROCESS, NEIGHBOUR, 19),
            lambda: os.sched_setaffinity(NEIGHBOUR, [0]),
            lambda: os.sched_setscheduler(NEIGHBOUR, os.SCHED_IDLE, os.sched_param(0)),
        ):
            with contextlib.suppress(OSError):
                attempt()
                raise ValueError("GOT THROUGH: a neighbour was changed")

    return answer
