"""Pictures are drawn as inline SVG that can be read aloud, whatever numbers are in them."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.toy import ROOT

from claimgrade.pictures import Bars, Cell, Disc, Dots, Grid, Histogram, Line, Panel, Series, sketch
from claimgrade.reports.svg import svg

SAID = {"title": "A title", "description": "What there is to see."}
MATRIX = Panel("M", [[Cell("1", 1.0), Cell("-2", -0.5, "wrong")], [Cell("0"), None]])
ONE_OF_EACH = [
    Grid(panels=[MATRIX], key={"wrong": "differs"}, **SAID),
    Series(lines=[Line("yours", [(0, 1), (1, 3)])], x="n", y="norm", band=(0, 1), **SAID),
    Series(lines=[Line("a", [(0, 1), (1, 1e-9)])], x="n", y="norm", log=True, **SAID),
    Disc(dots=[Dots("λ", [(0.5, 0.5)])], **SAID),
    Bars(histograms=[Histogram("f", [-1, 0, 1], [3, 4], (0, 1))], **SAID),
]


def parsed(picture):
    """The figure as a tree; SVG in HTML has no namespace."""
    return ET.fromstring(svg(picture))


def words(figure):
    return [text.text for text in figure.iter("text")]


def classes(figure):
    return {name for part in figure.iter() for name in part.get("class", "").split()}


@pytest.mark.parametrize("picture", ONE_OF_EACH)
def test_a_picture_is_an_image_with_a_name_and_a_description(picture):
    image = parsed(picture).find("svg")
    title, description = image.find("title"), image.find("desc")
    assert image.get("role") == "img"
    assert image.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert (title.text, description.text) == ("A title", "What there is to see.")


@pytest.mark.parametrize("picture", ONE_OF_EACH)
def test_title_and_description_are_shown_and_not_read_twice(picture):
    figure = parsed(picture)
    shown = [figure.find("p"), figure.find("figcaption")]
    assert [part.text for part in shown] == ["A title", "What there is to see."]
    assert {part.get("aria-hidden") for part in shown} == {"true"}


def test_different_pictures_have_different_ids():
    ids = [part.get("id") for picture in ONE_OF_EACH for part in parsed(picture).iter()]
    ids = [id_ for id_ in ids if id_]
    assert len(ids) == len(set(ids)) == 2 * len(ONE_OF_EACH)


@pytest.mark.parametrize("picture", ONE_OF_EACH)
def test_a_picture_has_no_colour_of_its_own(picture):
    """Colours are the stylesheet's, where they follow the theme."""
    assert not re.search(r'(fill|stroke|style|color)="', svg(picture))


@pytest.mark.parametrize("picture", ONE_OF_EACH)
def test_every_class_has_a_style(picture):
    css = (ROOT / "src/claimgrade/reports/templates/svg.css").read_text("utf-8")
    for name in classes(parsed(picture)):
        assert re.search(rf"\.{name}\b", css), name


@pytest.mark.parametrize("picture", ONE_OF_EACH)
def test_a_phone_shows_it_whole(picture):
    assert float(parsed(picture).find("svg").get("width")) <= 342


def test_every_box_of_a_matrix_lies_in_its_picture():
    image = parsed(ONE_OF_EACH[0]).find("svg")
    boxes = [[float(box.get(side)) for side in ("y", "height")] for box in image.iter("rect")]
    assert len(boxes) > 4
    assert max(y + height for y, height in boxes) <= float(image.get("height"))


def test_matrices_stand_side_by_side_where_there_is_room():
    heights = [
        float(parsed(Grid(panels=[MATRIX] * count, key={}, **SAID)).find("svg").get("height"))
        for count in (1, 2, 9)
    ]
    assert heights[0] == heights[1] < heights[2]


def test_a_shade_is_a_part_of_the_largest():
    shades = [sketch.share(value, 4.0) for value in (4.0, -2.0, 1.0, 8.0, 3.0 + 9j, float("nan"))]
    assert shades == [1.0, -0.5, 0.25, 1.0, 0.75, 0.0]
    assert sketch.share(1.0, 0.0) == 0.0


def test_markup_in_names_is_text():
    evil = "<script>alert(1)</script>&\"'"
    panel = Panel(evil, [[Cell(evil)]], [evil], [evil])
    picture = Grid(panels=[panel], key={"wrong": evil}, title=evil, description=evil)
    assert "<script" not in svg(picture)
    assert words(parsed(picture)).count(evil) == 5


def test_a_mark_is_a_sign_and_an_outline_and_is_explained():
    cells = [[Cell("1", 0.5, mark) for mark in ("missing", "extra", "wrong", "")]]
    key = {"missing": "left out", "extra": "too many", "wrong": "differs"}
    figure = parsed(Grid(panels=[Panel("", cells)], key=key, **SAID))
    assert [words(figure).count(sign) for sign in "✗+≠"] == [2, 2, 2]
    assert {"pic-missing", "pic-extra", "pic-wrong"} <= classes(figure)
    assert {"left out", "too many", "differs"} <= set(words(figure))


def test_every_number_stands_in_its_cell():
    assert {"1", "-2", "0"} <= set(words(parsed(ONE_OF_EACH[0])))


def test_lines_differ_by_more_than_colour():
    names = ["a", "b", "c", "d"]
    lines = [Line(name, [(0, i), (1, i)]) for i, name in enumerate(names)]
    figure = parsed(Series(lines=lines, x="", y="", **SAID))
    css = (ROOT / "src/claimgrade/reports/templates/svg.css").read_text("utf-8")
    dashes = [re.search(rf"\.pic-line-{i} {{(.*)}}", css)[1].partition("dash")[2] for i in "1234"]
    assert len(set(dashes)) == 4
    assert {f"pic-line-{i}" for i in "1234"} <= classes(figure)
    assert set(names) <= set(words(figure))


def test_names_of_lines_that_end_together_stay_apart():
    lines = [Line(name, [(0, 0), (1, 1)]) for name in "abcd"]
    figure = parsed(Series(lines=lines, x="", y="", **SAID))
    heights = sorted(float(t.get("y")) for t in figure.iter("text") if t.text in set("abcd"))
    assert min(b - a for a, b in pairwise(heights)) >= 16


def test_a_logarithmic_axis_counts_in_powers_of_ten():
    assert {"10⁰", "10⁻⁴", "10⁻⁸"} <= set(words(parsed(ONE_OF_EACH[2])))


def test_what_has_no_logarithm_is_left_out():
    lines = [Line("yours", [(0, 1), (1, 0), (2, -1), (3, 0.1)])]
    figure = parsed(Series(lines=lines, x="", y="", log=True, **SAID))
    assert len(figure.findall(".//circle")) == 2


def test_bars_outside_the_band_are_told_apart():
    figure = parsed(ONE_OF_EACH[4])
    styles = [part.get("class") for part in figure.iter("rect")]
    assert styles == ["pic-band", "pic-bar pic-outside", "pic-bar"]


def test_points_lie_where_they_should():
    """With a reach of 1.3, a radius of 1 is 110 / 1.3 pixels around (110, 110)."""
    circle, point = parsed(ONE_OF_EACH[3]).findall(".//circle")[:2]
    radius = float(circle.get("r"))
    assert radius == pytest.approx(110 / 1.3, abs=0.1)
    assert float(point.get("cx")) == pytest.approx(110 + radius / 2, abs=0.2)
    assert float(point.get("cy")) == pytest.approx(110 - radius / 2, abs=0.2)


numbers = st.floats(allow_nan=False, allow_infinity=False)
points = st.lists(st.tuples(numbers, numbers), max_size=5)
lines = st.lists(st.builds(Line, st.text("abλ中", max_size=9), points), max_size=5)
said = {"title": st.just("t"), "description": st.just("d")}
bands = st.none() | st.tuples(numbers, numbers)
all_series = st.builds(
    Series, lines=lines, x=st.just("x"), y=st.just("y"), log=st.booleans(), band=bands, **said
)
discs = st.builds(Disc, dots=st.lists(st.builds(Dots, st.just("a"), points), max_size=5), **said)
histograms = st.builds(
    lambda values: sketch.histogram("f", values, (0, 1)), st.lists(st.floats(), max_size=9)
)
cells = st.none() | st.builds(
    Cell,
    st.text("ab<&中", max_size=9),
    st.floats(-1, 1),
    st.sampled_from(["", "missing", "extra", "wrong"]),
)
panels = st.builds(Panel, st.text("ab", max_size=3), st.lists(st.lists(cells, max_size=3)))
grids = st.builds(Grid, panels=st.lists(panels, max_size=3), **said)
all_bars = st.builds(Bars, histograms=st.lists(histograms, max_size=3), **said)


@settings(max_examples=300, deadline=None)
@given(all_series | discs | all_bars | grids)
def test_any_numbers_can_be_drawn(picture):
    drawn = svg(picture)
    assert "nan" not in drawn and "inf" not in drawn
    assert drawn.startswith('<figure class="pic-figure">') and drawn.endswith("</figure>")
