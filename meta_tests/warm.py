"""Gradings forked from an interpreter that has imported everything: at less than half the price.

As a program, the server: reads requests, one JSON line each, and answers with exit codes.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile

from claimgrade import launch

STUCK = 60  # seconds after which a grading counts as hung, and is killed


class Server:
    """One grading at a time, each in a process of its own."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, "-I", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def grade(self, assignment, submission, directory, options, environment):
        """The session that `claimgrade grade` starts; its exit code, negative for a signal."""
        arguments = launch.command(assignment, submission, options)
        request = {
            "arguments": arguments[arguments.index("pytest") + 1 :],
            "directory": str(directory),
            "environment": environment | {launch.LAUNCHED: "1"},
        }
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self):
        self._process.communicate()


def _serve():
    import claimgrade.access
    import claimgrade.session  # noqa: F401  (what every session imports)

    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _run(**json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _run(arguments, directory, environment):
    import pytest

    signal.alarm(STUCK)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(directory)
    with open("output.txt", "w") as output, tempfile.TemporaryDirectory() as home:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = home
        code = pytest.main(arguments)
    os._exit(code)


if __name__ == "__main__":
    _serve()
