"""A grade is a function of submission, assignment, seed and profile, and of nothing else."""

import msgspec
import pytest
from support.toy import RIGHT, TOY

from claimgrade.properties import claims, drawing
from claimgrade.result.grade import Grade

SEED, STUDENTS_EXAMPLES = 11, 100
BY_CHANCE = RIGHT.replace("A @ x + b", "A @ x + b + (np.random.rand() < 0.01)")
BY_ORDER = RIGHT.replace("A @ x + b", "A @ x + b + (list({'Ab', 'b', 'x'})[0] == 'b') * (b == 2)")
TABLE = """
def affine(A, b, x):
    return KNOWN.get(str((A.tolist(), b.tolist(), x.tolist())), 0 * b)

def slope(A):
    return A.copy()
"""


@pytest.fixture(scope="module")
def table(toy):
    """A work that has written down the answers to what a student's run with this seed asks."""
    run = claims.collect(toy)["1a-affine", "f_of_x_is_Ax_plus_b"]
    known = {}
    for A, b, x in drawing.every_case(run, STUDENTS_EXAMPLES, SEED):
        for at in (x, 0 * x):
            known[str((A.tolist(), b.tolist(), at.tolist()))] = (A @ at + b).tolist()
    return f"import numpy as np\nKNOWN = {{k: np.array(v) for k, v in {known}.items()}}\n{TABLE}"


@pytest.fixture
def graded(cold, tmp_path):
    """The results of a class by its names, as one run of a command gives them, without clocks."""

    def grade(out, *options, **environment):
        command = ("claimgrade", "grade", f"--assignment={TOY}", tmp_path / "class", "-o", out)
        session = cold(*command, f"--seed={SEED}", *options, **environment)
        assert session.code == 0, session.output
        found = {path.parent.name: path for path in (tmp_path / out).glob("*/grade.json")}
        return {name: _timeless(path) for name, path in found.items()}

    return grade


def _timeless(path):
    grade = msgspec.json.decode(path.read_bytes(), type=Grade)
    for claim in grade.claims:
        for part in claim.properties:
            part.seconds = 0
    return grade


def test_the_same_work_gets_the_same_grade(graded, table, tmp_path):
    """Whoever was graded before, many at a time or one by one."""
    works = {"right": RIGHT, "chance": "import numpy as np\n" + BY_CHANCE, "order": BY_ORDER}
    for name, text in (works | {"table": table}).items():
        (tmp_path / "class" / name).mkdir(parents=True)
        (tmp_path / "class" / name / "affine.py").write_text(text)
    one_by_one = graded("1", "--jobs=1", PYTHONHASHSEED="1")
    many = graded("2", "--jobs=4", "--profile=grade", PYTHONHASHSEED="2")
    assert graded("3", "--jobs=4", PYTHONHASHSEED="3") == one_by_one
    assert one_by_one["table"].score == one_by_one["right"].score == 10
    assert many["table"].score < 10
    tried = {part.examples for part in many["right"].claims[0].properties}
    assert (min(tried) > 2 * STUDENTS_EXAMPLES, many["right"].examples) == (True, 300)
