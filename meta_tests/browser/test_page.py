"""The score report in a real browser: for everyone, with nothing, on anything, on paper."""

import os
import shutil
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from support.chromium import executable, launched
from support.results import EVIL, WRONG, attacked, class_page, result
from support.toy import RIGHT
from tools import screenshots

from claimgrade.assignment.messages import Texts
from claimgrade.reports import html

LANGUAGES = "en", "zh"
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 720}


def needs(program, package):
    """Skip, or fail where tests decide, if a program isn't there."""
    if program is None:
        reason = f"{package} is not installed: apt-get install {package}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


@pytest.fixture(scope="module")
def browser():
    needs(executable(), "chromium")
    with launched() as running:
        yield running


@pytest.fixture
def visit(browser):
    """Open a page in a fresh tab; what it asks the network for is in `tab.asked`."""
    contexts = []

    def open_(address, theme="light", **options):
        context = browser.new_context(color_scheme=theme, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.asked = []
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.goto(address.as_uri())
        return tab

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory, toy):
    """{(kind, language): file}: slips of the sheet; of the toy one, none, an attack, a class."""
    directory = tmp_path_factory.mktemp("pages")
    work = directory / "five_slips"
    work.mkdir()
    screenshots.slips(work)
    files = {}
    kinds = {
        "wrong": {"the_slope_is_A": WRONG},
        "right": {},
        "attack": {"the_slope_is_A": attacked()},
    }
    for language in LANGUAGES:
        files["sheet", language] = screenshots.graded(work, language, directory)
        for kind, failures in kinds.items():
            grade, texts = result(toy, language, failures)
            files[kind, language] = directory / f"{kind}_{language}.html"
            html.write(toy.spec, grade, texts, files[kind, language])
        files["class", language] = directory / f"class_{language}.html"
        files["class", language].write_text(class_page(toy, language), "utf-8")
    return files


def open_everything(tab):
    tab.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


@pytest.mark.parametrize(
    ("kind", "language", "theme", "screen"),
    [
        ("right", "en", "light", DESKTOP),
        ("wrong", "zh", "dark", DESKTOP),
        ("attack", "en", "dark", DESKTOP),
        ("sheet", "en", "light", PHONE),
        ("sheet", "zh", "dark", DESKTOP),
        ("class", "en", "light", DESKTOP),
        ("class", "zh", "dark", DESKTOP),
    ],
)
def test_axe_finds_nothing_to_object_to(visit, pages, kind, language, theme, screen):
    tab = visit(pages[kind, language], theme, viewport=screen)
    open_everything(tab)
    found = Axe().run(tab)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["sheet", "wrong", "attack", "class"])
def test_a_phone_does_not_scroll_sideways(visit, pages, kind, language):
    tab = visit(pages[kind, language], viewport=PHONE)
    open_everything(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_every_disclosure_opens_by_keyboard(visit, pages):
    tab = visit(pages["sheet", "en"])
    total = tab.locator("details").count()
    assert total > 20
    here = "document.activeElement"
    for _ in range(4 * total):
        tab.keyboard.press("Tab")
        if tab.evaluate(f"{here}.matches('details:not([open]) > summary')"):
            tab.keyboard.press("Enter")
        if tab.evaluate(f"{here} === document.body"):
            break
    assert tab.locator("details[open]").count() == total


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_shows_what_is_disclosed(visit, pages, tmp_path, toy, language):
    needs(shutil.which("pdftotext"), "poppler-utils")
    tab = visit(pages["wrong", language])
    assert not tab.locator("details[open]").count()
    tab.pdf(path=tmp_path / "page.pdf")
    command = ["pdftotext", "-layout", tmp_path / "page.pdf", "-"]
    printed = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    printed = "".join(printed.split())
    texts = Texts(toy.spec, language)
    for claim in toy.spec.claims:
        assert "".join(texts.claim(claim).title.split()) in printed
        for statement in texts.claim(claim).properties.values():
            assert "".join(statement.split()) in printed
    for hint in texts.claim("1b-slope").hints:
        assert "".join(hint.split()) in printed
    assert "-kthe_slope_is_A" in printed


def test_nothing_is_missing_with_scripts_off_and_nothing_is_fetched(visit, pages, toy):
    tab = visit(pages["wrong", "en"], java_script_enabled=False)
    assert [url for url in tab.asked if not url.startswith(("file:", "data:"))] == []
    for text in ("7 of 10 points", "Your M is wrong.", "Hint 1/3", "affine.py:5"):
        assert tab.get_by_text(text).first.is_visible(), text
    assert tab.locator("nav a").count() == 2
    tab.get_by_text("Hint 1/3").click()
    assert tab.get_by_text(toy.spec.texts["en"].claims["1b-slope"].hints[0]).is_visible()


def test_the_bar_leads_to_the_cards_and_says_what_it_shows(visit, pages):
    tab = visit(pages["wrong", "en"])
    link = tab.get_by_role("link", name="1b Its slope: does not hold, 1 of 4")
    link.click()
    assert tab.url.endswith("#1b-slope")


def test_mathematics_is_set_in_the_font_that_comes_along(visit, pages):
    tab = visit(pages["wrong", "en"])
    loaded = tab.evaluate(
        "document.fonts.ready.then(fonts => [...fonts].map(font => [font.family, font.status]))"
    )
    assert [status for family, status in loaded if "STIX" in family] == ["loaded"]


def test_what_a_student_wrote_is_text(visit, pages):
    tab = visit(pages["attack", "en"])
    tab.on("dialog", lambda dialog: pytest.fail(dialog.message))
    open_everything(tab)
    assert tab.title() == "An affine map: 7 of 10 points"
    assert tab.locator("img").count() == tab.locator("script").count() == 0
    shown = tab.locator("body").inner_text()
    for place in "mfwnvklatp":
        assert f"{place} {EVIL}" in shown, place


def test_pytest_html_shows_the_rows_and_no_markup_of_a_student(visit, grade_toy):
    evil = RIGHT.replace("return A.copy()", f"raise ValueError({EVIL!r})")
    session = grade_toy(evil, "--html=report.html", "--self-contained-html")
    tab = visit(session.directory / "report.html")
    tab.on("dialog", lambda dialog: pytest.fail(dialog.message))
    rows = tab.locator(".results-table-row")
    rows.first.wait_for()
    assert rows.count() == 5
    points = tab.locator("td.col-points").all_inner_texts()
    assert sorted(points) == [
        "00.00 of 01.00", "00.00 of 03.00", "01.00 of 01.00", "02.00 of 02.00", "03.00 of 03.00",
    ]  # fmt: skip
    assert tab.locator("img[src=x]").count() == 0
    assert EVIL in tab.locator(".logwrapper .message").first.inner_text()
    assert tab.title() != "taken"
