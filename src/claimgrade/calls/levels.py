"""Which level of isolation holds here, found out by trying to break out of it."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..sandbox import probe, tries
from .isolated import Isolation


class Measured(NamedTuple):
    """The level, and what level A would need ("" if it holds)."""

    level: probe.Level
    explanation: str


def measure(isolation: Isolation, private: Path) -> Measured:
    """Have a confined worker try to reach `private`, a directory that no student may read."""
    name = f"claimgrade-{os.getpid()}"
    with (
        socket.create_server((tries.LOOPBACK, 0)) as tcp,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
        socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as abstract,
        tempfile.NamedTemporaryFile(prefix="claimgrade-") as own,
    ):
        udp.bind((tries.LOOPBACK, 0))
        abstract.bind(f"\0{name}")
        abstract.listen()
        targets = tries.Targets(
            grader=os.getpid(),
            file=str(next(private.glob("*.toml"))),
            directory=str(private),
            package_file=np.__file__,
            own_file=own.name,
            tcp_port=tcp.getsockname()[1],
            udp_port=udp.getsockname()[1],
            abstract_socket=name,
            descriptors=frozenset({0, 1, 2, 3}),
        )
        through = isolation.probe(targets)
    return Measured(probe.level(through), probe.explanation(through))
