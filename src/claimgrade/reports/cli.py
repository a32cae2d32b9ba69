"""The command `claimgrade annotate`."""

from __future__ import annotations

import os
from pathlib import Path

import click
import msgspec

from .. import reveal
from ..assignment import Assignment, default_root
from ..grade import Grade
from ..spec import LANGUAGES, SpecError
from ..text import Texts, default_language


@click.command()
@click.argument("result", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--assignment", type=click.Path(path_type=Path), help="Not the built-in one.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the summary.")
def annotate(result: Path, assignment: Path | None, lang: str | None) -> None:
    """Show RESULT, a grade.json, in a GitHub Actions job: annotations and the job summary.

    Exit code: 0 shown, 2 wrong usage, or this is not such a job.
    """
    from . import ci  # with the templates, which no other command needs

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        raise click.UsageError("GITHUB_STEP_SUMMARY is not set: this is not a GitHub Actions job")
    try:
        spec = Assignment(assignment or default_root()).spec
        grade = msgspec.json.decode(result.read_bytes(), type=Grade)
    except SpecError as error:
        raise click.UsageError(str(error)) from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{result} is not a grade.json: {error}") from None
    texts = Texts(spec, lang or default_language())
    seen = reveal.shown(grade, texts("withheld"))
    with open(file, "a", encoding="utf-8") as summary:
        summary.write(ci.summary(spec, seen, texts))
    for line in ci.commands(seen):
        click.echo(line)
