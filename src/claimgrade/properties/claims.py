"""Which tests are the properties of which claims; both sides must name each other."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from ..assignment.root import Assignment
from ..assignment.spec import Spec, SpecError
from .profiles import set_profiles

KEY = pytest.StashKey[tuple[str, str]]()
EXCUSES = ("skip", "skipif", "xfail")  # marks with which a test may fail, or not run, and pass


def claim(id_: str) -> pytest.MarkDecorator:
    """Mark a test as a property of a claim; `test_P` is the property P of the spec.

    >>> @claim("2b-power")
    ... def test_the_zeroth_power_is_I(student): ...
    """
    return pytest.mark.claim(id_)


def enroll(items: Iterable[pytest.Item], spec: Spec, *, whole: bool) -> None:
    """Check tests against spec, and make each property known by its claim and name.

    `SpecError` for a test without a claim, or one that may pass without holding, for a claim
    without a test (where the `whole` suite was collected), and where a docstring and the English
    sentence of the spec differ.
    """
    found = set()
    for item in items:
        key = _key(item, spec)
        _refuse_excuses(item)
        if key in found:
            raise SpecError(f"{item.nodeid}: a second test of {'/'.join(key)}")
        found.add(key)
        item.stash[KEY] = key
        item.extra_keyword_matches.update((key[0], *key[0].split("-")))
        item.add_marker(pytest.mark.filterwarnings("ignore"))
    expected = {(claim.id, name) for claim, name in spec.properties()}
    for id_, name in sorted(expected - found) if whole else ():
        raise SpecError(f"claim {id_}: no test test_{name} for its property {name!r}")


def collect(assignment: Assignment) -> dict[tuple[str, str], Callable[..., Any]]:
    """The properties of an assignment, as functions, by claim and name, in the order of the spec.

    `SpecError` where tests and spec contradict each other, or the tests can't be collected.
    """
    set_profiles()  # of which the assignment's conftest may say more
    found = _Collected()
    options = ["-c", os.devnull, "-p", "no:cacheprovider"]
    options += [f"--rootdir={assignment.root}", f"--confcutdir={assignment.root}"]
    tests = str(assignment.tests)
    pytest.main([*options, "--collect-only", "-p", "no:terminal", tests], plugins=[found])
    if found.problems:
        raise SpecError(f"{assignment.tests} can't be collected: {found.problems[0]}")
    enroll(found.items, assignment.spec, whole=True)
    functions = {item.stash[KEY]: function_of(item) for item in found.items}
    return {
        (claim.id, name): functions[claim.id, name] for claim, name in assignment.spec.properties()
    }


class _Collected:
    """A plugin that keeps what a session has collected, and leaves nothing to be run."""

    def __init__(self) -> None:
        self.items: list[pytest.Item] = []
        self.problems: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self.items = list(items)
        items.clear()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.problems.append(report.longreprtext)


def _key(item: pytest.Item, spec: Spec) -> tuple[str, str]:
    mark = item.get_closest_marker("claim")
    if mark is None:
        raise SpecError(f"{item.nodeid}: the test belongs to no claim; mark it @claim(ID)")
    if len(mark.args) != 1:
        raise SpecError(f"{item.nodeid}: write @claim(ID) with the one claim it belongs to")
    id_ = mark.args[0]
    name = getattr(item, "originalname", item.name).removeprefix("test_")
    if id_ not in spec.claims:
        raise SpecError(f"{item.nodeid}: the spec has no claim {id_!r}")
    if name not in spec.claims[id_].properties:
        raise SpecError(f"{item.nodeid}: claim {id_} has no property {name!r} in the spec")
    said = inspect.getdoc(function_of(item)) or ""
    written = spec.texts["en"].claims[id_].properties[name]
    if " ".join(said.split()) != written:
        raise SpecError(
            f"{item.nodeid}: the docstring and spec/text/en.toml must be one sentence; "
            f"the docstring is {said!r}, the text is {written!r}"
        )
    return id_, name


def _refuse_excuses(item: pytest.Item) -> None:
    excuses = [f"@pytest.mark.{mark}" for mark in EXCUSES if item.get_closest_marker(mark)]
    excuses += ["the fixture subtests"] if "subtests" in getattr(item, "fixturenames", ()) else []
    if excuses:
        raise SpecError(
            f"{item.nodeid}: a property holds or does not, on all of its cases; "
            f"leave {excuses[0]} away"
        )


def function_of(item: pytest.Item) -> Callable[..., Any]:
    """The test function behind an item."""
    function: Callable[..., Any] = item.obj  # type: ignore[attr-defined]
    return function
