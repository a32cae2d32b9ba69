"""What a GitHub Actions job says of a result: annotations at the student's lines, and a summary.

Whatever a student wrote is text here, and never a command of the runner's, Markdown or HTML.
"""

from __future__ import annotations

from ..assignment.messages import Texts
from ..assignment.spec import Spec
from ..calls import wire
from ..result.grade import ClaimGrade, Grade
from ..submission import notebook
from . import html, wording

MOST_ANNOTATIONS = 10  # of one step that GitHub shows
MAX_TEXT = 500  # characters of a sentence in either


def commands(grade: Grade) -> list[str]:
    """A workflow command for the property to show of each claim that was begun and falls short.

    For a submission that could not be read it is one, which says so.
    """
    if grade.unreadable:
        return [f"::error title={_property(grade.submission)}::{_data(grade.unreadable)}"]
    said = [_annotation(claim) for claim in grade.claims]
    return [line for line in said if line][:MOST_ANNOTATIONS]


def summary(spec: Spec, grade: Grade, texts: Texts) -> str:
    """The job summary: one block of HTML, which Markdown leaves alone, for it has no empty line."""
    template = html.environment().get_template("job.html")
    page = template.render(html.context(spec, grade, texts), plain=_plain)
    return "\n".join(line for line in page.splitlines() if line.strip()) + "\n\n"


def _annotation(claim: ClaimGrade) -> str:
    part = wording.first_failing(claim)
    if part is None or part.failure is None:
        return ""
    properties = [*_place(part.failure.where), ("title", wording.name(claim))]
    told = ",".join(f"{name}={_property(value)}" for name, value in properties)
    return f"::error {told}::{_data(part.failure.message)}"


def _place(where: str) -> list[tuple[str, str]]:
    """The file, and its line, but of a notebook, whose lines are not those of its cells."""
    file, _, line = where.rpartition(":")
    name, is_notebook, _ = file.rpartition(f"{notebook.SUFFIX}, ")
    if is_notebook:
        return [("file", name + notebook.SUFFIX)]
    return [("file", file), ("line", line)] if line.isdecimal() else []


def _plain(text: str) -> str:
    """One line, not too long, without control characters."""
    line = " ".join(wire.text(text).split())
    return line if len(line) <= MAX_TEXT else f"{line[:MAX_TEXT]}…"


def _data(text: str) -> str:
    """As the runner unescapes the message of a command: one line, so that it begins no other."""
    return _plain(text).replace("%", "%25")


def _property(text: str) -> str:
    """As it unescapes the properties of one."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
