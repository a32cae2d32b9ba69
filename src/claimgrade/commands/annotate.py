"""The command `claimgrade annotate`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..assignment.messages import Texts, default_language
from ..assignment.root import Assignment, default_root
from ..assignment.spec import LANGUAGES, SpecError
from ..result import grade_file, redact


@click.command()
@click.argument("result", type=click.Path(path_type=Path))
@click.option("--assignment", type=click.Path(path_type=Path), help="Not the built-in one.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the summary.")
def annotate(result: Path, assignment: Path | None, lang: str | None) -> None:
    """Show RESULT, a grade.json, in a GitHub Actions job: annotations and the job summary.

    Exit code: 0 shown, 2 wrong usage, or this is not such a job.
    """
    from ..reports import github  # with the templates, which no other command needs

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        raise click.UsageError("GITHUB_STEP_SUMMARY is not set: this is not a GitHub Actions job")
    try:
        spec = Assignment(assignment or default_root()).spec
        graded = grade_file.read(result)
    except (SpecError, grade_file.NotAGrade) as error:
        raise click.UsageError(str(error)) from None
    texts = Texts(spec, lang or default_language())
    seen = redact.shown(graded, texts("withheld"))
    with open(file, "a", encoding="utf-8") as summary:
        summary.write(github.summary(spec, seen, texts))
    for line in github.commands(seen):
        click.echo(line)
