"""Exceptions become outcomes; values become what JSON can hold."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis.errors import FlakyFailure
from test_wire import data

from claimgrade.outcome import as_json, judge
from claimgrade.text import Texts


def test_an_answer_that_comes_and_goes_is_the_students(toy):
    verdict, failure = judge(FlakyFailure("", [ValueError()]), None, Texts(toy.spec, "en"))
    assert verdict == "fails"
    assert failure.message.startswith("The same input was right once and wrong once")


def test_an_error_of_the_property_itself_is_the_graders(toy):
    verdict, failure = judge(ZeroDivisionError(), None, Texts(toy.spec, "en"))
    assert verdict == "grader fault"
    assert "this is not your fault" in failure.message


@given(data)
def test_whatever_passed_the_door_can_be_written_as_strict_json(value):
    json.dumps(as_json(value), allow_nan=False)


@pytest.mark.parametrize(
    "value, expected",
    [
        (np.array([1.0, np.nan]), [1.0, "nan"]),
        (float("-inf"), "-inf"),
        (1 + 2j, "1+2j"),
        ({"a": (1, 2)}, {"a": [1, 2]}),
        (np.zeros((30, 30)), "array of shape (30, 30)"),
    ],
)
def test_what_json_lacks_is_written_as_text(value, expected):
    assert as_json(value) == expected
