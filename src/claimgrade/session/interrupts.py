"""No Ctrl-C is lost: one that comes while exceptions are swallowed comes once more.

Python runs finalizers and the callbacks of its garbage collector wherever it likes, and prints what
they raise; Hypothesis has such a callback.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial

SOON = 0.05  # seconds, in which whatever swallowed it has ended


def keep() -> Callable[[], None]:
    """From now on, in this process; returns what undoes it."""
    before = sys.unraisablehook

    def hook(lost: sys.UnraisableHookArgs) -> None:
        if not issubclass(lost.exc_type, KeyboardInterrupt):
            before(lost)
            return
        again = threading.Timer(SOON, _interrupt)
        again.daemon = True
        again.start()

    sys.unraisablehook = hook
    return partial(setattr, sys, "unraisablehook", before)


def _interrupt() -> None:
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:  # ends what it waits for, too
        signal.pthread_kill(main, signal.SIGINT)
    else:
        _thread.interrupt_main()
