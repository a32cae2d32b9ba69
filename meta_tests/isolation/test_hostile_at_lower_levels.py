"""With one layer off, attacks still earn nothing, and a lower level says what they may do.

The toy only, and in forked sessions: that the command line holds is seen in test_hostile.
"""

import contextlib

import msgspec
import pytest
from canaries import SECRET_VARIABLE, orphans, snapshot
from confinement import HAS_LANDLOCK, HAS_SECCOMP
from hostile import NAMES, assert_it_is_shown_as_text, assert_it_is_whole, laid_out
from warm import Server

from claimgrade.assignment import Assignment
from claimgrade.grade import Grade
from conftest import TOY

DEADLINES = "--deadlines=0.4,1.5,8"  # seconds: a call, a property, the submission
LAYERS = ("landlock", "seccomp")
FINDS_A_REFERENCE = {  # without Landlock, which level C says
    "steal_left_over_copy",
    "steal_left_over_copy_by_name",
    "steal_other_hand_ins",
}
CHANGES_A_MODE = "reach_changes_the_mode_of_a_file"  # of the grader's user, if the worker is it
assignment = Assignment(TOY)

pytestmark = pytest.mark.skipif(
    not (HAS_LANDLOCK and HAS_SECCOMP), reason="takes a kernel with Landlock and seccomp"
)


@pytest.fixture(scope="session")
def server():
    with contextlib.closing(Server()) as server:
        yield server


@pytest.mark.parametrize("without", LAYERS)
@pytest.mark.parametrize("name", NAMES)
def test_it_earns_nothing_and_the_level_says_so(server, tmp_path, name, without):
    with laid_out(name, assignment, tmp_path) as (work, canaries):
        before = snapshot(tmp_path / "work")
        with orphans() as left:
            code = _grade(server, work, tmp_path, without, canaries.secret)
        output = (tmp_path / "output.txt").read_text("utf-8")
        assert code in (0, 1), output  # 0: every property held
        assert not left, f"processes are left: {left}"
        result = msgspec.json.decode((tmp_path / "grade.json").read_bytes(), type=Grade)
        assert_it_is_whole(result, assignment)
        assert result.isolation in ("C" if without == "landlock" else "BC")
        page = (tmp_path / "score.html").read_text("utf-8")
        assert_it_is_shown_as_text(output, page)
        assert snapshot(tmp_path / "work") == before
        if without == "landlock":  # files can be read; nothing is written, sent or signalled
            assert canaries.harm() == []
            assert result.score == 0 or name in FINDS_A_REFERENCE
        else:  # files are neither read nor written, and no other process is reached
            assert canaries.secret not in output + page
            harm = [harm for harm in canaries.harm() if "arrived" not in harm]
            assert harm == [] or (name == CHANGES_A_MODE and result.isolation == "C")
            assert result.score == 0


def _grade(server, work, directory, without, secret):
    environment = {
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        SECRET_VARIABLE: secret,
        "CLAIMGRADE_WITHOUT": without,
    }
    options = [DEADLINES, "--score-json=grade.json", "--score-html=score.html"]
    return server.grade(assignment.root, work, directory, options, environment)
