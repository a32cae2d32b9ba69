"""What is replayed is what would have been: the same questions, the same verdicts."""

import contextlib
import shutil
from collections.abc import Callable

import msgspec
import pytest
from warm import Server

from claimgrade import specimens, tape, wire
from claimgrade.assignment import Assignment
from claimgrade.failures import Stopped
from claimgrade.grade import Grade
from claimgrade.recordings import KEPT, Recordings
from claimgrade.tape import Recording, Tape
from claimgrade.worker import Answer
from conftest import RIGHT, ROOT, TOY

SHEET, TOYS = Assignment(ROOT), Assignment(TOY)
FEW = 40  # one in so many specimens of the sheet; the toy's are all tried
SPECIMENS = [
    (assignment, specimen)
    for assignment, every in ((TOYS, 1), (SHEET, FEW))
    for kind in ("wheats", "chaffs")
    for specimen in specimens.find(assignment, kind)[::every]
    if not specimen.needs
]
HAND_INS = {
    "right": RIGHT,
    "rounds in another way": RIGHT.replace("A @ x + b", "sum(A.T * x[:, None], b)"),
    "counts its calls": "calls = []\n"
    + RIGHT.replace("    return A @", "    calls.append(1)\n    return len(calls) // 300 + A @"),
    "hangs in the middle": "calls = []\n"
    + RIGHT.replace("    return A.", "    calls.append(1)\n    while len(calls) > 60: pass\n    return A."),
    "ends in the middle": "import os\n"
    + RIGHT.replace("    return A.", "    if A[0, 0] == 2: os._exit(0)\n    return A."),
    "raises": RIGHT.replace("A.copy()", "A[3]"),
    "has not begun": "",
}
