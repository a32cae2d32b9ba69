"""Run an action in a forked, confined process and tell how it ended."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import claimgrade
from claimgrade.sandbox import landlock
from claimgrade.sandbox.confine import LAYERS, Settings, confine, readable_paths
from claimgrade.sandbox.syscalls import architecture

PATIENCE = 60  # seconds until a process that hangs is ended, so that a test fails rather than hangs
PACKAGE = Path(claimgrade.__file__).parents[1]
READABLE = readable_paths(["numpy", "scipy"])

HAS_LANDLOCK = landlock.abi() > 0
HAS_SECCOMP = architecture() is not None
IS_ROOT = os.geteuid() == 0
UNIQUE_UID = 61234


class Ended(NamedTuple):
    """The layers that held, and what the action returned or raised: type, errno, message."""

    layers: list[str]
    value: Any = None
    error: str = ""
    errno: int = 0
    message: str = ""
    status: int = 0


def only(*layers: str) -> frozenset[str]:
    """What to switch off so that these layers are left."""
    return frozenset(LAYERS) - set(layers)


def confined(action: Callable[[], Any], **changes: Any) -> Ended:
    """The action's end in a confined child; `changes` are fields of Settings."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        signal.alarm(PATIENCE)
        settings = Settings(**{"readable": READABLE, **changes})
        os.write(writer, _act(action, settings, writer))
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as answer:
        told = answer.read()
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return Ended(**json.loads(told), status=status) if told else Ended([], status=status)


def _act(action: Callable[[], Any], settings: Settings, writer: int) -> bytes:
    kept = settings.descriptors | {writer}
    layers = confine(settings._replace(descriptors=kept))
    try:
        end = Ended(list(layers), action())
    except BaseException as error:
        code = getattr(error, "errno", 0) or 0
        end = Ended(list(layers), None, type(error).__name__, code, str(error))
    return json.dumps({k: v for k, v in end._asdict().items() if k != "status"}).encode()


_ZYGOTE = """
import json, os, sys
told = json.loads(sys.argv[1])
sys.path[:] = told["path"]
import numpy
from claimgrade.sandbox.confine import Settings, confine, readable_paths
paths = (*readable_paths(["numpy", "scipy"]), *told["readable"])
settings = Settings(readable=paths, uid=told["uid"])
sys.stdout.flush()
pid = os.fork()
if pid:
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) & 255)
confine(settings)
"""


def in_zygote(code: str, readable: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run the text of a program in a confined fork of an interpreter that knows numpy only."""
    path = [str(PACKAGE), *filter(None, sys.path)]
    told = json.dumps({"path": path, "readable": readable, "uid": UNIQUE_UID})
    return subprocess.run(
        [sys.executable, "-I", "-c", _ZYGOTE + code, told],
        env={"OPENBLAS_NUM_THREADS": "2"},
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
