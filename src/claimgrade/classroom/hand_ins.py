"""From the paths that a person types to hand-ins, each known by a name: one, or a class.

Platforms hand out a file for each attachment: those of one student are one hand-in.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..assignment.spec import Spec
from ..result import roll
from ..result.roll import GRADEBOOK, OVERVIEW, Roll
from ..storage import files, tree
from ..storage.sources import regular
from ..storage.tree import MAX_UNPACKED, SubmissionError
from ..submission import platforms
from ..submission.platforms import Named
from ..submission.shown import printable
from ..submission.submission import Submission, holds_module, name_of
from .entries import is_leftover, of_class, student_of


class HandIn(NamedTuple):
    """What one student handed in; several files where a platform hands out each by itself.

    `called` is the name of the path, or that of the student where there are several.
    """

    name: str
    paths: tuple[Path, ...]
    called: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """The paths, as a roll has them."""
        return tuple(map(str, self.paths))

    @contextlib.contextmanager
    def opened(self) -> Iterator[Path]:
        """The one path, for as long as this holds; of several files a directory with them.

        In it they are called what the student called them. `SubmissionError` for a link or device.
        """
        for path in self.paths:
            _refuse_links_and_devices(path)
        if len(self.paths) == 1:
            yield self.paths[0]
            return
        with tempfile.TemporaryDirectory(prefix="claimgrade-") as scratch:
            directory = Path(scratch).resolve() / self.name
            directory.mkdir()
            _gather(self.paths, directory)
            yield directory


class Piece(NamedTuple):
    """A file that a platform hands out, and what its name tells."""

    told: Named
    path: Path


class Class(NamedTuple):
    """Hand-ins by their names, sorted, and what lies beside them and is none.

    `whole` says that they are all of the class, and not some that were named.
    """

    hand_ins: dict[str, HandIn]
    passed_over: Sequence[str] = ()
    earlier: Sequence[str] = ()  # attempts before the one that counts
    whole: bool = False


Own = tuple[str, tuple[Path, ...]]  # a name, which others may have too, and the paths


class Found(NamedTuple):
    """The same before each has a name to itself."""

    own: Sequence[Own]
    passed_over: Sequence[str] = ()
    earlier: Sequence[str] = ()
    whole: bool = False


def named(typed: Sequence[Path], spec: Spec, out: Path, *, single: bool = False) -> Class:
    """The hand-ins by the names of their directories in `out`.

    One directory that holds no module itself is a class: each entry of it is a hand-in. But not
    where it is `single`, or one of those that are in `out`. `SubmissionError` where there is none,
    or one that was named is not there.
    """
    is_there = Path.exists if len(typed) == 1 else os.path.lexists  # a link is refused alone
    for path in typed:
        if not is_there(path):
            Submission(path, spec.modules)  # which says what was expected
    if len(typed) == 1 and not single:
        _refuse_zipped_class(typed[0])
    before = roll.read(out)
    single = single or (len(typed) == 1 and _is_one_of(before, typed[0]))
    if len(typed) > 1:
        found = _of_entries(typed, out)
    elif not single and typed[0].is_dir() and not holds_module(typed[0], spec.modules):
        found = _of_entries(of_class(typed[0], spec, out), out)._replace(whole=True)
    else:
        found = Found([(name_of(typed[0]), (typed[0].resolve(),))])
    if not found.own:
        raise SubmissionError("no_submissions", path=typed[0])
    hand_ins = _by_names(found.own, before, whole=found.whole)
    return Class(hand_ins, sorted(found.passed_over), sorted(found.earlier), found.whole)


def unique_names(names: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """A directory name for each: its own, with the first free number where that is taken."""
    used = {GRADEBOOK, OVERVIEW, *taken}
    return [files.free_name(name, used) for name in names]


def _refuse_zipped_class(path: Path) -> None:
    """A platform's download, not unpacked: who lies where on the disk is remembered in `out`."""
    students = []
    if path.is_file() and tree.is_zip(path.name):
        with contextlib.suppress(Exception), zipfile.ZipFile(path) as archive:
            names = [name.replace("\\", "/") for name in archive.namelist()]
            parts = [part for name in names for part in PurePosixPath(name).parts[:2]]
            students = [*dict.fromkeys(filter(None, map(student_of, parts)))]
    if len(students) > 1:
        raise SubmissionError("zipped_class", path=path, count=len(students))


def _is_one_of(before: Roll, path: Path) -> bool:
    """Whether it was graded beside others, and so is no class by itself."""
    here = (str(_place(path)),)
    return len(before) > 1 and any(listed.places == here for listed in before.values())


def _place(path: Path) -> Path:
    """The same however it was typed; of a link where it is, not where it leads to."""
    whole = path.absolute()
    return whole.parent.resolve() / whole.name


def _by_names(found: Sequence[Own], before: Roll, *, whole: bool) -> dict[str, HandIn]:
    """Each by the name that it had before, else by its own, else with a number.

    So `jane` and `jane.zip` never change places, whichever of the two is there, or named.
    """
    unnamed = [_hand_in(name, paths) for name, paths in found]
    names: dict[str, HandIn] = {}
    for field in ("places", "called"):
        had = defaultdict(list)
        for name in before.keys() - names.keys():
            had[getattr(before[name], field)].append(name)
        for hand_in in [*unnamed]:
            match had.pop(getattr(hand_in, field), []):
                case [name]:
                    names[name] = hand_in
                    unnamed.remove(hand_in)
    others = () if whole else [name for name, listed in before.items() if not listed.is_gone]
    free = unique_names([hand_in.name for hand_in in unnamed], [*names, *others])
    names |= zip(free, unnamed, strict=True)
    return {name: names[name]._replace(name=name) for name in sorted(names)}


def _hand_in(name: str, paths: tuple[Path, ...]) -> HandIn:
    places = tuple(map(_place, paths))
    return HandIn(name, places, places[0].name if len(places) == 1 else name)


def _of_entries(entries: Sequence[Path], out: Path) -> Found:
    own: list[Own] = []
    groups: defaultdict[str, list[Piece]] = defaultdict(list)
    passed_over: list[str] = []
    earlier: list[str] = []
    for entry in entries:
        told = platforms.read(entry.name) if not entry.is_symlink() else None
        if told and entry.is_dir() == bool(told.file):
            told = None  # a folder that is called as a file is, or the other way round
        if is_leftover(entry, out, entries):
            passed_over.append(_shown(entry))
        elif told is None:
            own.append((name_of(entry), (entry,)))
        else:
            groups[told.student.casefold()].append(Piece(told, entry))
    students = _students([pieces[0].told for pieces in groups.values()])
    for student, pieces in zip(students, groups.values(), strict=True):
        work = [piece for piece in pieces if not piece.told.is_note] or pieces
        last = max(piece.told.attempt for piece in work)
        latest = [piece for piece in work if piece.told.attempt == last]
        passed_over += [piece.path.name for piece in pieces if piece not in work]
        earlier += [piece.path.name for piece in work if piece not in latest]
        name = name_of(latest[0].path) if len(latest) == 1 and not last else student
        own.append((name, tuple(piece.path for piece in latest)))
    return Found(sorted(own), passed_over, earlier)


def _students(told: list[Named]) -> list[str]:
    """What each group's student is called: of `HW1_smith` the end, if that tells them apart."""
    short = [each.student.rpartition("_")[2] if each.attempt else "" for each in told]
    counts = Counter(map(str.casefold, short))
    return [
        printable(end if end and counts[end.casefold()] == 1 else each.student)
        for each, end in zip(told, short, strict=True)
    ]


def _shown(path: Path) -> str:
    return f"{path.name}/" if path.is_dir() else path.name


def _gather(paths: Sequence[Path], directory: Path) -> None:
    left = MAX_UNPACKED
    for path in paths:
        content = regular(path, left)
        if content is None:
            raise SubmissionError("no_access", path=path)
        left -= len(content)
        if left < 0:
            raise SubmissionError("large_submission")
        told = platforms.read(path.name)
        place = directory / (told.file if told else path.name)
        (directory / path.name if place.exists() else place).write_bytes(content)


def _refuse_links_and_devices(path: Path) -> None:
    """A link may lead to another's work; a pipe never ends."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise SubmissionError("is_link", path=path)
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        raise SubmissionError("no_file", path=path)
