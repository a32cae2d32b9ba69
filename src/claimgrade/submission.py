"""From the path that a person names to the files of a submission."""

from __future__ import annotations

import lzma
import os
import struct
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath

MAX_UNPACKED = 64 << 20
MAX_MEMBERS = 2000
_UNREADABLE = (  # what a damaged archive, or one that needs a password, is found to be
    zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError,
    struct.error, zlib.error, lzma.LZMAError,
)  # fmt: skip


class SubmissionError(Exception):
    """The path names nothing that can be graded; the sentence says what was expected."""


class Submission:
    """A directory of modules, one `.py` file that holds all functions, or a `.zip` of either.

    `files` maps each module that is there to its file; a module that is not there is left out.
    `single` says that the one file is the whole submission, and nothing beside it.
    """

    def __init__(self, path: Path, modules: list[str]) -> None:
        if not path.exists():
            raise SubmissionError(
                f"{path} does not exist: name a directory with {_listed(modules)}, "
                "one .py file that holds all functions, or a .zip of either"
            )
        self.path = path
        self.name = name_of(path)
        self.single = path.suffix == ".py" and not path.is_dir()
        self._unpacked: tempfile.TemporaryDirectory[str] | None = None
        if path.is_dir():
            self.root, self.files = path.resolve(), _modules_in(path.resolve(), modules)
        elif path.suffix == ".py":
            self.root, self.files = path.resolve().parent, dict.fromkeys(modules, path.resolve())
        elif path.suffix == ".zip":
            self._unpacked = tempfile.TemporaryDirectory(prefix="claimgrade-")
            self.root = _unpack(path, Path(self._unpacked.name).resolve())
            self.files = _modules_in(self.root, modules)
            self.single = not self.files
            self.files = self.files or _only_file(self.root, modules)
        else:
            raise SubmissionError(f"{path} is neither a directory nor a .py file nor a .zip")

    def close(self) -> None:
        """Remove what was unpacked."""
        if self._unpacked is not None:
            self._unpacked.cleanup()


def name_of(path: Path) -> str:
    """What a submission is called: its directory, or its file without the suffix.

    A character that can't be printed, such as one that steers a terminal, becomes `_`.
    """
    whole = Path(os.path.abspath(path))  # a link is called what it is called, not what it leads to
    name = whole.stem if path.is_file() else whole.name
    return "".join(letter if letter.isprintable() else "_" for letter in name)


def holds_module(directory: Path, modules: list[str]) -> bool:
    """Whether a directory is a submission, for it holds a module itself."""
    return bool(_modules_in(directory, modules))


def _listed(modules: list[str]) -> str:
    return ", ".join(f"{module}.py" for module in modules)


def _modules_in(root: Path, modules: list[str]) -> dict[str, Path]:
    files = {module: root / f"{module}.py" for module in modules}
    return {module: file for module, file in files.items() if file.is_file()}


def _only_file(root: Path, modules: list[str]) -> dict[str, Path]:
    files = sorted(root.glob("*.py"))
    return dict.fromkeys(modules, files[0]) if len(files) == 1 else {}


def _unpack(archive: Path, target: Path) -> Path:
    """Unpack, and step into the one folder that many zips wrap everything in."""
    try:
        with zipfile.ZipFile(archive) as opened:
            members = opened.infolist()
            _refuse_dangerous(archive, members)
            opened.extractall(target)
    except _UNREADABLE as error:
        raise SubmissionError(f"{archive} is not a readable zip: {error}") from None
    inside = [entry for entry in target.iterdir() if entry.name != "__MACOSX"]
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else target


def _refuse_dangerous(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_UNPACKED:
        raise SubmissionError(
            f"{archive} unpacks to more than {MAX_UNPACKED >> 20} MiB or {MAX_MEMBERS} files"
        )
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/"))
        is_link = (member.external_attr >> 16) & 0o170000 == 0o120000
        if name.is_absolute() or ".." in name.parts or is_link:
            raise SubmissionError(f"{archive} holds {member.filename!r}, which leads out of it")
