"""Small edits of a module, each a program of its own."""

import ast

from claimgrade.validation.mutate import mutants, users

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


EDITS = {
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
}


def test_every_kind_of_edit_is_made():
    assert EDITS - edits(SOURCE) == set()


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


def users_of(function, *sources):
    return sorted(users(sources)[function])


def test_an_edit_shows_in_whoever_may_come_to_call_it():
    first = "def f(): return 1\ndef g(): return f()\ndef h(a): return 2\n"
    second = "from .first import g\ndef i(): return [g() for _ in range(2)]\n"
    assert users_of("f", first, second) == ["f", "g", "i"]
    assert users_of("h", first, second) == ["h"]
    assert users_of("f", "def f(): return g()\ndef g(): return f()\n") == ["f", "g"]


def test_what_is_used_outside_of_functions_shows_in_all():
    for outside in ("LIMIT = f()", "class C:\n    def m(self): return f()", "from . import f as k"):
        assert users_of("f", f"def f(): return 1\n{outside}\ndef g(): return 2\n") == ["f", "g"]
    assert users_of("f", "def f(): return 1\nfrom . import f\ndef g(): return 2\n") == ["f"]
