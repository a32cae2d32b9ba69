"""Sessions on the workers of a Dask cluster: submissions go there as bytes, results come back so.

Where a worker is lost, the scheduler has another one grade what it had. The workers need claimgrade
and the same versions of what it is made of; the assignment goes along.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..session import launch
from ..session.launch import Job
from ..storage import fingerprint, tree
from ..storage.fingerprint import versions
from ..storage.sources import regular
from ..storage.tree import MAX_UNPACKED
from .forkserver import Session

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10  # seconds in which a scheduler must answer
MOST_OUTPUT = 1 << 16  # bytes of what a session prints that come back, the last ones


class ClusterError(Exception):
    """There is no cluster to grade on; the sentence says what was expected."""


class Packed(NamedTuple):
    """A directory, its files by their places in it; or a file, in the place ""."""

    name: str
    files: dict[str, bytes]


class Answer(NamedTuple):
    """What a session has written, as far as it has, and the end of its output."""

    result: bytes | None
    report: bytes | None
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

    def run(self, job: Job, output: Path) -> None:
        """Grade as `launch.run` does, against the assignment that went to the workers."""
        arguments = (self._assignment, pack_work(job.submission), job, self._versions)
        answer = self._client.submit(grade, *arguments, pure=False).result()
        output.write_bytes(answer.output)
        for path, content in ((job.result, answer.result), (job.report, answer.report)):
            if path is not None and content is not None:
                path.write_bytes(content)


def grade(assignment: Packed, submission: Packed, job: Job, expected: dict[str, str]) -> Answer:
    """On a worker, where nothing lies where the job says: grade as `launch.run` does."""
    if versions() != expected:
        said = f"a worker has other versions: {versions()}, not {expected}"
        return Answer(None, None, said.encode())
    with tempfile.TemporaryDirectory(prefix="claimgrade-") as directory:
        home = Path(directory).resolve()
        root, work = _unpack(assignment, home / "assignment"), _unpack(submission, home / "work")
        result, report, output = home / "result", home / "report", home / "output.txt"
        launch.run(Job(root, work, job.options, job.name, result, report), output)
        return Answer(_read(result), _read(report), output.read_bytes()[-MOST_OUTPUT:])


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


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _unpack(packed: Packed, home: Path) -> Path:
    root = home / packed.name
    (home if "" in packed.files else root).mkdir(parents=True)
    for place, content in packed.files.items():
        path = root / place if place else root
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root
