"""The Chinese template is the English one in Chinese: laid over it, nothing else changes."""

import ast
import re

import pytest
from support.toy import ROOT

ENGLISH, CHINESE = ROOT / "student_template", ROOT / "student_template_zh"
MODULES = sorted(path.name for path in ENGLISH.glob("*.py"))
each_module = pytest.mark.parametrize("module", MODULES)


def trees(module):
    return [ast.parse((folder / module).read_text("utf-8")) for folder in (ENGLISH, CHINESE)]


def documented(tree):
    """Every node that has a docstring, the module first."""
    return [tree, *(node for node in tree.body if isinstance(node, ast.FunctionDef))]


def test_it_translates_files_that_are_there():
    translated = {path.name for path in CHINESE.iterdir() if path.is_file()}
    assert translated == {"README.md", *MODULES}


@each_module
def test_only_the_docstrings_differ(module):
    english, chinese = trees(module)
    for tree in (english, chinese):
        for node in documented(tree):
            node.body = node.body[1:]
    assert ast.dump(english) == ast.dump(chinese)


@each_module
def test_every_docstring_is_chinese_and_names_the_same_exercise_and_parameters(module):
    for english, chinese in zip(*map(documented, trees(module)), strict=True):
        original, translation = map(ast.get_docstring, (english, chinese))
        assert re.search("[\u4e00-\u9fff]", translation)
        exercises = re.findall(r"[123][abc]?(?=[ .,]|$)", original.rpartition("Exercise")[2])
        assert all(exercise in translation.rpartition("练习")[2] for exercise in exercises)
        if isinstance(english, ast.FunctionDef):
            for parameter in english.args.args:
                assert re.search(rf"(?<![a-z]){parameter.arg}(?![a-z])", translation), parameter.arg


@each_module
def test_every_shape_is_the_same(module):
    for english, chinese in zip(*map(documented, trees(module)), strict=True):
        shapes = [
            sorted(re.findall(r"\([TnHdD0-9+/]+(?:\(T\+1\))?[^()a-z]*,[^()]*?\)", text))
            for text in map(ast.get_docstring, (english, chinese))
        ]
        assert shapes[0] == shapes[1]


def test_the_readme_names_every_function_and_command():
    english, chinese = ((f / "README.md").read_text("utf-8") for f in (ENGLISH, CHINESE))
    assert set(re.findall("`[^`]+`", english)) <= set(re.findall("`[^`]+`", chinese))
    assert english.count("\n## ") == chinese.count("\n## ")
