"""A notebook is one file that holds all functions: its code cells, as one module."""

import io
import json
import sys
import zipfile

import pytest
from support.hand_ins import refused
from support.toy import RIGHT

from claimgrade.assignment.messages import Sentences
from claimgrade.calls.stops import Passed
from claimgrade.calls.wire import decode, encode
from claimgrade.calls.worker import Absent, Answer, Call, Raised, Unreached, Worker
from claimgrade.submission import notebook
from claimgrade.submission.submission import Submission

MODULES = ["one", "two"]
Reply = Absent | Answer | Raised | Unreached


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
def stopped(save, monkeypatch):
    """A worker with a notebook of these cells."""
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    def loaded(*cells, passed=None):
        file = save(*cells)
        return Worker(file.parent, {"one": file}, passed)

    return loaded


def asked(worker, function="f"):
    return decode(worker.answer(encode(Call("one", function, function, []))), Reply)


@pytest.fixture
def ask(stopped):
    """The reply to a call of f(), in a notebook of these cells."""
    return lambda *cells: asked(stopped(*cells))


def test_code_cells_are_one_module_and_other_cells_are_left_out(ask):
    reply = ask("# Exercise 1", "a = 2", "# and\nno = code", "def f():\n    return a + 1")
    assert reply.value == 3


def test_a_place_is_a_cell_and_a_line_in_it(ask):
    reply = ask("a = 2", "# text", "b = 3\n\ndef f():\n    return a / 0")
    assert isinstance(reply, Raised)
    assert reply.where == "work.ipynb, cell 2:4"
    assert 'File "work.ipynb, cell 2", line 4, in f\n    return a / 0\n' in reply.traceback


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("\n1 / 0", 2),
        ("def g(:\n    pass", 1),
        ("import sys\nsys.exit()", 2),
        ("quit()", 1),
        ("assert False", 1),
        ("await f()", 1),
        ("return 3", 1),
        ("open('/content/drive/My Drive/train.csv')", 1),
        ("input()", 1),
    ],
)
def test_a_cell_that_fails_is_named_and_costs_what_needs_it(stopped, cell, line):
    worker = stopped("a = 3", cell, "def f():\n    return a", "def g():\n    return b")
    assert asked(worker).value == 3
    assert [(stop.file, stop.line) for stop in worker.stops] == [("work.ipynb, cell 2", line)]


def test_what_stands_before_the_failing_line_of_a_cell_stays(stopped):
    worker = stopped("def f():\n    return 3\n1 / 0\ndef g():\n    return 4")
    assert asked(worker).value == 3
    stop = asked(worker, "g").stop
    assert (stop.file, stop.line) == ("work.ipynb, cell 1", 3)
    assert Sentences("en")("note_stopped", **stop.details()) == (
        "work.ipynb, cell 1 stopped at line 3: ZeroDivisionError: division by zero"
    )
    assert Sentences("zh")("note_stopped", **stop.details()) == (
        "work.ipynb, cell 1 在第 3 行停止：ZeroDivisionError: division by zero"
    )
    assert asked(worker, "h") == Absent("no_function", "one.py")


def test_cells_after_one_that_was_late_are_run_and_after_the_second_are_not(save, stopped):
    cells = ["f = lambda: 3", "late", "def g():\n    return 4", "late", "def h(): pass"]
    late = {f"work.ipynb, cell {cell}:1": Passed("late", "10", last=cell == 4) for cell in (2, 4)}
    worker = stopped(*cells, passed=late)
    assert (asked(worker).value, asked(worker, "g").value) == (3, 4)
    assert asked(worker, "h").stop.file == "work.ipynb, cell 4"


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


@pytest.mark.parametrize(
    ("jupyters", "pythons"),
    [
        ("%time r = g(2)", "r = g(2)"),
        ("%time r = g(\\\n    2)", "r = g(\\\n    2)"),
        ("%time", "pass"),
        ("r = %time g(2)", "r = g(2)"),
        ("r = %timeit -o g(2)", "r = None"),
        ("files = !ls (", "files = []"),
        ("a, b = !ls", "a, b = []"),
        ("d['x'] = !ls 'a", "d['x'] = []"),
        ("%timeit g(2)", "pass"),
        ("!pip install \\\n   numpy \\\n  scipy\nx = 1", "pass\n\n\nx = 1"),
        ("pip install numpy", "pass"),
        ("cd data", "pass"),
        ("??g", "pass"),
        ("np.dot??", "pass"),
        ("!!ls", "pass"),
        ("%run helper.py", "from helper import *"),
        ("%run -i ./helper.py", "from helper import *"),
        ("%run other.ipynb", "pass"),
        ("if x:\n    %run helper.py", "if x:\n    pass"),
        ("  %time r = 2\n  r", "r = 2\nr"),
        ("\n\n%%time\nx = 1", "\n\n\nx = 1"),
        ("%%capture out --no-stderr\nx = 1", "\nx = 1"),
        ("%%capture out\nx = 1", "out = get_ipython()\nx = 1"),
        ("%%writefile -a parts/work.py\nx = 1", "\nx = 1"),
        ("%%writefile data.txt\nx = 1", ""),
        ("%%bash\nx=1", ""),
        ("%%html\n<b>", ""),
        ("", ""),
    ],
)
def test_a_line_of_jupyters_is_what_it_comes_to_in_python(jupyters, pythons):
    assert notebook.python(jupyters).removesuffix("\n") == pythons


@pytest.mark.parametrize(
    "cell",
    [
        "display(3)",
        "get_ipython().run_line_magic('matplotlib', 'inline')",
        "get_ipython().system('ls')[0]\nfor line in get_ipython().getoutput('ls'): pass",
        "get_ipython().config.InlineBackend.figure_format = 'svg'",
        "from IPython.display import display, clear_output, Markdown as md\ndisplay(md('a'))",
        "import IPython\nIPython.get_ipython().magic('time 3')",
        "%%capture out\nprint(3)\nout.show()",
        "with get_ipython().capture() as c: pass",
    ],
)
def test_what_jupyter_gives_to_a_notebook_does_nothing(stopped, cell, monkeypatch):
    monkeypatch.setitem(sys.modules, "IPython", None)
    worker = stopped(f"{cell}\n\ndef f():\n    return 3")
    assert (asked(worker).value, worker.stops) == (3, [])


def test_a_module_that_a_cell_writes_is_part_of_the_notebook(ask):
    written_there = "%%writefile one.py\ndef f():\n    return 3"
    assert ask("import numpy", written_there).value == 3
    assert ask(written_there, "import one\ng = one.f\ndef f(): return g() + 1").value == 4


def test_a_file_beside_a_notebook_can_be_run(stopped, tmp_path):
    (tmp_path / "helper.py").write_text("a = 3")
    assert asked(stopped("%run helper.py", "def f(): return a")).value == 3
    lacks = stopped("%run no_such_helper.py\ndef f(): return 3")
    assert asked(lacks).value == 3
    assert len(lacks.stops) == 1


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


def test_a_result_says_once_which_cell_stopped(grade_toy, save):
    session = grade_toy(
        save("open('train.csv')", RIGHT, "import no_such_package as plt\nplt.show()")
    )
    assert session.grade().score == 10
    assert session.grade().notes == [
        "work.ipynb, cell 1 stopped at line 1: "
        "FileNotFoundError: [Errno 2] No such file or directory: 'train.csv'",
        "work.ipynb, cell 3, line 1: ModuleNotFoundError: No module named 'no_such_package'. "
        "Only what uses it is lost.",
    ]


def test_the_report_names_the_cell(grade_toy, save):
    session = grade_toy(save("a = 1", RIGHT.replace("A @ x + b", "A @ x")))
    assert "work.ipynb, cell 2:2 affine" in session.output, session.output


def test_the_lines_of_a_cell_keep_their_numbers():
    source = "%a\n\nx = 1\n!b\ny = 2"
    assert notebook.python(source) == "pass\n\nx = 1\npass\ny = 2"
