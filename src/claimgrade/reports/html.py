"""The stand-alone page: one file, no scripts, no network, made from the result alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from latex2mathml.converter import convert
from markupsafe import Markup

from .. import files
from ..grade import Failure, Grade
from ..spec import Spec
from ..text import Texts
from . import terminal, values
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
    """One failure: the sentence, the input, required and yours."""
    template = environment().get_template("failure.html")
    return template.render(failure=failure, texts=texts, values=values)


def context(spec: Spec, grade: Grade, texts: Texts) -> dict[str, Any]:
    """Everything the templates look at."""
    return {
        "spec": spec,
        "grade": grade,
        "texts": texts,
        "score": terminal.score(grade, texts),
        "untouched": grade.verdicts <= {"missing", "not run"},
        "first_function": next(iter(spec.functions)).replace(".", ".py: ", 1),
        "verdict_word": lambda verdict: terminal.verdict_word(verdict, texts),
        "formula": formula,
        "values": values,
        "svg": svg,
        "marks": MARKS,
        "held": sum(claim.verdict == "holds" for claim in grade.claims),
        "command": terminal.again(grade, grade.submission),
    }


def formula(latex: str) -> Markup:
    """LaTeX as MathML."""
    return Markup(convert(latex, display="block"))


@cache
def environment() -> jinja2.Environment:
    """The templates, escaped by default."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("claimgrade.reports"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
