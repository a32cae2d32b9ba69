"""The language of shapes."""

import pytest

from claimgrade.assignment import shapes


@pytest.mark.parametrize(
    "argument, actual, result, expected",
    [
        ("n d", (2, 3), "d n", (3, 2)),
        ("T+1 n", (5, 2), "T n", (4, 2)),
        ("4 H H+D", (4, 2, 5), "H", (2,)),
        ("T", (3,), "T*(T+1)/2 3", (6, 3)),
        ("...", (2, 1, 3), "...", (2, 1, 3)),
        ("", (), "", ()),
        ("n", (4,), "n-1 2", (3, 2)),
    ],
)
def test_the_shape_of_an_argument_gives_the_shape_of_the_answer(argument, actual, result, expected):
    sizes = {}
    shapes.bind(argument, actual, sizes)
    assert shapes.size_of(result, sizes) == expected


@pytest.mark.parametrize(
    "shape, given", [("n d", {"n", "d"}), ("T+1 n", {"T", "n"}), ("2*n n-1 4 H+D", set())]
)
def test_an_argument_gives_the_sizes_that_can_be_read_off_it(shape, given):
    assert shapes.names_bound(shape) == given


def test_the_arguments_bind_in_any_order():
    for order in ([0, 1], [1, 0]):
        sizes = {}
        for place in order:
            shapes.bind(["4 H H+D", "T D"][place], [(4, 2, 5), (7, 3)][place], sizes)
        assert shapes.size_of("H H+D T", sizes) == (2, 5, 7)


def test_a_sum_of_names_gives_neither():
    assert shapes.names_bound("4 H H+D T+1") == {"H", "T"}
    assert shapes.names("4 H H+D T+1") == {"H", "D", "T"}


def test_an_empty_double_sum_has_no_rows():
    assert shapes.size_of("T*(T+1)/2 3", {"T": 0}) == (0, 3)


@pytest.mark.parametrize("wrong", ["n!", "len(n)", "n**2", "'n'.x", "n d[0]", "__import__('os')"])
def test_only_arithmetic_is_a_shape(wrong):
    with pytest.raises(ValueError, match="is not a size"):
        shapes.names(wrong)


def test_a_shape_is_shown_as_a_tuple():
    assert shapes.as_tuple("n d") == "(n, d)"
    assert shapes.as_tuple("n") == "(n,)"
