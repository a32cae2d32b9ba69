"""Confines a freshly forked worker, layer by layer; says which took hold."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from . import credentials, detach, imports, landlock, limits, namespaces, seccomp
from .readable import readable_paths

__all__ = ["LAYERS", "Settings", "confine", "readable_paths"]

LAYERS = ("limits", "uid", "landlock", "seccomp", "namespaces")


class Settings(NamedTuple):
    """What one worker may do.

    `readable`: files and directories; `descriptors` stay open; `uid`: a user to become if we are
    root, who must be nobody else's; `without`: layers not to be tried.
    """

    readable: tuple[str, ...]
    memory: int = 2 << 30
    cpu_seconds: int = 60
    uid: int | None = None
    descriptors: frozenset[int] = frozenset({0, 1, 2})
    without: frozenset[str] = frozenset()


def confine(settings: Settings) -> tuple[str, ...]:
    """Give up everything that a worker doesn't need, for good, and return the layers that hold.

    The order matters: what needs privileges or files comes before what takes them away. `import`
    finds no more what may not be read.
    """
    wanted = [layer for layer in LAYERS if layer not in settings.without]
    failed = set()
    for layer, step in _steps(settings):
        if layer in wanted:
            try:
                step()
            except OSError:
                failed.add(layer)
    imports.hide_what_is_unreadable()
    return tuple(layer for layer in wanted if layer not in failed)


def _steps(settings: Settings) -> list[tuple[str, Callable[[], None]]]:
    return [
        ("limits", lambda: detach.detach(settings.descriptors)),
        ("namespaces", namespaces.enter),
        ("uid", lambda: credentials.take(settings.uid, settings.readable)),
        ("limits", detach.die_with_parent),
        ("limits", detach.hide_memory),
        ("limits", lambda: _limit(settings)),
        ("landlock", lambda: landlock.apply(settings.readable)),
        ("seccomp", seccomp.apply),
    ]


def _limit(settings: Settings) -> None:
    own_uid = settings.uid is not None and os.geteuid() == settings.uid
    limits.apply(settings.memory, settings.cpu_seconds, own_uid=own_uid)
