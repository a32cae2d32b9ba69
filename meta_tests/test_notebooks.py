"""A notebook is one file that holds all functions: its code cells, as one module."""

import json
import sys
import zipfile

import pytest

from claimgrade import notebook
from claimgrade.submission import Submission
from claimgrade.wire import decode, encode
from claimgrade.worker import Answer, Call, Raised, Worker
from conftest import RIGHT, refused

MODULES = ["one", "two"]


def written(*cells):
    """A notebook of code cells; a text that begins with # is a cell of markdown."""
    kinds = ["markdown" if cell.startswith("# ") else "code" for cell in cells]
    content = [
        {"cell_type": kind, "metadata": {}, "source": cell.splitlines(keepends=True)}
        for kind, cell in zip(kinds, cells, strict=True)
    ]
    return json.dumps({"cells": content, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def save(tmp_path):
    def write(*cells, name="work.ipynb"):
        (tmp_path / name).write_text(written(*cells), "utf-8")
        return tmp_path / name

    return write


@pytest.fixture
def ask(save, monkeypatch):
    """The reply to a call of f(), in a notebook of these cells."""
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "modules", dict(sys.modules))

    def reply(*cells):
        file = save(*cells)
        worker = Worker(file.parent, {"one": file})
        return decode(worker.answer(encode(Call("one", "f", "f", []))), Answer | Raised)

    return reply


def test_code_cells_are_one_module_and_other_cells_are_left_out(ask):
    reply = ask("# Exercise 1", "a = 2", "# and\nno = code", "def f():\n    return a + 1")
    assert reply.value == 3


def test_a_place_is_a_cell_and_a_line_in_it(ask):
    reply = ask("a = 2", "# text", "b = 3\n\ndef f():\n    return a / 0")
    assert isinstance(reply, Raised)
    assert reply.where == "work.ipynb, cell 2:4"
    assert 'File "work.ipynb, cell 2", line 4, in f\n    return a / 0\n' in reply.traceback


def test_what_a_cell_raises_on_its_own_is_shown_where_it_stands(ask):
    reply = ask("a = 2", "import nothing_of_this_name", "def f(): return a")
    assert reply.where == "work.ipynb, cell 2:1"
    assert reply.error.startswith("ModuleNotFoundError")
    assert "work.py" not in reply.traceback and "notebook.py" not in reply.traceback


def test_a_syntax_error_names_its_cell(ask):
    assert ask("a = 2", "def f(:\n    pass").where == "work.ipynb, cell 2:1"


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "!pip install 'numpy",
        "%%time",
        "%timeit f()",
        "?f",
        "f?",
        "if True:\n    !ls (",
        "for _ in 'ab':\n    %time 1 + 1",
    ],
)
def test_lines_that_only_jupyter_understands_are_dropped(ask, line):
    reply = ask(f"{line}\n\ndef f():\n    return 3")
    assert (reply.value, reply.where) == (3, f"work.ipynb, cell 1:{3 + line.count(chr(10))}")


def test_a_cell_in_another_language_is_dropped(ask):
    assert ask("def f():\n    return 3", "%%bash\ndef f() { return 4; }").value == 3


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("(7\n    % 4)", 3),
        ('"""\n%d\n!\n"""', "\n%d\n!\n"),
        ("[1,\n!ls\n2]", None),
    ],
)
def test_a_line_of_python_is_never_dropped(ask, body, value):
    reply = ask(f"%pylab\ndef f():\n    return {body}")
    assert getattr(reply, "value", None) == value


def test_a_notebook_stands_for_every_module(save):
    file = save("a = 1")
    submission = Submission(file, MODULES)
    assert (submission.files, submission.name) == ({"one": file, "two": file}, "work")


def test_a_zip_may_hold_the_one_notebook(save, tmp_path):
    save("a = 1")
    with zipfile.ZipFile(tmp_path / "work.zip", "w") as archive:
        archive.write(tmp_path / "work.ipynb", "work/mine.ipynb")
    submission = Submission(tmp_path / "work.zip", MODULES)
    assert {file.name for file in submission.files.values()} == {"mine.ipynb"}
    submission.close()


def test_a_directory_may_hold_the_one_notebook(save, tmp_path):
    file = save("a = 1")
    assert set(Submission(tmp_path, MODULES).files.values()) == {file}
    (tmp_path / "two.py").touch()
    assert Submission(tmp_path, MODULES).files == {"two": tmp_path / "two.py"}
    (tmp_path / "two.py").rename(tmp_path / "other.py")
    with refused(en="no one.py, two.py was found; the hand-in holds other.py, work.ipynb"):
        Submission(tmp_path, MODULES)


def test_a_link_to_a_notebook_is_not_followed(tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "secret").write_text("not a notebook")
    (tmp_path / "work" / "mine.ipynb").symlink_to(tmp_path / "secret")
    with refused(en="the hand-in holds mine.ipynb"):
        Submission(tmp_path / "work", MODULES)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"worksheets": [], "nbformat": 3}',
        b'{"cells": [{"cell_type": "code", "source": 3}]}',
    ],
)
def test_what_only_looks_like_a_notebook_is_refused(tmp_path, content):
    (tmp_path / "work.ipynb").write_bytes(content)
    with refused(
        en="work.ipynb is not a notebook of format 4: save it in Jupyter, as .ipynb",
        zh="work.ipynb 不是第 4 版格式的笔记本：请在 Jupyter 中重新保存为 .ipynb",
    ):
        Submission(tmp_path / "work.ipynb", MODULES)


def test_a_notebook_without_code_is_refused(tmp_path):
    (tmp_path / "work.ipynb").write_bytes(b'{"cells": []}')
    with refused(
        en="work.ipynb has no code cells: write the functions into code cells",
        zh="work.ipynb 中没有代码单元：请把函数写进代码单元",
    ):
        Submission(tmp_path / "work.ipynb", MODULES)


def test_a_broken_notebook_in_a_zip_is_refused_and_nothing_of_it_is_left(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "work.zip", "w") as archive:
        archive.writestr("mine.ipynb", "{}")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    with refused(en="mine.ipynb is not a notebook", zh="mine.ipynb 不是第 4 版格式的笔记本"):
        Submission(tmp_path / "work.zip", MODULES)
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_notebook_of_more_than_any_honest_size_is_refused(tmp_path):
    with open(tmp_path / "work.ipynb", "wb") as file:
        file.truncate((64 << 20) + 1)
    with refused(en="work.ipynb is larger than 64 MiB", zh="work.ipynb 超过 64 MiB"):
        Submission(tmp_path / "work.ipynb", MODULES)


def test_a_notebook_is_graded_in_its_confined_process(grade_toy, save):
    right = save("%matplotlib inline\nimport numpy as np", "# text", RIGHT)
    session = grade_toy(right)
    assert "10 of 10 points" in session.output, session.output


def test_the_report_names_the_cell(grade_toy, save):
    session = grade_toy(save("a = 1", RIGHT.replace("A @ x + b", "A @ x")))
    assert "work.ipynb, cell 2:2 affine" in session.output, session.output


def test_the_lines_of_a_cell_keep_their_numbers():
    source = "%a\n\nx = 1\n!b\ny = 2"
    assert notebook.python(source) == "pass\n\nx = 1\npass\ny = 2"
