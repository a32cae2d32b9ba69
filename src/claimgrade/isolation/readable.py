"""What a worker must be able to read: the interpreter and the packages, by directory.

Never a whole site-packages, which may hold the reference; a directory above one is therefore
replaced by its entries.
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGES = ("numpy", "scipy", "torch")  # what students may import beside the standard library
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
# Packages that can't do without others: what `import torch` and a step of an optimiser read
COMPANIONS = {
    "torch": (
        *("torchgen", "functorch", "nvidia", "typing_extensions", "sympy", "mpmath", "networkx"),
        *("filelock", "jinja2", "markupsafe", "fsspec", "opt_einsum"),
    ),
}


def readable_paths(packages: Iterable[str]) -> tuple[str, ...]:
    """Files and directories that these packages need; a package that isn't there is passed over."""
    names = list(packages)
    if __name__.partition(".")[0] in names:
        raise ValueError("the grader's own package is nothing for a worker to read")
    names += [name for package in names for name in COMPANIONS.get(package, ())]
    places = [
        *_standard_library(),
        *_shared_libraries(),
        *FILES,
        *(path for name in names for path in _package(name)),
    ]
    return tuple(dict.fromkeys(path for path in places if os.path.exists(path)))


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
        yield spec.origin
        if spec.origin.endswith(tuple(importlib.machinery.SOURCE_SUFFIXES)):
            yield importlib.util.cache_from_source(spec.origin)
