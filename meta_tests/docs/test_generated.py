"""README and docs show what was run, and name what is there."""

import re

import pytest
from support.toy import ROOT
from tools import regenerate

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("block", regenerate.BLOCKS)
def test_a_generated_block_is_what_a_run_gives_today(block):
    page, text = regenerate.renewed(block)
    assert page.read_text("utf-8") == text, "run: python -m meta_tests.tools.regenerate"


def test_it_is_read_in_two_minutes():
    assert len(README.splitlines()) <= 120


def test_everything_in_the_tree_is_there():
    tree = README.partition("## The tree")[2].partition("## ")[0]
    named = re.findall(r"^    (\S+)", tree, re.MULTILINE)
    assert len(named) >= 9
    for name in named:
        assert (ROOT / name).exists(), name


PAGES = ["README.md", "CONTRIBUTING.md", "specimens/README.md"]
PAGES += [str(page.relative_to(ROOT)) for page in sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES)
def test_links_and_paths_lead_somewhere(page):
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), target


def test_the_commands_are_the_ones_that_tox_and_ci_know():
    for command in ("tox run -e grade -- DIR", "tox run"):
        assert f"    python -m pip install tox && {command}\n" in README
    assert "[testenv:grade]" in (ROOT / "tox.ini").read_text("utf-8")
    assert "tox run" in (ROOT / ".ci" / "run").read_text("utf-8")
