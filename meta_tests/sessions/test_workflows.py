"""The workflows: linted, run, and read back; nothing that a student wrote speaks to the runner."""

import shutil
import subprocess
import sys
import sysconfig
import tomllib
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from support import package, results, runner
from support.toy import ROOT, TOY

from claimgrade.calls import wire
from claimgrade.reports import github
from claimgrade.result import grade_file
from claimgrade.result.grade import Failure

GRADE = ROOT / "student_template" / ".github" / "workflows" / "grade.yml"
GITLAB = ROOT / "student_template" / ".gitlab-ci.yml"
OURS = ROOT / ".github" / "workflows" / "ci.yml"
PROGRAMS = Path(sysconfig.get_path("scripts"))
each_workflow = pytest.mark.parametrize("workflow", [GRADE, OURS], ids=["grade", "ci"])

EVIL = (
    "50%25 off\r\n::error file=passwd::taken\n\n![x](//x.test) @all | <img src=x>\n"
    "##[add-mask]1\x1b[2J`</code><script>taken()</script>"
)
HOSTILE = f"""

def sigmoid(z):
    print({EVIL!r})
    raise ValueError({EVIL!r})"""


def passes(program, *arguments):
    command = [PROGRAMS / program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@each_workflow
def test_zizmor_finds_nothing(workflow):
    passes("zizmor", "--offline", "--persona=pedantic", "--no-progress", workflow)


@each_workflow
def test_actionlint_finds_nothing(workflow):
    passes("actionlint", f"-shellcheck={PROGRAMS / 'shellcheck'}", workflow)


@pytest.mark.parametrize(
    ("schema", "file"),
    [("github-workflows", GRADE), ("github-workflows", OURS), ("gitlab-ci", GITLAB)],
)
def test_it_is_what_the_service_accepts(schema, file):
    passes("check-jsonschema", "--builtin-schema", f"vendor.{schema}", file)


@each_workflow
def test_a_workflow_may_read_the_code_and_nothing_else(workflow):
    read = runner.load(workflow)
    assert read["permissions"] == {"contents": "read"}
    assert "secrets" not in workflow.read_text("utf-8")
    for job in read["jobs"].values():
        assert "permissions" not in job
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


def test_the_grader_is_this_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    for file in (GRADE, GITLAB):
        assert f"install claimgrade=={version}\n" in file.read_text("utf-8")


def test_our_own_workflow_runs_the_command_of_the_readme():
    *_, step = runner.load(OURS)["jobs"]["tests"]["steps"]
    assert f"\n    {step['run']}\n" in (ROOT / "README.md").read_text("utf-8")


def test_our_own_workflow_tries_every_python_that_tox_knows():
    pythons = runner.load(OURS)["jobs"]["tests"]["strategy"]["matrix"]["python"]
    minors = ",".join(python.removeprefix("3.") for python in pythons)
    assert f"[testenv:py3{{{minors}}}]" in (ROOT / "tox.ini").read_text("utf-8")


def offline(wheel):
    """The variables of a job in which pip takes the grader from the wheel built here."""
    pip = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_FIND_LINKS": str(wheel.parent)}
    return package.plain_environment(Path(sys.executable).parent) | pip


@pytest.fixture
def play(wheel, tmp_path):
    """Run grade.yml on a student's repository."""

    def job(student):
        workspace = tmp_path / "workspace"
        workspace.mkdir()
        return runner.play(
            runner.load(GRADE)["jobs"]["grade"],
            workspace,
            student,
            offline(wheel),
            after_step=lambda: package.lend_packages(workspace / "grader"),
        )

    return job


@pytest.fixture
def repository(tmp_path):
    """A student's repository, as the template begins it."""
    return shutil.copytree(ROOT / "student_template", tmp_path / "student")


def test_the_steps_say_what_fails_at_its_line_and_a_hostile_student_says_nothing(play, repository):
    rnn = repository / "rnn.py"
    text = rnn.read_text("utf-8")
    rnn.write_text(text + HOSTILE, "utf-8")
    (repository / "lstm.py").unlink()
    job = play(repository)
    assert set(job.codes) == {0}, job.log
    assert {command.name for command in job.commands} == {"error"}
    assert {command.properties["file"] for command in job.commands} == {"rnn.py"}
    first = job.commands[0]
    assert first.properties["line"] == str(1 + (text + HOSTILE).count("\n"))
    assert first.properties["title"].startswith("1a ")
    assert "::error file=passwd::taken" in first.message
    assert is_harmless(job.summary)
    assert "<h3>Recurrent networks: " in job.summary
    summary = unescape(job.summary)
    assert "the grade of record comes from the instructor's own run" in summary
    assert f"<code>{first.message}</code>" in summary
    assert "<!doctype html>" in job.artifacts["report.html"]


def test_the_script_for_gitlab_leaves_the_report_where_the_service_looks_for_it(
    wheel, repository, tmp_path
):
    job = runner.load(GITLAB)["grade"]
    (repository / "venv.py").write_text("raise SystemExit('a module of the student was run')\n")
    lend = "from support import package as p; import pathlib, sys"
    lend += "; p.lend_packages(pathlib.Path(sys.argv[1]))"
    lent = f"(cd '{ROOT}/meta_tests' && '{sys.executable}' -c '{lend}' $grader)"
    install = next(i for i, line in enumerate(job["script"]) if "pip install" in line)
    script = [*job["script"][: install + 1], lent, *job["script"][install + 1 :]]
    variables = offline(wheel) | {"CI_PROJECT_DIR": str(repository), "TMPDIR": str(tmp_path)}
    done = runner.shell("\n".join(script), repository, variables)
    assert done.returncode == 0, done.stdout
    assert "student: 0 of 100 points" in done.stdout
    assert job["artifacts"]["paths"] == ["report.html"]
    assert (repository / "report.html").is_file()


class Tags(HTMLParser):
    """The tags of a page, and the text within code."""

    def __init__(self):
        super().__init__()
        self.tags, self.code, self._within = [], [], False

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, *attrs))
        self._within = tag == "code"

    def handle_endtag(self, tag):
        self._within = False

    def handle_data(self, data):
        if self._within:
            self.code.append(data)


def is_harmless(summary):
    """One block of HTML, in which a student's words are code: no tag, link, picture or mention."""
    assert "\n\n" not in summary.rstrip("\n")
    page = Tags()
    page.feed(summary)
    known = {"h3", "p", "table", "tr", "th", "td", "br", "code"}
    assert {tag for tag, *_ in page.tags} <= known
    assert all(not attributes for _, *attributes in page.tags)
    evil = [text for text in page.code if "@all" in text]
    assert evil and summary.count("@all") == len(evil)
    return True


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_summary_of_an_attack_is_harmless(toy, language):
    name = next(name for _, name in toy.spec.properties())
    failure = Failure(message=EVIL, where=f"{EVIL}:3")
    graded, texts = results.result(toy, language, {name: failure})
    summary = github.summary(toy.spec, graded, texts)
    assert is_harmless(summary)
    (command,) = runner.commands("\n".join(github.commands(graded)))
    assert command.name == "error"
    assert command.properties["line"] == "3"
    assert command.message == " ".join(wire.text(EVIL).split())
    told = {"en": "7 of 10 points", "zh": "正式成绩以教师自己运行的结果为准"}[language]
    assert told in summary


def test_what_was_read_and_what_could_not_be_is_harmless_too(toy):
    graded, texts = results.result(toy)
    read = msgspec.structs.replace(graded, notes=[EVIL])
    assert is_harmless(github.summary(toy.spec, read, texts))
    unread = msgspec.structs.replace(graded, unreadable=EVIL)
    summary = github.summary(toy.spec, unread, texts)
    assert is_harmless(summary)
    assert "<table>" not in summary
    (command,) = runner.commands("\n".join(github.commands(unread)))
    assert (command.name, command.properties) == ("error", {"title": "me"})
    assert command.message == " ".join(wire.text(EVIL).split())


@pytest.mark.parametrize(
    ("where", "properties"),
    [
        ("affine.py:12", {"file": "affine.py", "line": "12"}),
        ("a,b:c.py:12", {"file": "a,b:c.py", "line": "12"}),
        ("work.ipynb, cell 3:2", {"file": "work.ipynb"}),
        ("affine.py:None", {}),
        ("affine.py", {}),
        ("", {}),
    ],
)
def test_an_annotation_has_the_place_that_github_can_show(toy, where, properties):
    name = next(name for _, name in toy.spec.properties())
    graded, _ = results.result(toy, failures={name: Failure(message="No.", where=where)})
    (command,) = runner.commands("\n".join(github.commands(graded)))
    title = command.properties.pop("title")
    assert title == f"{graded.claims[0].exercise} {graded.claims[0].title}"
    assert (command.properties, command.message) == (properties, "No.")


def test_what_is_missing_or_holds_has_no_annotation(toy):
    names = [name for _, name in toy.spec.properties()]
    right, _ = results.result(toy)
    empty, _ = results.result(toy, failures=dict.fromkeys(names, results.WRONG), verdict="missing")
    assert github.commands(right) == github.commands(empty) == []


def test_a_step_says_no_more_than_github_shows(toy):
    name = next(name for _, name in toy.spec.properties())
    graded, _ = results.result(toy, failures={name: results.WRONG})
    graded.claims = graded.claims[:1] * 30
    assert len(github.commands(graded)) == 10


def test_annotate_adds_to_the_summary_and_prints_the_commands(run, toy, tmp_path):
    name = next(name for _, name in toy.spec.properties())
    graded, _ = results.result(toy, failures={name: results.WRONG})
    grade_file.write(graded, tmp_path / "grade.json")
    (tmp_path / "summary.md").write_text("before\n\n")
    told = {"GITHUB_STEP_SUMMARY": "summary.md"}
    session = run(
        "claimgrade", "annotate", "grade.json", f"--assignment={TOY}", "--lang=zh", **told
    )
    assert session.code == 0, session.output
    assert [command.name for command in runner.commands(session.output)] == ["error"]
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert summary.startswith("before\n\n<h3>") and "得分" in summary


def test_annotate_shows_no_more_than_the_claim_reveals(run, toy, tmp_path):
    name = next(name for _, name in toy.spec.properties())
    graded, _ = results.result(toy, failures={name: results.WRONG})
    graded.claims[0].reveal = "verdict"
    grade_file.write(graded, tmp_path / "grade.json")
    told = {"GITHUB_STEP_SUMMARY": "summary.md"}
    session = run("claimgrade", "annotate", "grade.json", f"--assignment={TOY}", **told)
    (command,) = runner.commands(session.output)
    assert command.message == "What is wrong is not shown here."
    assert results.WRONG.message not in (tmp_path / "summary.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"GITHUB_STEP_SUMMARY": ""}, "this is not a GitHub Actions job"),
        ({"GITHUB_STEP_SUMMARY": "summary.md"}, "grade.json is not a grade.json of this version ("),
    ],
)
def test_annotate_says_what_is_amiss(run, tmp_path, variables, message):
    (tmp_path / "grade.json").write_text("{}")
    session = run("claimgrade", "annotate", "grade.json", f"--assignment={TOY}", **variables)
    assert session.code == 2
    assert message in " ".join(session.output.split())
