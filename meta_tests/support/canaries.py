"""What a hostile submission can reach for in a test: a file, servers, a neighbour, a secret.

A specimen names its targets by fixed constants, at which nothing is; `Canaries.aim` puts a test's
own targets in their place. So tests run side by side, and each knows whose hand it was.
"""

import contextlib
import ctypes
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECRET_VARIABLE = "CLAIMGRADE_CANARY_SECRET"
PATH, TCP_PORT, UDP_PORT = "tmp/claimgrade-canary", "47811", "47812"
NEIGHBOUR = "4194305"  # one more than Linux' PID_MAX_LIMIT (linux/threads.h): no process
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
PF_EXITING = 4  # linux/sched.h


class Canaries:
    """The targets of one test; `harm` says what became of them."""

    def __init__(self, assignment):
        self.directory = Path(tempfile.mkdtemp(prefix="claimgrade-canaries-"))
        self.directory.chmod(0o777)  # whoever a worker is, only its walls keep it out
        self.secret = f"canary{os.urandom(8).hex()}"
        self.file = self.directory / "canary"
        self.file.write_text(f"nobody has written here: {self.secret}\n")
        self.file.chmod(0o666)
        self.reference = self.directory / "canary.reference"
        shutil.copytree(assignment.root / "reference", self.reference)
        (self.directory / "canary.places").mkdir()
        (self.directory / "canary.places").chmod(0o777)
        self._servers = {
            "TCP": socket.create_server(("127.0.0.1", 0)),
            "UDP": socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
            "local socket": socket.socket(socket.AF_UNIX),
        }
        self._servers["UDP"].bind(("127.0.0.1", 0))
        self._servers["local socket"].bind(f"{self.file}.socket")
        self._servers["local socket"].listen()
        Path(f"{self.file}.socket").chmod(0o777)
        self._neighbour = subprocess.Popen(
            ["cat"],
            env=os.environ | {SECRET_VARIABLE: self.secret},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._before = snapshot(self.directory)

    def aim(self, directory):
        """Put these targets in the place of the constants, in every file below a directory."""
        for file in filter(Path.is_file, directory.rglob("*")):
            text = file.read_text("utf-8").replace(PATH, str(self.file)[1:])
            for constant, value in (
                (TCP_PORT, self._servers["TCP"].getsockname()[1]),
                (UDP_PORT, self._servers["UDP"].getsockname()[1]),
                (NEIGHBOUR, self._neighbour.pid),
            ):
                text = text.replace(constant, str(value))
            file.write_text(text, "utf-8")

    def harm(self):
        """What was done to them, as sentences; none is good news."""
        after = snapshot(self.directory)
        changed = {key for key, _ in self._before.items() ^ after.items()}
        contacts = [name for name, server in self._servers.items() if _ready(server, 0)]
        return [
            *(f"{name} was changed, made or removed" for name in sorted(changed)),
            *(f"something arrived by {name}" for name in contacts),
            *([] if self._neighbour_answers() else ["the neighbour is dead or stopped"]),
        ]

    def close(self):
        """Remove them."""
        for server in self._servers.values():
            server.close()
        self._neighbour.kill()
        self._neighbour.communicate()
        shutil.rmtree(self.directory, ignore_errors=True)

    def _neighbour_answers(self):
        with contextlib.suppress(OSError):
            self._neighbour.stdin.write(b"there?\n")
            self._neighbour.stdin.flush()
            if _ready(self._neighbour.stdout, 5):
                return os.read(self._neighbour.stdout.fileno(), 100) == b"there?\n"
        return False


def snapshot(directory):
    """What is below a directory: names, modes, owners, links, times and contents."""
    found = {}
    for path in directory.rglob("*"):
        is_plain = path.is_file() and not path.is_symlink() and path.stat().st_size < 1 << 20
        here = path.lstat()
        kept = here.st_mode, here.st_uid, here.st_nlink, here.st_size, here.st_mtime_ns
        found[str(path.relative_to(directory))] = (kept, path.read_bytes() if is_plain else b"")
    return found


@contextlib.contextmanager
def orphans():
    """Yields a list; at the end it holds the processes that the block has started and left behind.

    On Linux, where an orphan can be made to become a child of this process, whatever session,
    group or user it has moved to; elsewhere the list stays empty.
    """
    left = []
    if not sys.platform.startswith("linux"):
        yield left
        return
    prctl = ctypes.CDLL(None).prctl
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = _children()
    try:
        yield left
    finally:
        patience = time.monotonic() + 1
        while ours := _children() - before:
            if time.monotonic() > patience and not any(map(_is_ending, ours)):
                break
            time.sleep(0.02)  # one that was just killed takes a moment to go, or a busy machine's
        left += sorted(ours)
        for process in left:
            with contextlib.suppress(OSError):
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
        prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def _children():
    """The running children of this process; those that have ended are cleared away."""
    found = set()
    for process in map(int, filter(str.isdecimal, os.listdir("/proc"))):
        with contextlib.suppress(OSError):
            with open(f"/proc/{process}/stat", "rb") as file:
                state, parent = file.read().rpartition(b")")[2].split()[:2]
            if int(parent) == os.getpid():
                if state == b"Z":
                    os.waitpid(process, os.WNOHANG)
                else:
                    found.add(process)
    return found


def _is_ending(process):
    """Whether it was killed, or has begun to end (proc(5): flags; SIGKILL is bit 8 of a mask)."""
    with contextlib.suppress(OSError):
        place = Path(f"/proc/{process}")
        flags = int((place / "stat").read_text().rpartition(")")[2].split()[6])
        pending = re.findall(r"(?:Sig|Shd)Pnd:\s*(\w+)", (place / "status").read_text())
        return bool(flags & PF_EXITING) or any(int(mask, 16) >> 8 & 1 for mask in pending)
    return True


def _ready(stream, seconds):
    return bool(select.select([stream], [], [], seconds)[0])
