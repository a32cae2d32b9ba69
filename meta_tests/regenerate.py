"""Rewrite what is generated from the code: the JSON Schema, and the blocks of the README.

python -m meta_tests.regenerate
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from claimgrade.assignment.root import Assignment
from claimgrade.result import grade

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "src/claimgrade/result/schemas/grade-1.json"
README = ROOT / "README.md"
MEASURED = ROOT / "benchmarks/measured.json"
OPTIONAL = ("autograd", "jax", "sympy", "torch")  # some wheats need them
DEMONSTRATION = "specimens/chaffs/worked_answers"


def schema():
    """The JSON Schema of grade.json, as the file that ships."""
    return json.dumps(grade.json_schema(), indent=2, ensure_ascii=False) + "\n"


def claims():
    """The table of claims, from the spec."""
    spec = Assignment(ROOT).spec
    rows = ["| exercise | claim | statement | points | properties |", "|---|---|---|---|---|"]
    for claim in spec.claims.values():
        title = spec.texts["en"].claims[claim.id].title
        statement = claim.plain.replace("|", "\\|")
        properties = len(claim.properties)
        points = f"{claim.points:g} (bonus)" if claim.bonus else f"{claim.points:g}"
        rows.append(f"| {claim.exercise} | {title} | {statement} | {points} | {properties} |")
    return "\n".join(rows)


def run():
    """What grading the demonstration prints, from the score on; seconds are left out."""
    command = [sys.executable, "-m", "claimgrade", "grade", str(ROOT / DEMONSTRATION), "--lang=en"]
    plain = {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    with tempfile.TemporaryDirectory() as directory:
        done = subprocess.run(
            command, cwd=directory, env=os.environ | plain, stdout=subprocess.PIPE, check=True
        )
    lines = done.stdout.decode().splitlines()
    start = next(i for i, line in enumerate(lines) if " points ====" in line)
    end = next(i for i, line in enumerate(lines) if line.startswith("Same inputs for everyone"))
    shown = [f"$ tox run -e grade -- {DEMONSTRATION}", "...", *lines[start : end + 1]]
    return "\n".join(["```", *shown, "...", lines[-1], "```"])


def proof():
    """What `claimgrade validate` prints where no optional package is installed."""
    code = f"""import sys
sys.modules |= dict.fromkeys({OPTIONAL})
from claimgrade.commands.main import main
main(prog_name="claimgrade")"""
    command = [sys.executable, "-c", code, "validate", f"--assignment={ROOT}"]
    with tempfile.TemporaryDirectory() as directory:
        done = subprocess.run(command, cwd=directory, stdout=subprocess.PIPE, check=False)
    return "\n".join(["```", "$ claimgrade validate", *done.stdout.decode().splitlines(), "```"])


def speed():
    """The table of what was measured last: `benchmarks/everything.py`."""
    measured = json.loads(MEASURED.read_text("utf-8"))
    rows = [f"| {measured['machine']} | measured | aim | |", "|---|---|---|---|"]
    rows += [f"| {' | '.join(figure)} |" for figure in measured["figures"]]
    return "\n".join(rows)


BLOCKS = {"run": run, "claims": claims, "proof": proof, "speed": speed}


def readme(text, name):
    """The README with this generated block as it should be."""
    start, end = f"<!-- generated: {name} -->\n", "\n<!-- end -->"
    pattern = re.escape(start) + r"(?:.*?\n)??" + re.escape(end.lstrip("\n"))
    block = start + BLOCKS[name]() + end
    text, found = re.subn(pattern, lambda _: block, text, flags=re.DOTALL)
    assert found == 1, name
    return text


def main():
    SCHEMA.write_text(schema(), "utf-8")
    text = README.read_text("utf-8")
    for name in BLOCKS:
        text = readme(text, name)
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
