"""Small edits of a module, each a program of its own."""

import ast

import pytest

from claimgrade.mutate import mutants

SOURCE = '''"""A module."""

import numpy as np

LIMIT = 3


def f(A, x):
    """A docstring with 1 + 1."""
    if x[0] < 2:
        return -A.T @ x
    y = np.dot(A, x)
    y += x[1:]
    return (y, "é") if LIMIT else A[:, 0]
'''


def edits(source):
    return {mutant.name.removeprefix("f: ") for mutant in mutants(source)}


@pytest.mark.parametrize(
    "edit",
    [
        "x[0] < 2 -> (x[0] <= 2)",
        "x[0] < 2 -> (x[0] > 2)",
        "2 -> (3)",
        "2 -> (1)",
        "-A.T -> (A.T)",
        "A.T -> (A)",
        "-A.T @ x -> (-A.T * x)",
        "-A.T @ x -> (x @ -A.T)",
        "-A.T @ x -> (-A.T)",
        "-A.T @ x -> (-A.T @ x.T)",
        "np.dot(A, x) -> (np.dot(x, A))",
        "np.dot(A, x) -> (A)",
        "y += x[1:] -> pass",
        "1: -> :",
        "(y, 'é') -> (('é', y))",
        "'é' -> ('')",
        "(y, 'é') if LIMIT else A[:, 0] -> ((y, 'é'))",
        "(:, 0) -> 0, :",
    ],
)
def test_an_edit_is_made(edit):
    assert edit in edits(SOURCE)


def test_every_mutant_is_another_program_that_parses():
    programs = [ast.unparse(ast.parse(mutant.source)) for mutant in mutants(SOURCE)]
    assert len(programs) == len(set(programs)) > 20
    assert ast.unparse(ast.parse(SOURCE)) not in programs


def test_only_bodies_of_functions_are_edited():
    for mutant in mutants(SOURCE):
        assert "LIMIT = 3" in mutant.source
        assert '"""A docstring with 1 + 1."""' in mutant.source
        assert mutant.function == "f"


def test_the_same_edit_in_two_places_has_two_names():
    names = edits("def f(a):\n    return g(a * 2, a * 2)\n")
    assert {"a * 2 -> (a)", "a * 2 -> (a) (2)"} <= names


def test_sums_and_products_of_numbers_are_not_swapped():
    names = edits("def f(a, b):\n    return a * b + (a - b)\n")
    assert not {"a * b -> (b * a)", "a * b + (a - b) -> (a - b + a * b)"} & names
    assert "a - b -> (b - a)" in names
