"""Sessions on the workers of a Dask cluster: submissions go there as bytes, results come back so.

Where a worker is lost, the scheduler has another one grade what it had. The workers need claimgrade
and the same versions of what it is made of; the assignment goes along.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..session import launch
from ..storage import fingerprint, tree
from ..storage.fingerprint import versions
from ..storage.sources import regular
from ..storage.tree import MAX_UNPACKED
from .forkserver import Session

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10  # seconds in which a scheduler must answer
MOST_OUTPUT = 1 << 16  # bytes of what a session prints that come back, the last ones
OUTPUTS = ("--score-json", "--score-html")


class ClusterError(Exception):
    """There is no cluster to grade on; the sentence says what was expected."""


class Packed(NamedTuple):
    """A directory, its files by their places in it; or a file, in the place ""."""

    name: str
    files: dict[str, bytes]


class Answer(NamedTuple):
    """What a session has written, by the option that asks for it, and the end of its output."""

    files: dict[str, bytes]
    output: bytes


@contextlib.contextmanager
def sessions(address: str, assignment: Path) -> Iterator[Session]:
    """What has a session run on a worker of the scheduler's; `ClusterError` where there is none."""
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--scheduler needs Dask: pip install 'claimgrade[dask]'") from None
    try:
        there = asyncio.run(_identity(address))
        answers, workers = there["type"], there.get("workers")
    except (OSError, ValueError, TypeError) as error:  # the last is Dask's where TLS lacks a key
        answers, workers = str(error) or "it says nothing", None
    if answers != "Scheduler":
        raise ClusterError(
            f"no Dask scheduler answers at {address} ({answers}): expected its address, such as "
            "tcp://10.0.0.1:8786"
        )
    if not workers:
        raise ClusterError(
            f"the scheduler at {address} has no workers: start some, as with "
            f"`dask worker {address}`, and type the command again"
        )
    with Client(address, timeout=PATIENCE, set_as_default=False) as client:
        yield Cluster(client, assignment).run


async def _identity(address: str) -> dict[str, Any]:
    """Of what answers at an address, if it is one of Dask's; the client would wait for ever."""
    from distributed import rpc

    async with rpc(address) as server:
        return await asyncio.wait_for(server.identity(), PATIENCE)


class Cluster:
    """Starts sessions on workers; safe to use from several threads."""

    def __init__(self, client: Client, assignment: Path) -> None:
        self._client = client
        self._versions = versions()
        parts = [assignment / part for part in fingerprint.PARTS]
        files = [path for part in parts for path in fingerprint.files(part)]
        [self._assignment] = client.scatter([_pack(assignment, files)], broadcast=True)

    def run(self, _: Path, submission: Path, options: Sequence[str], output: Path) -> None:
        """Grade as `launch.run` does, against the assignment that went to the workers."""
        wanted = dict(option.split("=", 1) for option in options if option.startswith(OUTPUTS))
        others = [option for option in options if not option.startswith(OUTPUTS)]
        packed = pack_work(submission)
        arguments = (self._assignment, packed, others, list(wanted), self._versions)
        answer = self._client.submit(grade, *arguments, pure=False).result()
        output.write_bytes(answer.output)
        for option, content in answer.files.items():
            Path(wanted[option]).write_bytes(content)


def grade(
    assignment: Packed,
    submission: Packed,
    options: list[str],
    wanted: list[str],
    expected: dict[str, str],
) -> Answer:
    """On a worker: grade as `launch.run` does."""
    if versions() != expected:
        return Answer({}, f"a worker has other versions: {versions()}, not {expected}".encode())
    with tempfile.TemporaryDirectory(prefix="claimgrade-") as directory:
        home = Path(directory).resolve()
        root, work = _unpack(assignment, home / "assignment"), _unpack(submission, home / "work")
        files = {option: home / option.strip("-") for option in wanted}
        outputs = [f"{option}={file}" for option, file in files.items()]
        output = home / "output.txt"
        launch.run(root, work, [*options, *outputs], output)
        written = {option: file.read_bytes() for option, file in files.items() if file.is_file()}
        return Answer(written, output.read_bytes()[-MOST_OUTPUT:])


def pack_work(path: Path) -> Packed:
    """A file, or what is looked at of a directory: no virtual environment goes along."""
    return _pack(path, [path] if path.is_file() else sorted(tree.walk(path)))


def _pack(root: Path, paths: Iterable[Path]) -> Packed:
    """These files of a directory, as far as they are regular; of too much, enough to be refused."""
    packed, left = Packed(root.name, {}), MAX_UNPACKED
    for path in paths:
        content = regular(path, left)
        if content is not None:
            packed.files["" if path == root else path.relative_to(root).as_posix()] = content
            left -= len(content)
        if left < 0:
            break
    return packed


def _unpack(packed: Packed, home: Path) -> Path:
    root = home / packed.name
    (home if "" in packed.files else root).mkdir(parents=True)
    for place, content in packed.files.items():
        path = root / place if place else root
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root
