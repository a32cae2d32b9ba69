"""What is printed, for somebody who may stop reading (`| head`): the work goes on all the same."""

from __future__ import annotations

import io
import os
import stat
import sys
from typing import IO

import click

CONSOLE = "CLAIMGRADE_CONSOLE"  # in a session's environment, the encoding of what it writes to


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a line, if anybody reads it."""
    try:
        click.echo(text, err=err, nl=nl)
    except BrokenPipeError:
        _hush(sys.stderr if err else sys.stdout)


def console_encoding() -> str:
    """What the console can show; from now on it is written in it, whatever mode Python is in."""
    encoding = os.environ.get(CONSOLE, sys.stdout.encoding or "utf-8")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="replace")
    return encoding


def is_pipe() -> bool:
    """Whether somebody else reads what we print."""
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def pass_on(output: IO[bytes]) -> None:
    """Print what another process does, until it ends."""
    sys.stdout.flush()
    while data := os.read(output.fileno(), 1 << 16):
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            _hush(sys.stdout)


def _hush(stream: IO[str]) -> None:
    """From now on nobody reads it."""
    nobody = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nobody, stream.fileno())
    os.close(nobody)
