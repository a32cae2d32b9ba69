"""What something was made from, in one short text: equal only where everything that counts is."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from ..sandbox.readable import SITES
from . import sources
from .tree import is_passed_over

_PACKAGE = Path(__file__).parents[1]
PARTS = ("spec", "reference", "tests", "conftest.py", "specimens")  # what a session reads


def of_grader(assignment: Path, settings: object) -> str:
    """Of everything but the submission: assignment, settings, this package, and the machine."""
    here = [sys.platform, platform.machine(), _distributions(), settings]
    found = hashlib.sha256(msgspec.json.encode(here))
    for part in (*(assignment / name for name in PARTS), _PACKAGE):
        for path in files(part):
            found.update(_entry(part, path))
    return found.hexdigest()


def _distributions() -> list[str]:
    """What is installed, each with its version: graded code may import it."""
    sites = (Path(entry) for entry in dict.fromkeys(sys.path))
    found = (site.glob("*.dist-info") for site in sites if site.name in SITES)
    return sorted(path.name for paths in found for path in paths)


def versions() -> dict[str, str]:
    """Of whatever could change what is drawn or computed."""
    packages = ("claimgrade", "pytest", "hypothesis", "numpy", "scipy")
    return {"python": platform.python_version()} | {name: _version(name) for name in packages}


_version = cache(importlib.metadata.version)  # which reads a file


def of_submission(path: Path) -> str:
    """Of its name and every file, however many and large they are."""
    found = hashlib.sha256(path.name.encode("utf-8", "surrogateescape"))
    for file in files(path):
        found.update(_entry(path, file))
    return found.hexdigest()


def _entry(root: Path, path: Path) -> bytes:
    """Of a file's place and content; of a link, a pipe or a device, that it is one."""
    name = str(path.relative_to(root)).encode("utf-8", "surrogateescape")
    content = hashlib.sha256(b"no file")
    with suppress(OSError), sources.opened(path) as file:
        content = hashlib.file_digest(file, "sha256")
    return hashlib.sha256(name).digest() + content.digest()


def files(root: Path) -> Iterator[Path]:
    """A file itself, or every file below a directory, always in the same order."""
    if root.is_file():
        yield root
    for directory, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if not is_passed_over(f))
        yield from (Path(directory, name) for name in sorted(names))
