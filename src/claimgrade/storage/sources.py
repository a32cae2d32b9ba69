"""A copy of a submission's source files, alone in a directory that anybody may read.

The worker sees this directory and no other of the student's: no links, no configuration, nothing
that is beside the work.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from itertools import islice
from pathlib import Path

from .tree import MAX_MEMBERS, MAX_UNPACKED, SubmissionError, walk

FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")  # the last is Windows', which has no others


def copy(
    root: Path, files: dict[str, Path], target: Path, *, single: bool = False
) -> dict[str, Path]:
    """Copy `files` and the `.py` files below `root` into `target`; the copies by module.

    A single file or notebook that stands for every module is the whole submission.
    `SubmissionError` where they are more, or larger, than any honest work.
    """
    target.chmod(0o755)
    sources = sorted({*files.values(), *([] if single else _scripts(root))})
    left = MAX_UNPACKED
    for count, source in enumerate(sources):
        content = regular(source, left)
        if content is None:
            continue
        left -= len(content)
        if count >= MAX_MEMBERS or left < 0:
            raise SubmissionError("submission_refused")  # of each function that is called
        place = target / source.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    copies = {name: target / file.relative_to(root) for name, file in files.items()}
    return {name: copy for name, copy in copies.items() if copy.is_file()}


def _scripts(root: Path) -> list[Path]:
    """One more than may be, so that they are refused."""
    return [*islice((file for file in walk(root) if file.suffix == ".py"), MAX_MEMBERS + 1)]


def regular(source: Path, most: int) -> bytes | None:
    """The content of a regular file; None for a link, a pipe or a device, which are left out."""
    try:
        with opened(source) as file:
            return file.read(most + 1)
    except OSError:
        return None


@contextmanager
def opened(source: Path) -> Iterator[BufferedReader]:
    """A regular file; `OSError` for anything else, and no waiting for it."""
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in FLAGS)
    is_link = not hasattr(os, "O_NOFOLLOW") and source.is_symlink()
    with open(os.open(source, flags), "rb") as file:
        if is_link or not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(f"{source} is no regular file")
        yield file
