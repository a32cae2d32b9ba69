"""Commands forked from an interpreter that has imported everything: at a fraction of the price.

`Server.run` is `python -m pytest …` or `python -m claimgrade …`. What these start in turn (the
session in a clean interpreter, the process that forks workers, the server of a class) is forked as
well, from the same interpreter, which itself runs nothing. A start-up in earnest is seen in the
tests that ask for `cold`.

As a program, the interpreter that forks. Its arguments are both ends of a socket: it reads requests
at one, and what it forks has the other, to ask for more. With each come descriptors: what the exit
code is written to, the output, and those handed on. It ends with its standard input.
"""

import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from claimgrade.calls import processes, zygote
from claimgrade.classroom import forkserver as of_classes
from claimgrade.reports import html
from claimgrade.session import launch
from claimgrade.storage.fingerprint import versions

STUCK = 600  # seconds after which what was forked counts as hung, and is killed
MOST_BYTES = 1 << 20  # of a request
EVERYTHING = (
    *("claimgrade.calls.backends", "claimgrade.classroom.batch"),
    *("claimgrade.commands.main", "claimgrade.session.hooks"),
    *("hypothesis.extra.numpy", "pytest_html.plugin", "scipy.linalg", "xdist.plugin"),
)


class Request(NamedTuple):
    """What to run, and as `subprocess.Popen` takes them: arguments, environment, directory."""

    arguments: list
    environment: dict
    directory: str


class Forked:
    """As much of `subprocess.Popen` as ours needs; the process is forked by the server."""

    server = None  # the descriptor to ask it by
    stdout = None  # what is printed goes where it should by itself

    def __init__(self, arguments, *, env, cwd=".", stdout=None, pass_fds=(), **_):
        sys.stdout.flush()
        reading, writing = os.pipe()
        message = json.dumps(Request([*map(str, arguments)], env, os.path.abspath(cwd)))
        with (
            open(writing, "w") as status,
            open(os.devnull, "w") as nothing,
            socket.socket(fileno=os.dup(self.server)) as server,
        ):
            output = nothing if stdout == subprocess.DEVNULL else stdout or sys.stdout
            descriptors = [status.fileno(), output.fileno(), *pass_fds]
            socket.send_fds(server, [message.encode()], descriptors)
        self._ended = reading

    def wait(self):
        """Its exit code; that of a kill where it left none."""
        with open(self._ended) as ended:
            return int(ended.read() or -signal.SIGKILL)


class Server:
    """Forks commands, as many at a time as are asked for."""

    def __init__(self):
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        descriptors = [theirs.fileno(), self._control.fileno()]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", __file__, *map(str, descriptors)],
            pass_fds=descriptors,
            stdin=subprocess.PIPE,
        )
        theirs.close()

    def run(self, arguments, directory, environment, output):
        """The exit code of this command; what it prints goes to a file."""
        Forked.server = self._control.fileno()
        return Forked(arguments, env=environment, cwd=directory, stdout=output).wait()

    def grade(self, assignment, submission, directory, options, environment):
        """The session that `claimgrade grade` starts; its exit code, negative for a signal."""
        arguments = launch.command(launch.Job(assignment, submission, options))
        with (
            open(Path(directory, "output.txt"), "w") as output,
            tempfile.TemporaryDirectory() as home,
        ):
            own = launch.MARKS | {launch.HOME: home}
            return self.run(arguments, directory, environment | own, output)

    def close(self):
        """End the process that forks; what it has forked ends by itself."""
        self._process.communicate()
        self._control.close()


def serve(control, client):
    """Fork what is asked for, until the standard input is closed."""
    _import_everything()
    Forked.server = client
    for module in (launch, processes, of_classes):
        module.subprocess = SimpleNamespace(Popen=Forked, DEVNULL=subprocess.DEVNULL)
    gc.collect()
    gc.freeze()  # what is here stays: none need look through it for garbage
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    while control in select.select([control, sys.stdin], [], [])[0]:
        message, descriptors, _, _ = socket.recv_fds(control, MOST_BYTES, 3)
        if os.fork() == 0:
            control.close()
            _become(Request(*json.loads(message)), *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _import_everything():
    from _pytest.assertion.rewrite import AssertionRewritingHook
    from _pytest.config import get_config

    for name in EVERYTHING:
        importlib.import_module(name)
    get_config()  # pytest's own plugins
    html.compile_all()
    versions()
    AssertionRewritingHook._warn_already_imported = lambda *_: None  # of what is here already


def _become(request, status, output, *handed):
    """A process that runs the command, tells its exit code, and never returns."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.alarm(STUCK)
        os.environ.clear()
        os.environ.update(request.environment)
        os.chdir(request.directory)
        for stream in (1, 2):
            os.dup2(output, stream)
        _run(request.arguments, *handed)
        code = 0
    except SystemExit as end:
        code = end.code or 0
        if isinstance(code, str):  # a message, which ends an interpreter with 1
            print(code, file=sys.stderr)
            code = 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os.write(status, str(int(code)).encode())
        os._exit(0)


def _run(arguments, handed=None):
    if "-m" not in arguments:  # but a program's text: the process that forks workers
        os.setsid()
        return zygote.main(handed)
    _, name, *sys.argv[1:] = arguments[arguments.index("-m") :]
    if name == of_classes.__name__:
        return of_classes.serve(socket.socket(fileno=handed))
    if "-I" not in arguments:
        sys.path.insert(0, os.getcwd())
    runpy.run_module(name, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]))
