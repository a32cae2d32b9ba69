"""What fails while a student's files are loaded costs what needs it, and nothing else."""

import importlib
import sys
import types

import pytest

from claimgrade.assignment.messages import Sentences
from claimgrade.calls.stops import Passed
from claimgrade.calls.wire import decode, encode
from claimgrade.calls.worker import Absent, Answer, Call, Raised, Unreached, Worker

REPLY = Absent | Answer | Raised | Unreached


@pytest.fixture
def load(tmp_path, monkeypatch):
    """A worker with these files, by name; the first are the modules."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "modules", dict(sys.modules))

    def loaded(modules, passed=None, tell=lambda *_: None, **files):
        for name, text in files.items():
            (tmp_path / f"{name}.py").write_text(text, "utf-8")
        return Worker(tmp_path, {name: tmp_path / f"{name}.py" for name in modules}, passed, tell)

    return loaded


@pytest.fixture
def one(load):
    """A worker with one file, work.py."""
    return lambda text, **others: load(["work"], work=text, **others)


def call(worker, function, module="work"):
    return decode(worker.answer(encode(Call(module, function, function, []))), REPLY)


def told(worker, language="en"):
    """What a report says of where the files stopped."""
    say = Sentences(language)
    return [say(f"note_{stop.reason}", **stop.details()) for stop in worker.stops]


SIX = "def f():\n    return 6\n"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (
            "open('train.csv')",
            "FileNotFoundError: [Errno 2] No such file or directory: 'train.csv'",
        ),
        ("assert f() == 7, 'no'", "AssertionError: no"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("exit()", "SystemExit: None"),
        ("from math import nonsense", "ImportError: cannot import name 'nonsense' from 'math'"),
        ("print(undefined)", "NameError: name 'undefined' is not defined"),
        ("class E(BaseException): pass\nraise E", "E"),
        ("for i in range(3):\n    1 / (2 - i)", "ZeroDivisionError: division by zero"),
    ],
)
def test_a_file_stops_at_what_raises_and_what_stood_before_is_graded(one, line, error):
    worker = one(f"{SIX}\n{line}\n\ndef g():\n    return f()\n")
    assert call(worker, "f").value == 6
    lost = call(worker, "g")
    assert (lost.stop.reason, lost.where) == ("stopped", f"work.py:{lost.stop.line}")
    place = f"work.py stopped at line {3 + len(line.splitlines())}: {error}"
    assert len(told(worker)) == 1 and told(worker)[0].startswith(place)


def test_a_function_that_stands_behind_the_stop_is_not_called_unwritten(student_of, hand_in):
    from claimgrade.calls.failures import Missing, Stopped

    student = student_of(hand_in("open('train.csv')\n\ndef affine(A, b, x):\n    return b\n"))
    with pytest.raises(Stopped) as behind:
        student.affine.affine([[1.0]], [1.0], [1.0])
    assert behind.value.verdict == "crashed"
    assert Sentences("en")(behind.value.key, **behind.value.details) == (
        "affine is not there: affine.py stopped at line 1, before it: "
        "FileNotFoundError: [Errno 2] No such file or directory: 'train.csv'"
    )
    assert Sentences("zh")(behind.value.key, **behind.value.details).startswith(
        "没有 affine：affine.py 在它之前的第 1 行停止：FileNotFoundError"
    )
    with pytest.raises(Missing):
        student.affine.slope([[1.0]])


def test_a_syntax_error_is_said_with_its_line_and_nothing_of_the_file_is_run(one):
    worker = one(f"{SIX}\ndef g(:\n    pass\n")
    assert call(worker, "f").stop.line == 4
    assert told(worker) == ["work.py stopped at line 4: SyntaxError: invalid syntax"]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x = 1\0\ndef f(): return 6", b"(" * 5000])
def test_what_is_no_text_of_python_stops_its_file(load, tmp_path, content):
    (tmp_path / "bad.py").write_bytes(content)
    worker = load(["bad", "work"], work=SIX)
    assert call(worker, "f").value == 6
    assert [stop.file for stop in worker.stops] == ["bad.py"]


def test_files_take_from_one_that_stopped_what_it_has(load):
    rnn = f"{SIX}\nopen('train.csv')\ndef g():\n    return 7\n"
    uses = "from one import f\nfrom one import g, h\ni = lambda: f()\nj = lambda: g()\n"
    star = "from one import *\ni = lambda: f()\n"
    worker = load(["one", "two", "three"], one=rnn, two=uses, three=star)
    assert call(worker, "i", "two").value == call(worker, "i", "three").value == 6
    assert call(worker, "j", "two").error == (
        "ImportError: cannot import name 'g' from 'one' (one.py)"
    )
    assert [line.partition(":")[0] for line in told(worker)] == [
        "one.py stopped at line 4",
        *["two.py, line 2"] * 2,
    ]


def test_a_file_that_another_imports_is_run_once(load):
    count = "import sys\nsys.runs = getattr(sys, 'runs', 0) + 1\ndef f():\n    return sys.runs\n"
    worker = load(["one", "two"], one="import two\n", two=count)
    assert call(worker, "f", "two").value == 1
    del sys.runs


def test_files_find_each_other_by_their_modules_whatever_they_are_called(tmp_path, load):
    (tmp_path / "One (1).py").write_text(f"import two\n{SIX}g = lambda: two.i()\n")
    (tmp_path / "Two.PY").write_text("import one\ni = lambda: one.f()\n")
    files = {"one": tmp_path / "One (1).py", "two": tmp_path / "Two.PY"}
    worker = Worker(tmp_path, files)
    assert (call(worker, "g", "one").value, worker.stops) == (6, [])


def test_a_file_that_holds_every_module_is_run_once_whoever_imports_it(tmp_path, load):
    (tmp_path / "all.py").write_text(f"runs = []\n{SIX}import one, two\ng = lambda: two.f()\n")
    worker = Worker(tmp_path, dict.fromkeys(["one", "two"], tmp_path / "all.py"))
    assert (call(worker, "g", "one").value, worker.stops) == (6, [])


def test_a_submission_that_is_a_package_is_loaded_as_one(load, tmp_path):
    (tmp_path / "__init__.py").write_text("import no_such_package\na = 6\n")
    worker = load(["one", "two"], one="from . import a\nf = lambda: a", two="from .one import f")
    assert call(worker, "f", "one").value == call(worker, "f", "two").value == 6
    assert [stop.file for stop in worker.stops] == ["__init__.py"]


@pytest.mark.parametrize(
    "text",
    [
        "from .other import f",
        "from . import other\ndef f(): return other.f()",
        "def f():\n    from .other import f\n    return f()",
        "from . import other as o\nf = o.f",
    ],
)
def test_files_of_a_package_that_was_not_handed_in_find_each_other(load, text):
    worker = load(["work", "other"], work=text + "\n", other=SIX)
    assert call(worker, "f").value == 6
    assert worker.stops == []


def test_whoever_calls_the_directory_otherwise_gets_modules_of_their_own(load, tmp_path):
    worker = load(["one"], one=f"import no_such_package\n{SIX}")
    package = types.ModuleType("reference_of_a_test")
    package.__path__ = [str(tmp_path)]
    sys.modules["reference_of_a_test"] = package
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        importlib.import_module("reference_of_a_test.one")
    assert call(worker, "f", "one").value == 6


def test_helpers_and_packages_stop_by_themselves(one, tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "__init__.py").touch()
    (tmp_path / "parts" / "inner.py").write_text("import no_such_package\na = 6\n1 / 0\n")
    uses = "from parts.inner import a\nfrom helper import b\nf = lambda: a * b\n"
    worker = one(uses, helper="b = 7\nraise OSError('disk')\n")
    assert call(worker, "f").value == 42
    assert told(worker) == [
        "parts/inner.py, line 1: ModuleNotFoundError: No module named 'no_such_package'. "
        "Only what uses it is lost.",
        "parts/inner.py stopped at line 3: ZeroDivisionError: division by zero",
        "helper.py stopped at line 2: OSError: disk",
    ]


LACKING = "No module named 'no_such_package'"


@pytest.mark.parametrize(
    "text",
    [
        "import no_such_package.pyplot as plt",
        "import no_such_package",
        "import math, no_such_package as plt, sys",
        "from no_such_package import a, b as plt",
        "from no_such_package import *",
        "import no_such_package as plt\nplt.style.use('dark')\nf, ax = plt.subplots()\nax.plot()",
        "import no_such_package as plt\nwith plt.xkcd():\n    fig = 3",
        "import no_such_package as plt\nfor x in plt:\n    pass",
        "if True:\n    import no_such_package as plt",
        "from no_such_package import Base\nclass Net(Base):\n    pass\nnet = Net()\nnet @ 3",
        "from no_such_package import njit\n@njit\ndef g():\n    return 1\n@njit()\ndef h(): pass",
        "import no_such_package as t\nx = y = t.zeros(3)\nx = x + 1",
    ],
)
def test_a_package_that_is_not_here_costs_only_what_uses_it(one, text):
    worker = one(f"{text}\n{SIX}")
    assert call(worker, "f").value == 6
    assert len(told(worker)) == 1
    assert f"ModuleNotFoundError: {LACKING}. Only what uses it is lost." in told(worker)[0]


@pytest.mark.parametrize(
    "use",
    ["plt.plot(1)", "plt()", "plt[0]", "list(plt)", "3 @ plt", "plt + 1", "isinstance(3, plt)",
     "__import__('numpy').asarray(plt)", "bool(plt)", "net()", "jitted()"],
)  # fmt: skip
def test_whoever_uses_it_is_told_what_is_not_here(one, use):
    worker = one(
        "import no_such_package as plt\n"
        "class net(plt.Module): pass\n"
        "@plt.jit\ndef jitted():\n    return 3\n"
        f"def f():\n    return {use}\n"
    )
    assert call(worker, "f").error == f"ModuleNotFoundError: {LACKING}"


def test_a_decorated_function_is_there_and_raises_for_the_decorator(one):
    worker = one(f"from no_such_package import njit\n@njit\n{SIX}")
    assert call(worker, "f").error == f"ModuleNotFoundError: {LACKING}"


def test_a_package_that_fails_while_it_is_imported_is_as_one_that_is_not_here(
    one, tmp_path, monkeypatch
):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "broken_package.py").write_text("raise OSError('read-only')")
    monkeypatch.syspath_prepend(tmp_path / "site")
    worker = one(f"import broken_package\n{SIX}def g():\n    return broken_package.a\n")
    assert call(worker, "f").value == 6
    assert call(worker, "g").error == "ImportError: OSError: read-only"


def test_whoever_looks_for_a_package_with_care_does_without(one):
    worker = one("try:\n    import no_such_package as t\nexcept ImportError:\n    t = None\n"
                 "def f():\n    return 6 if t is None else 7\n")  # fmt: skip
    assert (call(worker, "f").value, worker.stops) == (6, [])


def test_a_file_that_jupyter_has_exported_is_loaded(one):
    worker = one(f"get_ipython().run_line_magic('matplotlib', 'inline')\ndisplay(3)\n{SIX}")
    assert (call(worker, "f").value, worker.stops) == (6, [])


def test_an_import_from_the_future_holds_for_the_whole_file(one):
    worker = one(
        "from __future__ import annotations\ndef f(x: never = 6) -> never:\n    return x\n"
    )
    assert call(worker, "f").value == 6


def test_each_place_is_told_before_it_is_run(load):
    places = []
    load(["one", "two"], tell=lambda *place: places.append(place),
         one="import two\n\na = 1", two="b = 1\n")  # fmt: skip
    assert places == [("one.py", "one.py:1"), ("one.py", "two.py:1"), ("one.py", "one.py:3")]


def test_a_place_that_was_late_before_is_passed_over(load):
    text = f"{SIX}while True:\n    pass\ndef g(): pass\n"
    passed = {"one.py:3": Passed("late", "10")}
    worker = load(["one", "two"], passed, one=text, two=SIX)
    assert call(worker, "f", "one").value == call(worker, "f", "two").value == 6
    assert call(worker, "g", "one").stop.reason == "late"
    assert told(worker) == ["Importing one.py took more than 10 s, so it was stopped at line 3."]
    assert told(worker, "zh") == ["导入 one.py 用时超过 10 秒，因此停在第 3 行。"]


def test_a_file_may_be_passed_over_as_a_whole(load):
    passed = {"one.py": Passed("ended", "SIGSEGV", last=True)}
    worker = load(["one", "two"], passed, one=SIX, two=SIX)
    assert call(worker, "f", "one").stop.reason == "ended"
    assert call(worker, "f", "two").value == 6
    assert told(worker) == [
        "one.py ended its process at line 1 (SIGSEGV), so it was stopped there."
    ]
    assert told(worker, "zh") == ["one.py 在第 1 行结束了进程（SIGSEGV），因此停在那里。"]
