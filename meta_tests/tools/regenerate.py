"""Rewrite what is generated from the code: the JSON Schema, and blocks of the README and docs/.

python -m meta_tests.tools.regenerate
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from claimgrade.assignment.root import Assignment
from claimgrade.result import grade_file

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "src/claimgrade/result/schemas/grade-1.json"
MEASURED = ROOT / "benchmarks/measured.json"
OPTIONAL = ("autograd", "jax", "sympy", "torch")  # some wheats need them
PROPERTY = "test_the_whole_matrix_is_diag_sigma_prime_W"
DEMONSTRATION = "specimens/chaffs/worked_answers"


def schema():
    """The JSON Schema of grade.json, as the file that ships."""
    return json.dumps(grade_file.json_schema(), indent=2, ensure_ascii=False) + "\n"


def shown():
    """A property as it stands."""
    lines = (ROOT / "tests" / "test_rnn.py").read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(f"def {PROPERTY}("))
    end = next(i for i, line in enumerate(lines) if i > at and not line)
    return "\n".join(["```python", *lines[at - 2 : end], "```"])


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


BLOCKS = {
    "property": ("README.md", shown),
    "run": ("README.md", run),
    "claims": ("docs/claims.md", claims),
    "proof": ("docs/proof.md", proof),
    "speed": ("docs/benchmarks.md", speed),
}


def renewed(name):
    """The page with this generated block as it should be, and its text."""
    place, make = BLOCKS[name]
    page = ROOT / place
    start, end = f"<!-- generated: {name} -->\n", "\n<!-- end -->"
    pattern = re.escape(start) + r"(?:.*?\n)??" + re.escape(end.lstrip("\n"))
    block = start + make() + end
    text, found = re.subn(pattern, lambda _: block, page.read_text("utf-8"), flags=re.DOTALL)
    assert found == 1, name
    return page, text


def main():
    SCHEMA.write_text(schema(), "utf-8")
    for name in BLOCKS:
        page, text = renewed(name)
        page.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
