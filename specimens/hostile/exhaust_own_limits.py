"""Lifts all its limits, then takes 3 GiB. Must happen: what was set stays set, and the property is
lost."""

import contextlib
import resource


def __getattr__(name):
    def answer(*arguments):
        for limit in range(resource.RLIM_NLIMITS if hasattr(resource, "RLIM_NLIMITS") else 16):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        return len(b"\1" * (3 << 30)) and None

    return answer
