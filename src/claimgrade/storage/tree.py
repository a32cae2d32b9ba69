"""What a hand-in holds: the files of a directory or a zip, without what nobody hands in."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..assignment.refusal import Refusal

MAX_UNPACKED = 64 << 20  # this and the next are named in the sentences
MAX_MEMBERS = 2000
MAX_DEPTH = 32  # directories deeper than any honest one are not looked into
ZIP = ".zip"
PASSED_OVER = frozenset({"__MACOSX", "__pycache__", "node_modules", "site-packages"})
ENVIRONMENT = "pyvenv.cfg"  # stands in a virtual environment, which is nobody's work
_SOURCE = re.compile(
    r"(?P<stem>.+?)((?P<script>\.py)(\.py)?(\.txt)?|(?P<notebook>\.ipynb)(\.ipynb)?(\.txt|\.json)?)",
    re.IGNORECASE | re.DOTALL,
)


class SubmissionError(Refusal):
    """The path names nothing that can be graded; `path`, if among the details, is that path."""


class Source(NamedTuple):
    """A Python file or a notebook: its place in the hand-in, its stem, and `.py` or `.ipynb`.

    What downloads and mails put behind a suffix, as in `affine.py.txt`, is no part of either.
    """

    place: PurePosixPath
    stem: str
    kind: str


class Tree(NamedTuple):
    """Regular files by their places below `root`, sorted; of a zip only the sources are there."""

    root: Path
    files: tuple[PurePosixPath, ...]

    @property
    def sources(self) -> list[Source]:
        """Every Python file and notebook."""
        return [source for source in map(source_of, self.files) if source]

    @property
    def archives(self) -> list[PurePosixPath]:
        """Every `.zip`."""
        return [place for place in self.files if is_zip(place.name)]

    @property
    def wrapping(self) -> PurePosixPath:
        """The folders that are around everything."""
        parents = [[*reversed(place.parents)] for place in self.files] or [[PurePosixPath()]]
        around, *others = parents
        return [folder for folder in around if all(folder in other for other in others)][-1]


def source_of(place: PurePosixPath) -> Source | None:
    """What the name of a file says that it is."""
    found = _SOURCE.fullmatch(place.name)
    if found is None:
        return None
    return Source(place, found["stem"], ".py" if found["script"] else ".ipynb")


def is_zip(name: str) -> bool:
    """Whatever the case of its suffix."""
    return name.lower().endswith(ZIP)


def is_passed_over(name: str) -> bool:
    """Whether a file or directory is hidden, or made by a system or a tool."""
    return name.startswith(".") or name in PASSED_OVER


def of_directory(root: Path) -> Tree:
    """Links are passed over: they may lead to the work of somebody else."""
    try:
        os.scandir(root).close()
    except OSError:
        raise SubmissionError("no_access", path=root) from None
    return Tree(root, tuple(sorted(PurePosixPath(file.relative_to(root)) for file in walk(root))))


def walk(root: Path) -> Iterator[Path]:
    """The regular files below a directory that are not passed over."""
    deepest = len(root.parts) + MAX_DEPTH
    for directory, folders, names in os.walk(root):
        here = Path(directory)
        if ENVIRONMENT in names and here != root:
            folders.clear()
            continue
        deep = len(here.parts) >= deepest
        folders[:] = [] if deep else [name for name in folders if not is_passed_over(name)]
        for name in names:
            file = here / name
            if not is_passed_over(name) and not file.is_symlink() and file.is_file():
                yield file


def of_zip(archive: Path, target: Path) -> Tree:
    """Unpack its sources, and archives, into a directory; `SubmissionError` for what is no zip."""
    try:
        with zipfile.ZipFile(archive) as opened:
            members = _members(archive, opened.infolist())
            for member in _wanted(archive, members):
                opened.extract(member, target)
    except SubmissionError:
        raise
    except Exception:  # each decompressor has its own: zlib.error, LZMAError, 3.14's ZstdError
        raise SubmissionError("damaged_zip", path=archive) from None
    return Tree(target.resolve(), tuple(sorted(PurePosixPath(m.filename) for m in members)))


def _members(archive: Path, members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The files that are not passed over; old programs write `\\` where `/` belongs."""
    for member in members:
        member.filename = member.filename.replace("\\", "/")
        name = PurePosixPath(member.filename)
        is_link = (member.external_attr >> 16) & 0o170000 == 0o120000
        if name.is_absolute() or ".." in name.parts or is_link:
            raise SubmissionError("leads_out", path=archive, member=repr(member.filename))
    places = [PurePosixPath(m.filename) for m in members]
    environments = {p.parent for p in places if p.name == ENVIRONMENT} - {PurePosixPath(".")}
    return [
        member
        for member, place in zip(members, places, strict=True)
        if not member.is_dir()
        and not any(map(is_passed_over, place.parts))
        and environments.isdisjoint(place.parents)
    ]


def _wanted(archive: Path, members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    places = [PurePosixPath(member.filename) for member in members]
    wanted = [m for m, p in zip(members, places, strict=True) if source_of(p) or is_zip(p.name)]
    if len(wanted) > MAX_MEMBERS or sum(m.file_size for m in wanted) > MAX_UNPACKED:
        raise SubmissionError("large_zip", path=archive)
    return wanted
