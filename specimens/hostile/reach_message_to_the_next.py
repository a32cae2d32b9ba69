"""Leaves a message for the next student, in every place that another process might read. Must
happen: there is no such place."""

import contextlib
from pathlib import Path

PLACES = [Path(__file__).parent, "/tmp/claimgrade-canary.places", "/dev/shm", "/var/tmp", "."]


def __getattr__(name):
    def answer(*arguments):
        for place in PLACES:
            note = Path(place, "claimgrade-canary.note")
            with contextlib.suppress(OSError):
                note.write_text("the answer is 42")
                note.unlink()
                raise ValueError(f"GOT THROUGH: a note in {place}")

    return answer
