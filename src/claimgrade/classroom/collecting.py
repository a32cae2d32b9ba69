"""Whether an assignment can grade at all: asked where a session has ended without a result.

As a program it collects the tests, in a process of its own, which an author's conftest may end.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from pathlib import Path

import msgspec

from ..assignment.messages import Sentences
from ..assignment.root import Assignment
from ..assignment.spec import SpecError
from ..session import launch


def problem(assignment: Path, texts: Sentences) -> str:
    """Why the assignment can't be used, in one line; "" if it can."""
    done = subprocess.run(
        [*(sys.executable, "-I", "-X", "utf8", "-m", __name__), str(assignment)],
        env=launch.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    try:
        return msgspec.json.decode(done.stdout.rpartition(b"\n")[2], type=str)
    except msgspec.MsgspecError:
        return texts("collecting_ended", tests=assignment / "tests", code=done.returncode)


def main(assignment: Path) -> None:
    """Write the answer as the last line, whatever the assignment itself has printed."""
    from ..properties import claims

    printed, why = io.StringIO(), ""
    try:
        with contextlib.redirect_stderr(printed):
            claims.collect(Assignment(assignment))
    except SpecError as error:
        why = _in_one_line(printed.getvalue() or str(error))
    sys.stdout.write("\n" + msgspec.json.encode(why).decode())


def _in_one_line(text: str) -> str:
    """Of what pytest says of a file that can't be loaded, which file it is, and the error."""
    lines = [line.removeprefix("E ").strip() for line in text.splitlines()]
    first, *_, last = [line for line in lines if line] * 2
    if "ImportError while" not in text:  # a syntax error, which pytest shows below its own frames
        first = next((line for line in lines if line.startswith("File ")), first)
    return first if first == last else f"{first.rstrip('.:')}: {last}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
