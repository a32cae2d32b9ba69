"""The engine has never heard of the assignment, and every arrow points one way."""

import ast
import re
import tomllib

import pytest
from support.toy import ROOT

ENGINE = sorted((ROOT / "src").rglob("*.*"))
TESTS = sorted((ROOT / "tests").glob("*.py"))


@pytest.mark.parametrize("word", ["rnn", "lstm", "jacobian"])
def test_the_engine_never_speaks_of_an_assignment(word):
    texts = [path for path in ENGINE if path.suffix not in (".pyc", ".woff2")]
    assert len(texts) > 20
    for path in texts:
        assert not re.search(word, path.read_text("utf-8"), re.IGNORECASE), path


def imported(path):
    """Every module that a file names in an import."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module


def rooms():
    """The packages of the engine, each with what others may use of it."""
    for room in sorted((ROOT / "src" / "claimgrade").glob("*/__init__.py")):
        tree = ast.parse(room.read_text("utf-8"))
        said = [n.value for n in tree.body if ast.unparse(n).startswith("__all__ = ")]
        yield room.parent, ast.get_docstring(tree), [ast.literal_eval(names) for names in said]


def test_a_room_says_what_it_is_for_and_what_others_may_use():
    found = list(rooms())
    assert len(found) > 10
    for room, told, names in found:
        assert told and names, room


def test_the_page_on_architecture_shows_the_rooms_as_they_are():
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    shown = re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE)
    assert dict(shown) == {room.name: told.partition("\n")[0] for room, told, _ in rooms()}
    linters = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (c["layers"] for c in linters["contracts"] if c["type"] == "layers")
    down = [room for layer in layers for room in layer.split(" | ") if room != "defaults"]
    assert [room for room, _ in shown] == down
    for file in re.findall(r"`(\w+/\w+)`", page):
        assert (ROOT / "src" / "claimgrade" / f"{file}.py").is_file(), file


def test_what_is_private_to_a_room_is_imported_there_alone():
    public = {room.name: names for room, _, (names,) in rooms()}
    engine = ROOT / "src" / "claimgrade"
    for path in engine.glob("*/**/*.py"):
        here = path.relative_to(engine).parts
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == len(here) and node.module:
                room, _, module = node.module.partition(".")
                names = [module] if module else [alias.name for alias in node.names]
                assert room not in public or set(names) <= set(public[room]), (path, node.module)


def test_the_properties_use_the_engines_public_names_only():
    for path in TESTS:
        for module in imported(path):
            assert not module.startswith("claimgrade."), (path, module)


def test_the_reference_knows_nothing_of_the_engine():
    for path in (ROOT / "reference").glob("*.py"):
        for module in imported(path):
            assert module.partition(".")[0] in {"numpy", "scipy", "functools"}, (path, module)


def test_properties_are_plain():
    """No assert, assume, if, try or target: a property draws, asks and compares."""
    for path in ROOT.glob("tests/test_*.py"):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef) and function.name.startswith("test_"):
                banned = (ast.Assert, ast.If, ast.Try, ast.While)
                found = [type(n).__name__ for n in ast.walk(function) if isinstance(n, banned)]
                assert not found, (path.name, function.name, found)


def test_only_the_command_line_prints():
    for path in (ROOT / "src").rglob("*.py"):
        calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
        names = {ast.unparse(call.func) for call in calls}
        assert "print" not in names, path
        assert (
            path.parent.name == "commands" or path.name == "console.py" or "click.echo" not in names
        ), path
