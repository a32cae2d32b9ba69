"""What a worker must be able to read: the interpreter and the packages, by directory.

Never a whole site-packages, which may hold the reference, the grader and what leads to a checkout;
a directory above one, and one itself, are therefore replaced by their entries.
"""

from __future__ import annotations

import importlib.machinery
import importlib.metadata
import importlib.util
import os
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

NEEDED = ("numpy",)  # by a worker itself
OWN = Path(__file__).resolve().parents[1]
SECRET = ("spec", "reference", "tests", "specimens")  # parts of an assignment
SITES = {"site-packages", "dist-packages"}
LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64")
FILES = (
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/dev/null",
    "/dev/urandom",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/sys/devices/system/cpu",
    "/usr/lib/locale",
    "/usr/share/zoneinfo",
)
SUFFIXES = tuple(importlib.machinery.all_suffixes())
REQUIRED = re.compile(r"([\w.-]+)(?![^;]*;.*\bextra\b)")  # a requirement, unless an extra's


def readable_paths(
    packages: Iterable[str] | None, assignment: Path | None = None
) -> tuple[str, ...]:
    """Files and directories that these packages need, or, if None are named, all that are there.

    A package that isn't there is passed over, and so is whatever holds the grader or belongs to an
    assignment, this one first of all: packages may be installed as links, or as entries of a path.
    """
    found = list(_installed())
    if packages is not None:
        names = _with_required(packages)
        found = [path for path in found if os.path.basename(path).partition(".")[0] in names]
        found += [path for name in sorted(names) for path in _package(name)]  # wherever they are
    secret = _secret(assignment)
    places = [
        *_standard_library(),
        *_shared_libraries(),
        *FILES,
        *(path for path in found if not _leads_to(path, secret)),
    ]
    return tuple(dict.fromkeys(path for path in places if os.path.exists(path)))


def _installed() -> Iterator[str]:
    """The packages and modules of each site-packages, one by one."""
    for site in dict.fromkeys(sys.path):
        if os.path.basename(site) not in SITES or not os.path.isdir(site):
            continue
        with os.scandir(site) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                yield from _entry(entry)


def _entry(entry: os.DirEntry[str]) -> Iterator[str]:
    """One entry of a site-packages, if it is imported or linked with; a module brings its code."""
    stem, dot, suffix = entry.name.partition(".")
    if stem.startswith("__") or stem == OWN.name:  # `__editable__…`, and what is bundled for one
        return
    if entry.is_dir():
        if stem.isidentifier() and (not dot or suffix == "libs"):
            yield entry.path
    elif stem.isidentifier() and entry.name.endswith(SUFFIXES):
        yield from _module(entry.path)


def _secret(assignment: Path | None) -> tuple[str, ...]:
    """The directories of which nothing may be read, nor any that holds one of them."""
    parts = [assignment.resolve() / part for part in SECRET] if assignment else []
    return tuple(map(str, (OWN, *parts)))


def _leads_to(path: str, secret: Iterable[str]) -> bool:
    real = os.path.realpath(path) if os.path.islink(path) else path
    if any(os.path.exists(os.path.join(real, part, "assignment.toml")) for part in ("", "spec")):
        return True
    whole = real + os.sep
    return any(
        f"{directory}{os.sep}".startswith(whole) or whole.startswith(f"{directory}{os.sep}")
        for directory in secret
    )


def _with_required(packages: Iterable[str]) -> set[str]:
    """These, what a worker needs, and what they in turn require: the names to import them by."""
    found: set[str] = set()
    left = [*NEEDED, *packages]
    while left:
        name = left.pop()
        if name.partition(".")[0] == OWN.name:
            raise ValueError("the grader's own package is nothing for a worker to read")
        distribution = _distribution(name)
        names = {name} if distribution is None else {name, *_imported(distribution)}
        if distribution is not None and not names <= found:
            matches = map(REQUIRED.match, distribution.requires or ())
            left += [match[1] for match in matches if match]
        found |= names
    return found


def _distribution(name: str) -> importlib.metadata.Distribution | None:
    """What is installed under a name, of its own or to import it by."""
    with suppress(importlib.metadata.PackageNotFoundError, ValueError):
        return importlib.metadata.distribution(name)
    if not name.isidentifier() or importlib.util.find_spec(name) is None:
        return None  # for the following takes a quarter of a second
    providers = importlib.metadata.packages_distributions().get(name)
    return importlib.metadata.distribution(providers[0]) if providers else None


def _imported(distribution: importlib.metadata.Distribution) -> set[str]:
    """The names to import a distribution by, from the list of its files."""
    record = distribution.read_text("RECORD") or ""
    tops = {line.partition(",")[0].partition("/")[0] for line in record.splitlines()}
    stems = {top.partition(".")[0] for top in tops if "." not in top or top.endswith(SUFFIXES)}
    return {stem for stem in stems if stem.isidentifier() and not stem.startswith("__")}


def _standard_library() -> Iterator[str]:
    home = Path(os.__file__).parent
    yield from _without_sites(home)
    for entry in sys.path:
        if entry.endswith(("lib-dynload", ".zip")) and not SITES & set(Path(entry).parts):
            yield entry


def _shared_libraries() -> Iterator[str]:
    own = sysconfig.get_config_var("LIBDIR") or LIBRARIES[0]
    for name in dict.fromkeys((*LIBRARIES, own)):
        directory = Path(name)
        if any(directory.glob("python*")):  # and a site-packages, somewhere
            yield from map(str, directory.glob("lib*.so*"))
            yield from map(str, directory.glob("*-linux-gnu*"))  # Debian's multiarch
        else:
            yield name


def _without_sites(directory: Path) -> Iterator[str]:
    """The directory, or its entries if a site-packages is among them."""
    if not any((directory / site).exists() for site in SITES):
        yield str(directory)
        return
    for entry in directory.iterdir():
        if entry.name not in SITES:
            yield str(entry)


def _package(name: str) -> Iterator[str]:
    """Its directories and the shared libraries shipped beside it, or its one file and bytecode."""
    spec = importlib.util.find_spec(name)
    if spec is None:
        return
    for directory in spec.submodule_search_locations or ():
        yield directory
        yield f"{directory}.libs"  # where auditwheel puts them
    if spec.submodule_search_locations is None and spec.has_location and spec.origin:
        yield from _module(spec.origin)


def _module(file: str) -> Iterator[str]:
    yield file
    if file.endswith(tuple(importlib.machinery.SOURCE_SUFFIXES)):
        yield importlib.util.cache_from_source(file)
