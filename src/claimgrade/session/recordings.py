"""Where tapes are kept between sessions: in the user's cache directory, for nobody else.

What is there is data and never code, is read only where it is whole and the user's own, and is safe
to delete: whatever is in doubt is recorded anew. Its directory is named after everything
that could change what a property asks or what it says to an answer.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from ..assignment.root import Assignment
from ..calls.tape import Recording
from ..storage import files, fingerprint, sources

KEPT = 4  # directories: a course and a seed or two, and what was there before an update
DIGEST = 32  # bytes of a digest, in front of what it is of


class Recordings:
    """The recordings of one assignment, for sessions with the same `settings` (such as a seed)."""

    def __init__(self, assignment: Assignment, settings: object) -> None:
        key = fingerprint.of_grader(assignment.root, settings, fingerprint.JUDGES)
        self._directory = _home() / key
        self._known: dict[str, int] = {}

    def read(self, name: str) -> Recording:
        """A property's recording; an empty one where there is none that can be trusted."""
        recording = Recording()
        with suppress(OSError, msgspec.DecodeError):
            stored = _private_bytes(self._directory / name)
            if stored[:DIGEST] == self._digest(name, stored[DIGEST:]):
                recording = msgspec.msgpack.decode(stored[DIGEST:], type=Recording)
        self._known[name] = len(recording.steps)
        return recording

    def write(self, name: str, recording: Recording) -> None:
        """Keep what wasn't there when it was read, unless the cache can't be written."""
        if len(recording.steps) == self._known[name]:
            return
        content = msgspec.msgpack.encode(recording)
        with suppress(OSError):
            if not self._directory.is_dir():
                self._directory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._directory.mkdir(mode=0o700, exist_ok=True)
                _tidy(self._directory.parent)
            stored = self._digest(name, content) + content
            files.write(self._directory / name, stored, mode=0o600)

    def _digest(self, name: str, content: bytes) -> bytes:
        """Of a content in its place: in another it would be another's."""
        place = f"{self._directory.name}/{name}/".encode()
        return blake2b(place + content, digest_size=DIGEST).digest()


def _home() -> Path:
    """`$XDG_CACHE_HOME/claimgrade` (XDG Base Directory Specification)."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "claimgrade"


def _private_bytes(path: Path) -> bytes:
    """The content of a plain file of this user's that nobody else may open; else `OSError`."""
    with sources.opened(path) as file:
        here = os.fstat(file.fileno())
        if here.st_uid != os.geteuid() or here.st_mode & 0o077:
            raise PermissionError(path)
        return file.read()


def _tidy(home: Path) -> None:
    """Remove all but the latest directories."""
    latest = sorted(home.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in latest[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
