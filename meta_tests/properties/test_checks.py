"""The comparisons: what they accept, and the sentence where they don't."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgrade.assignment.messages import engine_sentences
from claimgrade.calls.failures import Fails
from claimgrade.properties.checks import SINGLE, agree, between, require

M = np.array([[1.0, 2.0], [3.0, 4.0]])


def sentence(check, *arguments, **options):
    with pytest.raises(Fails) as failure:
        check(*arguments, what="M", **options)
    return engine_sentences("en")[failure.value.key].format(**failure.value.details)


@pytest.mark.parametrize(
    "yours, expected",
    [
        (M.T, "Your M is the transpose of the required one."),
        (-M, "Your M has the opposite sign."),
        (0 * M, "Your M is zero everywhere; 4 of 4 entries should not be."),
        (M / 2, "Your M is 0.5 times the required one."),
        (M + np.diag([0, 1]), "Your M[1, 1] = 5, required 4 (1 of 4 entries differ)."),
        (M * (1 + 1e-8), "Your M[0, 0] = 1.00000001, required 1 (4 of 4 entries differ)."),
    ],
)
def test_a_difference_is_said_as_plainly_as_it_can_be(yours, expected):
    assert sentence(agree, yours, M, within=1e-18) == expected


def test_a_number_alone_has_no_index():
    assert sentence(agree, 3.0, 2.5) == "Your M = 3, required 2.5."


@given(st.floats(1e-12, 1e-6))
def test_the_bound_is_kept_to_the_letter_in_double_precision(bound):
    agree(M + 0.99 * bound, M, within=bound, double=True)
    with pytest.raises(Fails):
        agree(M + 1.01 * bound, M, within=bound, double=True)


def test_lost_precision_is_not_a_wrong_formula():
    yours = M.astype("f4") * np.float32(1 + 1e-6)
    agree(yours, M, within=1e-14)
    agree(yours.astype("f8"), M, within=1e-14)
    agree(yours, M, within=1e-14, double=True)
    agree(yours.astype("c8"), M, within=1e-14, double=True)
    said = sentence(agree, yours.astype("f8"), M, within=1e-14, double=True)
    assert said.startswith("Your M is right to about 6 digits, and no further")
    assert "was something computed in float32" in said


@pytest.mark.parametrize("within", [-1e-12, np.nan, [[1, 1], [1, np.nan]]])
def test_a_bound_that_nothing_could_keep_is_not_the_students_fault(within):
    with pytest.raises(ValueError, match="but a bound is 0 or more"):
        agree(M, M, within=within)


def test_an_exact_comparison_has_no_slack_at_any_precision():
    with pytest.raises(Fails):
        agree(M * (1 + 1e-15), M)


def test_a_failure_carries_the_numbers():
    with pytest.raises(Fails) as failure:
        agree(M + np.eye(2, k=1), M, what="M")
    assert failure.value.differing == [[0, 1]]
    assert failure.value.required is not None and failure.value.yours is not None


def test_bounds_may_differ_from_entry_to_entry():
    agree([1.5, 2.0], [1.0, 2.0], within=[0.5, 0.0])
    with pytest.raises(Fails):
        agree([1.5, 2.5], [1.0, 2.0], within=[0.5 / SINGLE, 0.0])


def test_shapes_that_differ_are_the_authors_mistake():
    with pytest.raises(ValueError, match=r"shapes \(2,\) and \(3,\)"):
        agree([1, 2], [1, 2, 3])


def test_complex_numbers_are_compared_as_they_are():
    agree([1 + 1e-17j], [1.0], within=1e-16)
    with pytest.raises(Fails):
        agree([1 + 1j], [1.0], within=1e-16)


def test_between_names_the_value_and_the_ends():
    between([0.0, 1.0], 0, 1)
    between([5.0], 0, np.inf)
    between([1.05], 0, 1, within=0.1 / SINGLE)
    assert sentence(between, [0.5, -0.5], 0, 1) == "Your M[1] = -0.5 lies outside [0, 1]."


def test_between_refuses_what_compares_with_nothing():
    with pytest.raises(Fails):
        between([np.nan], 0, 1)


def test_require_fails_with_its_own_sentence():
    require(True, "anything")
    with pytest.raises(Fails) as failure:
        require(False, "some_key", yours=3, name="x")
    assert (failure.value.key, failure.value.details) == ("some_key", {"name": "x"})
