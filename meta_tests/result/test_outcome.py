"""Exceptions become outcomes; values become what JSON can hold."""

import json

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis.errors import FlakyFailure
from support.data import data

from claimgrade.assignment.messages import Texts
from claimgrade.calls.failures import Crashed
from claimgrade.result.outcome import as_json, judge


def test_an_answer_that_comes_and_goes_is_the_students(toy):
    verdict, failure = judge(FlakyFailure("", [ValueError()]), None, Texts(toy.spec, "en"))
    assert verdict == "fails"
    assert failure.message.startswith("The same input was right once and wrong once")


def test_an_error_of_the_property_itself_is_the_graders(toy):
    verdict, failure = judge(ZeroDivisionError(), None, Texts(toy.spec, "en"))
    assert verdict == "grader fault"
    assert "this is not your fault" in failure.message


@pytest.mark.parametrize(
    ("packages", "said"),
    [
        (
            None,
            "f raised ModuleNotFoundError: No module named 'jax.a': it is not installed where this "
            "is graded. Graded code may import what is, the standard library and your own files.",
        ),
        (
            ["numpy", "jax"],
            "f raised ModuleNotFoundError: No module named 'jax.a': it is not installed where this "
            "is graded. Graded code may import what is, the standard library and your own files.",
        ),
        (
            ["numpy", "scipy"],
            "f raised ModuleNotFoundError: No module named 'jax.a': in this assignment graded "
            "code may import numpy, scipy, the standard library and your own files.",
        ),
    ],
)
def test_a_package_that_is_not_there_is_not_called_one_that_may_be_imported(toy, packages, said):
    error = Crashed("f", "ModuleNotFoundError: No module named 'jax.a'", "")
    spec = msgspec.structs.replace(toy.spec, packages=packages)
    assert judge(error, None, Texts(spec, "en"))[1].message == said


def test_the_same_is_said_in_chinese(toy):
    error = Crashed("f", "ModuleNotFoundError: No module named 'torch'", "")
    said = judge(error, None, Texts(toy.spec, "zh"))[1].message
    assert said.endswith(
        "评分的机器上没有安装它。评分时可以导入已安装的包、标准库，以及你自己的文件。"
    )
    spec = msgspec.structs.replace(toy.spec, packages=["numpy"])
    said = judge(error, None, Texts(spec, "zh"))[1].message
    assert said.endswith("这份作业在评分时只能导入你自己的文件、标准库，以及这些包：numpy。")


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
