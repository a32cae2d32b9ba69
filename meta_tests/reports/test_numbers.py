"""Numbers and mathematics as they are shown: short, aligned, marked, legible everywhere."""

import io
from itertools import chain

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from support.results import WRONG
from support.toy import ROOT

from claimgrade.reports import ascii, comparison, html, mathml, numbers
from claimgrade.result.grade import Failure


@pytest.mark.parametrize(
    "value, expected",
    [
        ([[1.0, 2.5], [-0.0, 1e-9]], "[[1, 2.5], [0, 1e-09]]"),
        ({"f": "erase", "o": 1.0}, "f: erase, o: 1"),
        ("nan", "nan"),
        (True, "True"),
        (12345678, "12345678"),
        (0.123456, "0.1235"),
        ([], "[]"),
    ],
)
def test_values_are_written_short(value, expected):
    assert numbers.inline(value) == expected


def test_columns_line_up():
    assert numbers.grid([[1.0, -10.25], [100.0, 0.5]]) == ["[   1  -10.25 ]", "[ 100     0.5 ]"]


def test_numbers_that_differ_look_different():
    assert numbers.digits_to_tell_apart([1.0], [2.0]) == 4
    assert numbers.digits_to_tell_apart([1.0], [1.00000001]) == 10
    assert numbers.digits_to_tell_apart([1.0], [1.0]) == 17


@pytest.mark.parametrize(
    "text", ["one two three four five six", "一二三四五六七八九十，一二三", "x" * 60]
)
def test_lines_keep_their_width_and_their_number(text):
    rows = numbers.wrapped(text, 20, lines=2)
    assert len(rows) <= 2
    assert all(numbers.width(row) <= 22 for row in rows)
    assert rows[0].startswith(text[:3])


def test_what_is_cut_says_so():
    assert numbers.cut("a short line", 12) == "a short line"
    assert numbers.cut("a longer line", 12) == "a longer ..."
    assert numbers.wrapped("one two three four", 12, lines=1) == ["one two ..."]


@given(st.text("a 梯e\u0301", max_size=60), st.integers(8, 20))
def test_as_much_is_kept_as_there_is_room_for(text, columns):
    kept = numbers.cut(text, columns)
    assert numbers.width(kept) <= columns
    if kept != text:
        longer = text[: len(kept.removesuffix(" ...")) + 1]
        assert longer[-1] == " " or numbers.width(longer) > columns - 4


def test_a_chinese_character_is_two_columns_wide():
    assert numbers.width("应为 3") == 6
    assert numbers.width(numbers.pad("应为", 8)) == 8


@pytest.mark.parametrize(
    "value, depth",
    [
        (1.5, 0),
        ("nan", 0),
        ("1+2j", 0),
        ("vanishes", None),
        ([1, "inf"], 1),
        ([[1, 2], [3, 4]], 2),
        ([[[1]], [[2]]], 3),
        ([[1, 2], [3]], None),
        ([1, [2]], None),
        ([], None),
        ({"f": 1}, None),
        (list(range(9)), None),
        (["f", "i"], None),
    ],
)
def test_what_can_be_shown_as_an_array(value, depth):
    assert numbers.depth(value) == depth


@pytest.mark.parametrize(
    "yours, required, gap_",
    [
        (3.0, 1.0, 2.0),
        ([1, 2], [1, 0], [0, 2]),
        ([1, 2], [1], None),
        ([1, "nan"], [1, 0], None),
        (True, False, None),
        (None, 1.0, None),
    ],
)
def test_a_difference_needs_numbers_of_one_shape(yours, required, gap_):
    assert numbers.difference(yours, required) == gap_


def cells(failure):
    """{panel: the texts of its cells, wrong ones in stars}."""
    return {
        panel.key: [
            f"*{cell.text}*" if cell.wrong else cell.text
            for table in panel.tables
            for cell in chain(*table.rows)
        ]
        for panel in comparison.panels(failure)
    }


def test_required_yours_and_difference_mark_the_entries_that_differ():
    assert cells(WRONG) == {
        "label_required": ["1", "2", "3", "4"],
        "label_yours": ["1", "2", "*9*", "4"],
        "label_difference": ["0", "0", "*6*", "0"],
    }


def test_numbers_vectors_and_slices_are_marked_at_their_own_indices():
    assert cells(Failure(message="m", yours=[1, -2], differing=[[1]]))["label_yours"] == [
        "1",
        "*−2*",
    ]
    assert cells(Failure(message="m", yours=5, differing=[[]]))["label_yours"] == ["*5*"]
    (panel,) = comparison.panels(Failure(message="m", yours=[[[1]], [[2]]], differing=[[1, 0, 0]]))
    assert [(table.label, table.rows[0][0].wrong) for table in panel.tables] == [
        ("[0]", False),
        ("[1]", True),
    ]


def test_rounding_within_the_tolerance_is_no_difference():
    failure = Failure(message="m", required=[0.1, 1], yours=[0.1 + 1e-17, 9], differing=[[1]])
    assert cells(failure)["label_difference"] == ["0", "*8*"]


def test_sizes_beyond_floats_are_drawn_too():
    failure = Failure(message="m", required=[1e308, "inf"], yours=[-1e308, "nan"])
    assert cells(failure)["label_yours"] == ["−1e+308", "nan"]
    assert cells(Failure(message="m", required=[1e308], yours=[-1e308]))["label_difference"]


@pytest.mark.parametrize(
    "latex, found",
    [
        (r"f'(x)", "<mrow><mi>f</mi><mi>′</mi></mrow>"),
        (r"\left( \prod_{k} a_k \right)", "<munder><mo>∏</mo>"),
        (r"\operatorname{diag}(x)", '<mo lspace="0.167em" rspace="0">diag</mo>'),
        (r"\max_i x_i", "<munder><mo"),
        (r"[-1, \infty]", '<mo form="prefix">−</mo>'),
        (r"[-1, \infty]", "<mi>∞</mi>"),
    ],
)
def test_a_formula_is_set_as_a_typesetter_would(latex, found):
    assert found in mathml.formula(latex)


def test_a_formula_breaks_before_its_relations():
    assert mathml.formula(r"a = b \quad c").count("<math") == 3


@pytest.mark.parametrize(
    "name, value, found",
    [
        ("W", [[1.0, -2.0]], "<mi>W</mi><mo>=</mo><mrow><mo>[</mo><mtable><mtr><mtd><mn>1</mn>"),
        ("W", [[1.0, -2.0]], "<mn>−2</mn>"),
        ("h_0", [1], "<msub><mi>h</mi><mi>0</mi></msub>"),
        ("dL_dh", 2, "<mi>dL_dh</mi><mo>=</mo><mn>2</mn>"),
        ("W", [[[1]], [[2]]], "<mi>W[1]</mi>"),
        ("said", {"<b>": 1}, "<code>said = &lt;b&gt;: 1</code>"),
    ],
)
def test_an_input_is_written_under_its_name(name, value, found):
    assert found in "".join(mathml.named(name, value))


def test_the_font_has_every_character_of_the_formulas(sheet):
    """Letters of <mi> are drawn as italics: their code points are in the font too."""
    file = ROOT / "src/claimgrade/reports/font/stix-two-math-subset.woff2"
    font = TTFont(io.BytesIO(file.read_bytes()))
    assert "MATH" in font
    assert "Open Font License" in (file.parent / "OFL.txt").read_text("utf-8")
    characters = set(font.getBestCmap())
    formulas = "".join(mathml.formula(claim.latex) for claim in sheet.spec.claims.values())
    assert {ord(character) for character in formulas} - {ord("\n")} <= characters
    assert {0x1D434 + i for i in range(26)} <= characters
    assert len(html.font()) < 90 * 1024


@pytest.mark.parametrize(
    "text, encoding, expected",
    [
        ("∂σ(Wx)/∂x ≤ W³⁰, h₁₂", "ascii", "dsigma(Wx)/dx <= W^30, h_12"),
        ("∂L/∂W = Σ c̃ ⊙ f", "ascii", "dL/dW = Sum c~ (*) f"),
        ("∂L/∂W ≤ 1", "utf-8", "∂L/∂W ≤ 1"),
        ("W³⁰ ≤ σ", "gbk", "W^30 ≤ σ"),
        ("W² ∂", "latin-1", "W² d"),
        ("café, 命题。", "ascii", "cafe, ??."),
        ("λ Λ Ω", "ascii", "lambda Lambda Omega"),
    ],
)
def test_a_console_gets_characters_that_it_has(text, encoding, expected):
    assert ascii.legible(text, encoding) == expected


def test_no_sentence_is_illegible_in_ascii(sheet):
    texts = sheet.spec.texts["en"]
    said = [claim.plain for claim in sheet.spec.claims.values()]
    for claim in texts.claims.values():
        said += [claim.title, *claim.hints, *claim.properties.values()]
    for sentence in said:
        shown = ascii.legible(sentence, "ascii")
        assert shown.isascii()
        assert shown.count("?") == sentence.count("?"), shown
