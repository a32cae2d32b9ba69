"""Connects to a server while it is imported. Must happen: nothing arrives."""

import contextlib
import socket

with contextlib.suppress(OSError):
    socket.create_connection(("127.0.0.1", 47811), timeout=0.5).sendall(b"what is the answer?")


def __getattr__(name):
    return lambda *arguments: None
