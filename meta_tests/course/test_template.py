"""The template is the reference without its answers: same names, same contracts, no bodies."""

import ast
import configparser
import importlib.util
import inspect

import pytest
from support.toy import ROOT

TEMPLATE = ROOT / "student_template"
MODULES = sorted(path.stem for path in (ROOT / "reference").glob("*.py") if path.stem != "__init__")
each_module = pytest.mark.parametrize("module", MODULES)


def tree(folder, module):
    return ast.parse((ROOT / folder / f"{module}.py").read_text(encoding="utf-8"))


def functions(folder, module):
    """{name: definition} of what a module offers, in the order of the file."""
    definitions = [node for node in tree(folder, module).body if isinstance(node, ast.FunctionDef)]
    return {node.name: node for node in definitions if not node.name.startswith("_")}


PAIRS = [
    pytest.param(template, functions("reference", module)[name], id=f"{module}.{name}")
    for module in MODULES
    for name, template in functions("student_template", module).items()
]
each_function = pytest.mark.parametrize(("template", "reference"), PAIRS)


def test_the_template_has_the_modules_of_the_reference():
    assert sorted(path.stem for path in TEMPLATE.glob("*.py")) == MODULES


@each_module
def test_a_module_offers_the_same_functions_in_the_same_order(module):
    assert list(functions("student_template", module)) == list(functions("reference", module))


@each_module
def test_a_module_begins_with_the_conventions_of_the_reference(module):
    conventions = ast.get_docstring(tree("student_template", module))
    assert ast.get_docstring(tree("reference", module)).startswith(f"{conventions}\n\nSource")


@each_module
def test_a_module_holds_its_docstring_and_functions_and_nothing_else(module):
    docstring, *rest = tree("student_template", module).body
    assert isinstance(docstring, ast.Expr)
    assert rest == [node for node in rest if isinstance(node, ast.FunctionDef)]


@each_function
def test_a_function_has_the_same_parameters(template, reference):
    assert ast.unparse(template.args) == ast.unparse(reference.args)


@each_function
def test_its_docstring_is_the_first_part_of_the_reference(template, reference):
    contract = ast.get_docstring(template)
    assert ast.get_docstring(reference).startswith(f"{contract}\n\n")
    assert "Exercise " in contract.splitlines()[-1]


@each_function
def test_its_docstring_names_every_parameter(template, reference):
    words = ast.get_docstring(template).replace("(", " ").replace(",", " ").split()
    assert {parameter.arg for parameter in template.args.args} <= set(words)


@each_function
def test_its_body_is_only_the_raise(template, reference):
    docstring, *body = template.body
    assert isinstance(docstring, ast.Expr)
    assert [ast.unparse(statement) for statement in body] == ["raise NotImplementedError"]


@each_module
def test_every_function_of_the_imported_template_is_not_implemented(module):
    spec = importlib.util.spec_from_file_location(f"template_{module}", TEMPLATE / f"{module}.py")
    imported = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(imported)
    offered = dict(inspect.getmembers(imported, inspect.isfunction))
    assert offered.keys() == functions("reference", module).keys()
    for function in offered.values():
        with pytest.raises(NotImplementedError):
            function(*[0] * len(inspect.signature(function).parameters))


@each_module
def test_the_readme_names_every_function(module):
    readme = (TEMPLATE / "README.md").read_text(encoding="utf-8")
    assert f"`{module}.py`" in readme
    for name in functions("reference", module):
        assert f"`{name}`" in readme


def test_pytest_in_the_template_grades_the_template():
    ini = configparser.ConfigParser()
    ini.read(TEMPLATE / "pytest.ini", encoding="utf-8")
    assert dict(ini["pytest"]) == {"student": ".", "addopts": "--score-html=score.html"}
