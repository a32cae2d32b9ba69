"""Gradings with the student's code in its own process: whole sessions where only those show it."""

import contextlib
import re
import sys

import msgspec
import numpy as np
import pytest
from support.hostile import HAS_LAYERS
from support.sessions import interrupted
from support.small import PATIENT
from support.toy import RIGHT, TOY

from claimgrade.assignment.messages import Sentences, Texts
from claimgrade.calls import backends, zygote
from claimgrade.calls.budget import Deadlines
from claimgrade.calls.failures import Crashed
from claimgrade.calls.protocol import Closed
from claimgrade.result import outcome
from claimgrade.result.grade import Grade
from claimgrade.submission.submission import Submission

HANG = RIGHT.replace("return A.copy()", "import time; time.sleep(3600)")


@pytest.fixture
def needs_level_a(small):
    if small.level() != "A":
        pytest.skip("this kernel doesn't give level A")


def test_the_level_is_in_the_result_and_on_every_report(grade_toy):
    session = grade_toy(RIGHT, "--score-html=score.html")
    level = session.grade().isolation
    assert level in ("A", "B", "C")
    assert f"(level {level})" in session.output
    assert f"(level {level})" in (session.directory / "score.html").read_text("utf-8")


@HAS_LAYERS
def test_where_the_kernel_has_every_layer_the_level_is_a(small):
    assert small.level() == "A"


@pytest.mark.usefixtures("needs_level_a")
@pytest.mark.parametrize("without, levels", [("landlock", "C"), ("seccomp", "BC"), ("limits", "C")])
def test_a_layer_that_is_missing_lowers_the_level(small, hand_in, without, levels):
    result = small.grade(hand_in(RIGHT), without={without}).grade
    assert result.isolation in levels
    assert result.score == 10


@pytest.mark.usefixtures("needs_level_a")
def test_below_the_level_that_is_required_nothing_is_graded(run, hand_in):
    command = ["pytest", f"--assignment={TOY}", f"--student={hand_in(RIGHT)}"]
    refused = run(*command, "--require-isolation=A", CLAIMGRADE_WITHOUT="landlock")
    assert refused.code == 3
    assert "--require-isolation=A, but here it is C: level A needs Landlock" in refused.output


@pytest.mark.usefixtures("needs_level_a")
def test_the_level_that_is_required_is_enough(grade_toy):
    assert grade_toy(RIGHT, "--require-isolation=A").grade().score == 10


def test_in_process_is_not_isolated_and_says_so(grade_toy):
    session = grade_toy(RIGHT, "--in-process")
    assert session.grade().isolation == "none"
    assert "Not isolated from the grader" in session.output
    refused = grade_toy(session.directory / "work", "--in-process", "--require-isolation=C")
    assert refused.code == 3
    assert "it runs in the grader's own process" in refused.output


@pytest.fixture
def claims(small, hand_in):
    """The claims of a hand-in, graded in small: of its text or its directory."""

    def graded(work, deadlines=PATIENT):
        work = hand_in(work) if isinstance(work, str) else work
        return small.grade(work, deadlines).grade.claims

    return graded


def test_a_hang_costs_its_own_properties_and_says_which_call(claims):
    held, late = claims(HANG, Deadlines(1.0, 20.0, 60.0))
    assert (held.verdict, late.verdict) == ("holds", "timed out")
    failure = late.properties[0].failure
    assert failure.message == "slope did not answer within 1 s; is there a loop without an end?"
    assert failure.inputs == {"A": [[1, 2], [3, 4], [5, 6]]}


def test_a_function_that_is_late_again_and_again_is_asked_no_more(claims):
    text = "def affine(A, b, x):\n    while True:\n        pass\n"
    asked, _ = claims(text, Deadlines(0.2, 20.0, 60.0))
    first, second, third = (part.failure.message for part in asked.properties)
    assert first == second == "affine did not answer within 0.2 s; is there a loop without an end?"
    assert third == "affine was not called again, for it did not answer in time before."


def test_a_slow_property_runs_out_of_its_time(claims):
    held, late = claims(HANG, Deadlines(20.0, 1.5, 60.0))
    assert held.verdict == "holds"
    failure = late.properties[0].failure
    assert failure.message.startswith("slope was not answered in the time that is left")


@pytest.mark.parametrize(
    "text, how",
    [
        (RIGHT.replace("return A.copy()", "import os; os._exit(0)"), "slope ended the process"),
        (RIGHT.replace("return A.copy()", "import ctypes; ctypes.string_at(0)"), "(SIGSEGV)"),
        (RIGHT.replace("return A.copy()", "raise KeyboardInterrupt"), "slope ended the process"),
    ],
)
def test_a_process_that_ends_costs_its_own_properties(claims, text, how):
    held, lost = claims(text)
    assert (held.verdict, lost.verdict, lost.points) == ("holds", "crashed", 0)
    assert how in lost.properties[0].failure.message


@pytest.mark.parametrize(
    "line, how",
    [("os._exit(0)", "exit code 0"), ("os.abort()", "SIGABRT"), ("raise KeyboardInterrupt", "70")],
)
def test_an_import_that_ends_the_process_costs_what_stands_behind_it(claims, line, how):
    before, behind = RIGHT.split("def slope")
    held, lost = claims(f"import os\n{before}\n{line}\ndef slope{behind}")
    assert (held.verdict, lost.verdict) == ("holds", "crashed")
    line = 3 + before.count("\n")
    expected = f"slope is not there: affine.py ended its process at line {line}, before it ("
    assert lost.properties[0].failure.message.startswith(expected)
    assert how in lost.properties[0].failure.message


def test_more_source_than_any_honest_work_has_is_not_run(claims, hand_in, monkeypatch):
    grown = "claimgrade.submission.submission.MAX_MEMBERS"  # as if it had come since
    monkeypatch.setattr(grown, 5000)
    work = hand_in(RIGHT)
    for number in range(2000):
        (work / f"m{number}.py").touch()
    refused = claims(work)[0].properties[0]
    assert refused.verdict == "crashed"
    assert refused.failure.message == (
        "affine was not called: the submission holds more than 64 MiB or 2000 source files."
    )
    chinese = Sentences("zh")("submission_refused", function="affine")
    assert chinese == "没有调用 affine：这份作业的源文件超过 64 MiB 或 2000 个。"


def test_what_is_printed_is_shown_with_the_property_that_fails(small, hand_in):
    text = RIGHT.replace("return A.copy()", "print('shape', A.shape); return A + 1")
    graded = small.grade(hand_in(text))
    assert "Printed     shape (3, 2)" in graded.output()
    assert graded.grade.claims[1].properties[0].failure.printed == "shape (3, 2)\n"


def test_a_warning_names_the_students_file_and_not_our_copy_of_it(claims):
    overflows = "import numpy as np; return np.exp(np.full(A.shape, 1000.0))"
    text = RIGHT.replace("return A.copy()", overflows)
    failure = claims(text)[1].properties[0].failure
    assert re.match(r"affine\.py:\d+: RuntimeWarning: overflow", failure.printed), failure.printed


def test_much_output_is_cut_and_a_flood_is_ended(claims):
    much = RIGHT.replace("return A.copy()", "print('x' * 100_000); return A + 1")
    failure = claims(much)[1].properties[0].failure
    assert len(failure.printed) == 10_000


def test_what_is_refused_names_the_rule(claims, needs_level_a):
    text = RIGHT.replace("return A.copy()", "open('notes.txt', 'w'); return A.copy()")
    failure = claims(text)[1].properties[0].failure
    assert "graded code may not write files, use the network or start processes." in failure.message


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Packages beside the grader: `drawn`, which is fine, and `answers`, which leads to the toy."""
    site = tmp_path / "site-packages"
    (site / "drawn").mkdir(parents=True)
    (site / "drawn" / "__init__.py").write_text("from .parts import two\n")
    (site / "drawn" / "parts.py").write_text("two = 2\n")
    (site / "answers").symlink_to(TOY / "reference")
    monkeypatch.syspath_prepend(site)
    boot = zygote.boot
    monkeypatch.setattr(
        zygote,
        "boot",
        lambda package: f"import sys; sys.path.append({str(site)!r}); {boot(package)}",
    )


@pytest.fixture
def reply(installed, toy, hand_in):
    """The answer to a call of slope, where the assignment allows these packages."""

    def asked(text, packages=None):
        toy.spec.packages = packages
        submission = Submission(hand_in(text), toy.spec.modules)
        with contextlib.closing(backends.IsolatedAccess(toy, submission, PATIENT)) as opened:
            try:
                return opened.student.affine.slope(np.ones((1, 1)))
            except Crashed as error:
                return outcome.judge(error, None, Texts(toy.spec, "en"))[1].message
            finally:
                toy.spec.packages = None

    return asked


USES = "import drawn\n\ndef slope(A):\n    return [[drawn.two * 1.0]]\n"


def test_what_is_installed_beside_the_grader_may_be_imported(reply):
    assert reply(USES) == 2


def test_an_assignment_may_say_what_is_imported(reply, needs_level_a):
    assert reply(USES, ["scipy"]) == (
        "slope raised ModuleNotFoundError: No module named 'drawn': in this assignment graded code "
        "may import scipy, the standard library and your own files."
    )


def test_no_link_among_the_packages_leads_to_the_answers(reply, needs_level_a):
    said = reply("import answers.affine as a\n\ndef slope(A):\n    return a.slope(A)\n")
    assert said == (
        "slope raised ModuleNotFoundError: No module named 'answers': it is not installed where "
        "this is graded. Graded code may import what is, the standard library and your own files."
    )


def test_threads_scipy_and_several_files_work(small, hand_in):
    work = hand_in(
        "import threading\nimport scipy.linalg\nfrom parts.helper import twice\n"
        "def affine(A, b, x):\n"
        "    found = []\n"
        "    thread = threading.Thread(target=lambda: found.append(A @ x + b))\n"
        "    thread.start(); thread.join()\n"
        "    return found[0]\n"
        "def slope(A):\n"
        "    return scipy.linalg.block_diag(twice(A))[:, :] / 2\n"
    )
    (work / "parts").mkdir()
    (work / "parts" / "__init__.py").touch()
    (work / "parts" / "helper.py").write_text("def twice(A):\n    return 2 * A\n")
    assert small.grade(work).grade.score == 10


def test_state_between_calls_is_caught(grade_toy):
    text = "n = [0]\n" + RIGHT.replace("return A.copy()", "n[0] += 1; return A + n[0]")
    messages = [p.failure.message for p in grade_toy(text).grade().claims[1].properties]
    assert "slope gave another answer" in messages[1] or "once and wrong once" in messages[1]


@pytest.mark.parametrize("wrong", ["2", "2,20", "a,b,c", "2,20,300,4", "0,20,300", "2,-1,300"])
def test_deadlines_are_three_numbers_above_zero(wrong):
    with pytest.raises(pytest.UsageError, match=f"--deadlines={wrong}: expected three numbers"):
        backends._deadlines(wrong)


def test_wrong_deadlines_are_a_usage_error(grade_toy):
    session = grade_toy(RIGHT, "--deadlines=2,20")
    assert session.code == 4
    assert "--deadlines=2,20: expected three numbers of seconds, as in 2,20,300" in session.output


def test_ctrl_c_leaves_a_valid_result_that_says_it_is_incomplete(hand_in, tmp_path):
    command = [sys.executable, "-m", "claimgrade", "grade", f"--assignment={TOY}", "--lang=en"]
    code, output = interrupted([*command, "--deadlines=60,60,60", hand_in(HANG)], tmp_path)
    assert code == 1, output
    assert "work: interrupted" in output
    result = msgspec.json.decode((tmp_path / "grade.json").read_bytes(), type=Grade)
    assert not result.complete
    assert result.max_score == 10
    assert "Not every property was run" in (tmp_path / "score.html").read_text("utf-8")


def test_ctrl_c_never_replaces_an_earlier_result(hand_in, tmp_path, run):
    options = [f"--assignment={TOY}", "--lang=en", "--deadlines=60,60,60"]
    run("claimgrade", "grade", *options, hand_in(RIGHT, "right"))
    command = [sys.executable, "-m", "claimgrade", "grade", *options, hand_in(HANG)]
    interrupted(command, tmp_path)
    result = msgspec.json.decode((tmp_path / "grade.json").read_bytes(), type=Grade)
    assert (result.complete, result.score) == (True, 10)


def test_torch_works_where_it_is_installed(claims):
    pytest.importorskip("torch", reason="torch is not installed")
    text = (
        "import torch\n"
        "def affine(A, b, x):\n"
        "    A, b, x = map(torch.from_numpy, (A, b, x))\n"
        "    return A @ x + b\n"
        "def slope(A):\n"
        "    return torch.from_numpy(A).clone().numpy()\n"
    )
    assert {claim.verdict for claim in claims(text)} == {"holds"}


def test_where_no_worker_can_be_started_the_grader_says_so(monkeypatch, toy):
    def broken(*_):
        raise Closed

    monkeypatch.setattr(backends.IsolatedAccess, "__init__", broken)
    with pytest.raises(pytest.exit.Exception, match="could not be started on this machine") as end:
        backends.isolated(toy, None, Deadlines())
    assert end.value.returncode == 3
