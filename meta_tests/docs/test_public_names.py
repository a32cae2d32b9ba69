"""What an assignment imports: these names, each with an example that is true."""

import ast
import doctest
import types

import pytest
from support.toy import ROOT, TOY

import claimgrade

EXAMPLES = doctest.DocTestParser()


@pytest.mark.parametrize("name", claimgrade.__all__)
def test_the_example_of_a_public_name_is_true(name):
    thing = getattr(claimgrade, name)
    names = {} if isinstance(thing, types.ModuleType) else {name: thing}
    example = EXAMPLES.get_doctest(thing.__doc__, names, name, None, 0)
    assert example.examples
    said = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert "".join(said) == ""


@pytest.mark.parametrize("assignment", [ROOT, TOY])
def test_an_assignment_imports_no_other_name_of_ours(assignment):
    parts = [assignment / "conftest.py"]
    for part in ("tests", "reference", "specimens/chaffs", "specimens/wheats"):
        parts += (assignment / part).rglob("*.py")
    for file in parts:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                assert all(not alias.name.startswith("claimgrade.") for alias in node.names), file
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("claimgrade"):
                assert node.module in ("claimgrade", "claimgrade.pictures"), file
                public = claimgrade.pictures if node.module != "claimgrade" else claimgrade
                assert {alias.name for alias in node.names} <= set(public.__all__), file
