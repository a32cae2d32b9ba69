"""No hostile submission gets a point, a secret or a hold on the machine, or stops a result.

Each attacks isolation itself, in a grading in small; test_hostile_sessions has whole sessions.
"""

import msgspec
import pytest
from support.canaries import SECRET_VARIABLE, orphans, snapshot
from support.hostile import (
    HOSTILE,
    NAMES,
    UNREADABLE,
    WITHOUT,
    assert_it_is_shown_as_text,
    assert_it_is_whole,
    assert_it_keeps_what_a_level_promises,
    laid_out,
)
from support.toy import RIGHT

from claimgrade.calls.budget import Deadlines
from claimgrade.sandbox.confine import LAYERS
from claimgrade.storage.tree import SubmissionError

SHORT = {"deadlines": Deadlines(0.1, 2.0, 20.0)}
TIMES = {name: SHORT for name in NAMES if name.startswith("hang_")} | {  # it uses up all it gets
    "exhaust_exception_group": SHORT,
    "exhaust_message": SHORT,
    "exhaust_text": SHORT,
    "hang_at_import": {"loading": 0.5},
    "hang_sleeps_below_the_deadline": {"deadlines": Deadlines(10.0, 0.3, 1.0)},
    "lie_endless_list": SHORT,
    "lie_wide_and_deep": SHORT,
    "patch_clocks": SHORT,
    "protocol_slow_drip": SHORT,
    "protocol_swallowed_questions": SHORT,
    "protocol_two_gigabytes": SHORT,
}


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_what_cannot_be_read_is_not_run(small, tmp_path, name):
    with laid_out(name, small.assignment, tmp_path) as (work, canaries):
        with pytest.raises(SubmissionError, match="_"):
            small.grade(work)
        assert canaries.harm() == []


@pytest.mark.parametrize("without", ["", *WITHOUT])
@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNREADABLE])
def test_it_earns_nothing_learns_nothing_and_changes_nothing(
    small, tmp_path, monkeypatch, name, without
):
    with laid_out(name, small.assignment, tmp_path) as (work, canaries):
        monkeypatch.setenv(SECRET_VARIABLE, canaries.secret)
        before = snapshot(tmp_path / "work")
        with orphans() as left:
            graded = small.grade(work, without={without} - {""}, **TIMES.get(name, {}))
        assert_it_is_whole(graded.grade, small.assignment)
        assert graded.faults == []
        assert not left, f"processes are left: {left}"
        assert snapshot(tmp_path / "work") == before
        shown = msgspec.json.encode(graded.grade).decode()
        if not without:  # what is shown is made of that alone
            output, page = graded.output(), graded.page()
            assert_it_is_shown_as_text(output, page)
            shown += output + page
        assert_it_keeps_what_a_level_promises(name, without, graded.grade, shown, canaries)


def test_honest_work_is_held(small, hand_in):
    assert small.grade(hand_in(RIGHT)).grade.score == 10


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("reach_overwrites_a_file", "canary was changed"),
        ("reach_tcp_at_import", "something arrived by TCP"),
        ("reach_shell", "canary was changed"),
        ("reach_kills_a_neighbour", "the neighbour is dead"),
        ("reach_lists_directories", "GOT THROUGH"),
        ("steal_a_file", "nobody has written here"),
        ("steal_left_over_copy", "10 of 10"),
    ],
)
def test_without_any_layer_it_does_what_it_came_for(small, tmp_path, name, harm):
    with laid_out(name, small.assignment, tmp_path) as (work, canaries):
        graded = small.grade(work, without=LAYERS)
        assert graded.grade.isolation == "C"
        assert harm in "\n".join([graded.output(), *canaries.harm()])


def test_there_are_enough_of_them():
    assert len(NAMES) >= 200


def test_each_says_what_must_happen():
    for name in NAMES:
        is_alone = (HOSTILE / f"{name}.py").is_file()
        file = HOSTILE / (f"{name}.py" if is_alone else f"{name}/specimen.py")
        first = file.read_text("utf-8").split('"""')[1]
        assert " ".join(first.split()).count("Must happen:") == 1, name
