"""What GitHub's runner does with a workflow, as far as ours need it: steps, commands, files."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML


class Command(NamedTuple):
    """`::name property=value,property=value::message`, unescaped."""

    name: str
    properties: dict
    message: str


class Job(NamedTuple):
    """What a job left behind: exit codes, commands, the summary, artifacts by their names."""

    codes: list
    commands: list
    summary: str
    artifacts: dict
    log: str


def load(file):
    """A workflow as data; `on`, too, is a word here."""
    return YAML(typ="safe").load(file.read_text("utf-8"))


def commands(log):
    """The workflow commands in a log.

    The runner looks for :: at the start of a line, white space apart, and else for ##[ anywhere.
    """
    found = []
    for line in log.split("\n"):
        match = re.match(r"\s*::([\w-]+)(?: ([^:]*))?::(.*)", line)
        if match:
            name, properties, message = match.groups(default="")
            pairs = (pair.partition("=") for pair in properties.split(",") if pair)
            told = {key: _unescaped(value) for key, _, value in pairs}
            found.append(Command(name, told, _unescaped(message)))
        elif "##[" in line:
            found.append(Command("##[", {}, line))
    return found


def play(job, workspace, student, environment, after_step=lambda: None):
    """Run the steps of a job, until one fails; `student` is the repository that it belongs to."""
    summary, log, codes, artifacts = workspace.parent / "summary.md", "", [], {}
    files = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true", "CI": "true"}
    for step in job["steps"]:
        given = step.get("with", {})
        match step.get("uses", "").partition("@")[0]:
            case "actions/checkout":
                shutil.copytree(student, workspace / given["path"])
            case "actions/setup-python":
                assert given["python-version"]
            case "actions/upload-artifact":
                path = workspace / given["path"]
                artifacts[path.name] = path.read_text("utf-8")
            case "":
                done = shell(step["run"], workspace, environment | files)
                codes, log = [*codes, done.returncode], log + done.stdout
                if done.returncode:
                    break
                after_step()
            case unknown:
                raise AssertionError(f"the runner of this test does not know {unknown}")
    told = summary.read_text("utf-8") if summary.exists() else ""
    return Job(codes, commands(log), told, artifacts, log)


def shell(script, workspace: Path, environment):
    """Run the lines of a step, until one fails."""
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=workspace,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def _unescaped(text):
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text
