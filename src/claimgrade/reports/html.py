"""The stand-alone page: one file, no scripts, no network, made from the result alone."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2

from ..assignment.messages import Texts
from ..assignment.spec import Spec
from ..result.grade import Failure, Grade
from ..storage import files
from . import comparison, mathml, wording
from .svg import svg

MARKS = {
    "holds": "✓", "fails": "✗", "missing": "○", "crashed": "✗", "timed out": "✗",
    "grader fault": "!", "not run": "–",
}  # fmt: skip


def render(spec: Spec, grade: Grade, texts: Texts) -> str:
    """The page as a string."""
    return environment().get_template("score.html").render(context(spec, grade, texts))


def write(spec: Spec, grade: Grade, texts: Texts, path: Path) -> None:
    """Write the page, whole or not at all."""
    files.write(path, render(spec, grade, texts).encode())


def render_cards(spec: Spec, grade: Grade, texts: Texts) -> str:
    """The claims with their style, for a page that somebody else frames."""
    return environment().get_template("framed.html").render(context(spec, grade, texts))


def render_failure(failure: Failure, texts: Texts) -> str:
    """One failure: the sentence, the gap, the input."""
    return environment().get_template("failure.html").render(failure=failure, texts=texts)


def context(spec: Spec, grade: Grade, texts: Texts) -> dict[str, Any]:
    """Everything that the templates look at, besides the modules of this package."""
    return {"spec": spec, "grade": grade, "texts": texts}


def call(failure: Failure) -> str:
    """The call that shows it, to be typed in a Python session."""
    return f"{failure.function}({', '.join(map(repr, failure.inputs.values()))})"


@cache
def font() -> str:
    """The mathematics font, as text that a style sheet can hold."""
    file = resources.files(__package__) / "font" / "stix-two-math-subset.woff2"
    return b64encode(file.read_bytes()).decode()


def compile_all() -> None:
    """Compile every template now, for whoever renders many pages or forks those who do."""
    for name in environment().list_templates():
        environment().get_template(name)


@cache
def environment() -> jinja2.Environment:
    """The templates, escaped by default."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("claimgrade.reports"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.globals |= {
        "call": call,
        "comparison": comparison,
        "font": font,
        "marks": MARKS,
        "mathml": mathml,
        "svg": svg,
        "wording": wording,
    }
    return made
