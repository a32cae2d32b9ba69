"""Forms in which people hand in, each with what is read of it, or with the sentence that says why
nothing is."""

import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from support.hand_ins import cells, refused, write

from claimgrade.assignment.messages import Sentences
from claimgrade.calls.worker import Worker
from claimgrade.storage.tree import Source, source_of
from claimgrade.submission import contents, shown
from claimgrade.submission.submission import Submission

MODULES = ["one", "two"]
FUNCTIONS = ["one.f", "one.g", "one.step", "two.h", "two.k", "two.step"]
ONE, TWO = "def f(): pass\ndef g(): pass\n", "def h(): pass\ndef k(): pass\n"
BOTH = f"{ONE}def step(): pass\n{TWO}def two_step(): pass\n"
STUB = "".join(
    f'def {name}(a: int) -> int:\n    """What."""\n    # why\n    raise NotImplementedError\n\n'
    for name in "fghk"
)
PDF = "%PDF"
NOTHING = "import numpy\n"


def members(**texts):
    """The files of a zip, for a file of this content."""
    return texts


class Form(NamedTuple):
    """Files by their places; a module's file by its name, or what the refusal says; notes."""

    files: dict
    read: dict | str
    notes: tuple = ()


def same(text, *places):
    return dict.fromkeys(places, text)


ALL = dict.fromkeys(MODULES)
FORMS = {
    # by the template's names
    "template": Form({"one.py": ONE, "two.py": TWO}, {"one": "one.py", "two": "two.py"}),
    "half": Form({"two.py": TWO}, {"two": "two.py"}),
    "empty files": Form({"one.py": "", "two.py": ""}, {"one": "one.py", "two": "two.py"}),
    "helper": Form({"one.py": ONE, "tools.py": TWO}, {"one": "one.py", "two": "tools.py"},
                   ("tools.py was read as two.py.",)),
    "folder": Form({"hw/one.py": ONE}, {"one": "hw/one.py"}),
    "folders": Form({"a/b/c/one.py": ONE, "a/b/c/two.py": TWO},
                    {"one": "a/b/c/one.py", "two": "a/b/c/two.py"}),
    "beside a PDF": Form({"code/one.py": ONE, "code/two.py": TWO, "report.pdf": PDF},
                         {"one": "code/one.py", "two": "code/two.py"},
                         ("Read from code/: one.py, two.py.",)),
    "beside a README": Form({"src/one.py": ONE, "README.md": "", "data/x.csv": ""},
                            {"one": "src/one.py"}, ("Read from src/: one.py.",)),
    "a folder each": Form({"ex1/one.py": ONE, "ex2/two.py": TWO},
                          {"one": "ex1/one.py", "two": "ex2/two.py"},
                          ("Read from ex1/: one.py.", "Read from ex2/: two.py.")),
    "with old work": Form({"one.py": ONE, "old/one.py": TWO}, {"one": "one.py"},
                          ("old/one.py was not read, though it looks like one.py.",)),
    "virtual environment": Form({"venv/pyvenv.cfg": "", "venv/lib/one.py": ONE, "x/two.py": TWO},
                                {"two": "x/two.py"}, ()),
    "packages": Form({"lib/site-packages/one.py": ONE, "two.py": TWO}, {"two": "two.py"}),
    "caches": Form({"__pycache__/one.py": ONE, "node_modules/one.py": ONE, ".git/one.py": ONE,
                    ".ipynb_checkpoints/two-checkpoint.py": ONE, "two.py": TWO},
                   {"two": "two.py"}),
    "twice the same": Form(same(ONE, "a/one.py", "b/one.py"), {"one": "a/one.py"}),
    "one of two holds work": Form({"a/one.py": NOTHING, "b/one.py": ONE}, {"one": "b/one.py"}),
    # by changed names
    "capitals": Form({"ONE.py": ONE, "Two.PY": TWO}, {"one": "ONE.py", "two": "Two.PY"},
                     ("ONE.py was read as one.py.", "Two.PY was read as two.py.")),
    "suffix in capitals": Form({"one.PY": ONE}, {"one": "one.PY"}, ("one.PY was read as one.py.",)),
    "text": Form({"one.py.txt": ONE}, {"one": "one.py.txt"}, ("one.py.txt was read as one.py.",)),
    "browser": Form({"one (1).py": ONE, "two(2).py": TWO},
                    {"one": "one (1).py", "two": "two(2).py"}),
    "Canvas again": Form({"one-1.py": ONE, "two-12.py": TWO},
                         {"one": "one-1.py", "two": "two-12.py"}),
    "underscore": Form({"one_1.py": ONE}, {"one": "one_1.py"}),
    "Finder": Form({"one copy.py": ONE, "two copy 2.py": TWO},
                   {"one": "one copy.py", "two": "two copy 2.py"}),
    "Explorer": Form({"one - Copy.py": ONE, "two - Copy (2).py": TWO},
                     {"one": "one - Copy.py", "two": "two - Copy (2).py"}),
    "German": Form({"one - Kopie.py": ONE, "Kopie von two.py": TWO},
                   {"one": "one - Kopie.py", "two": "Kopie von two.py"}),
    "Colab": Form({"Copy of one.ipynb": cells(ONE)}, {"one": "Copy of one.ipynb"}),
    "Chinese": Form({"one的副本.py": ONE, "two - 副本 (2).py": TWO},
                    {"one": "one的副本.py", "two": "two - 副本 (2).py"}),
    "wide brackets": Form({"one（1）.py": ONE}, {"one": "one（1）.py"}),
    "copy of a copy": Form({"Copy of one (1)-2.py": ONE}, {"one": "Copy of one (1)-2.py"}),
    "exact beside a copy": Form({"one.py": ONE, "one (1).py": TWO}, {"one": "one.py"},
                                ("one (1).py was not read, though it looks like one.py.",)),
    "deeper and changed": Form({"code/ONE (1).py": ONE, "report.pdf": PDF},
                               {"one": "code/ONE (1).py"},
                               ("code/ONE (1).py was read as one.py.",)),
    "Canvas": Form({"doejane_LATE_17_4711_one-1.py": ONE, "doejane_17_4712_two.py": TWO},
                   {"one": "doejane_LATE_17_4711_one-1.py", "two": "doejane_17_4712_two.py"}),
    "Blackboard": Form({"HW1_smith_attempt_2026-05-01-10-11-12_one.py": ONE},
                       {"one": "HW1_smith_attempt_2026-05-01-10-11-12_one.py"}),
    "Brightspace": Form({"7-1 - Jane Doe - Oct 31, 2026 1123 PM - One.py": ONE},
                        {"one": "7-1 - Jane Doe - Oct 31, 2026 1123 PM - One.py"}),
    "Moodle": Form({"Jane Doe_4713_assignsubmission_file_one.py": ONE},
                   {"one": "Jane Doe_4713_assignsubmission_file_one.py"}),
    # beside a template that nobody has touched
    "notebook in the template": Form(
        {"one.py": STUB, "two.py": STUB, "hw.ipynb": cells(BOTH)},
        {"one": "hw.ipynb", "two": "hw.ipynb"},
        ("hw.ipynb was read as one.py.", "hw.ipynb was read as two.py.",
         "one.py was not read, though it looks like one.py.",
         "two.py was not read, though it looks like two.py.")),
    "half of it in the template": Form(
        {"one.py": ONE, "two.py": STUB, "hw.py": TWO}, {"one": "one.py", "two": "hw.py"}),
    "template and solution": Form({"one.py": STUB, "solution/one.py": ONE},
                                  {"one": "solution/one.py"}),
    "template and copy": Form({"one.py": STUB, "one (1).py": ONE}, {"one": "one (1).py"}),
    "template and a helper": Form({"one.py": STUB, "two.py": TWO, "tools.py": "def f(): 1\n"},
                                  {"one": "one.py", "two": "two.py"}),
    "template twice": Form({"a/one.py": STUB, "b/one.py": ONE}, {"one": "b/one.py"}),
    # by content
    "one file": Form({"hw.py": BOTH}, ALL | {"one": "hw.py", "two": "hw.py"}),
    "one file and tests": Form({"hw.py": BOTH, "test_hw.py": "from hw import f, g, h\n"},
                               {"one": "hw.py", "two": "hw.py"},
                               ("hw.py was read as one.py.", "hw.py was read as two.py.")),
    "one file and a helper": Form({"hw.py": BOTH, "plots.py": "def show(): pass\n"},
                                  {"one": "hw.py", "two": "hw.py"}),
    "a helper with one of them": Form(
        {"hw.py": "from maths import f\ndef g(): 1\ndef h(): 1\n", "maths.py": "def f(): 1\n"},
        {"one": "hw.py", "two": "hw.py"}),
    "everything from a helper": Form(
        {"main.py": "from a import *\nfrom b import g\n", "a.py": "def f(): 1\n",
         "b.py": "def g(): 1\n"}, {"one": "main.py", "two": "main.py"}),
    "two files": Form({"first.py": ONE, "second.py": TWO}, {"one": "first.py", "two": "second.py"}),
    "a module in the other": Form({"one.py": BOTH}, {"one": "one.py", "two": "one.py"},
                                  ("one.py was read as two.py.",)),
    "one begun of one file": Form({"hw.py": ONE}, {"one": "hw.py", "two": "hw.py"}),
    "a name that both have": Form({"one.py": ONE, "x.py": "def step(): 1\n"},
                                  {"one": "one.py", "two": "x.py"}),
    "lambdas": Form({"x.py": "f = lambda: 1\ng: int = 3\n", "y.py": "h, k = 1, 2\n"},
                    {"one": "x.py", "two": "y.py"}),
    "commented out": Form({"x.py": ONE, "y.py": f'"""\n{ONE}"""\n# def f\n', "z.py": TWO},
                          {"one": "x.py", "two": "z.py"}),
    "a mistake in it": Form({"x.py": f"{ONE}def broken(:\n", "tools.py": NOTHING},
                            {"one": "x.py", "two": "x.py"}),
    "alone without functions": Form({"x.py": NOTHING}, {"one": "x.py", "two": "x.py"}),
    "alone and broken": Form({"x.py": "def ("}, {"one": "x.py", "two": "x.py"}),
    "alone beside conftest": Form({"x.py": NOTHING, "conftest.py": ""},
                                  {"one": "x.py", "two": "x.py"}),
    # notebooks
    "notebook": Form({"hw.ipynb": cells(BOTH)}, {"one": "hw.ipynb", "two": "hw.ipynb"}),
    "notebook a module": Form({"one.ipynb": cells(ONE), "two.ipynb": cells(TWO)},
                              {"one": "one.ipynb", "two": "two.ipynb"},
                              ("one.ipynb was read as one.py.", "two.ipynb was read as two.py.")),
    "two notebooks": Form({"a.ipynb": cells(ONE), "b.ipynb": cells("!pip don't", TWO)},
                          {"one": "a.ipynb", "two": "b.ipynb"}),
    "notebook and script": Form({"one.py": ONE, "one.ipynb": cells(TWO)}, {"one": "one.py"}),
    "explored in a notebook": Form({"ONE.py": ONE, "one.ipynb": cells("import one")},
                                   {"one": "ONE.py"}),
    "AppleDouble": Form({"hw.ipynb": cells(BOTH), "._hw.ipynb": "\0\5\x16\7", ".DS_Store": ""},
                        {"one": "hw.ipynb", "two": "hw.ipynb"}),
    "notebook in capitals": Form({"HW.IPYNB": cells(BOTH)}, {"one": "HW.IPYNB", "two": "HW.IPYNB"}),
    "notebook as text": Form({"hw.ipynb.txt": cells(BOTH)},
                             {"one": "hw.ipynb.txt", "two": "hw.ipynb.txt"}),
    "broken notebook beside": Form({"hw.py": BOTH, "notes.ipynb": "{}"},
                                   {"one": "hw.py", "two": "hw.py"}),
    # a zip
    "zip": Form({"hw.zip": members(**{"one.py": ONE})}, {"one": "one.py"}),
    "zip in capitals": Form({"HANDIN.ZIP": members(**{"hw/one.py": ONE})}, {"one": "hw/one.py"}),
    "zip of Windows": Form({"hw.zip": members(**{"hw\\one.py": ONE, "hw\\two.py": TWO})},
                           {"one": "hw/one.py", "two": "hw/two.py"}),
    "zip beside a PDF": Form({"hw.zip": members(**{"a/one.py": ONE, "a/r.pdf": PDF}), "r.pdf": PDF},
                             {"one": "a/one.py"}),
    "zip of a Mac": Form({"hw.zip": members(**{"hw/one.py": ONE, "__MACOSX/hw/._one.py": "",
                                              ".DS_Store": ""})}, {"one": "hw/one.py"}),
    "zip with an environment": Form(
        {"hw.zip": members(**{"env/pyvenv.cfg": "", "hw/one.py": ONE, "hw/data.bin": PDF}
                           | {f"env/m{i}.py": "" for i in range(2001)})}, {"one": "hw/one.py"}),
    "zip beside the work": Form({"one.py": ONE, "old.zip": members(**{"one.py": TWO})},
                                {"one": "one.py"}),
    # what a person has to look at
    "empty": Form({}, "no one.py, two.py was found; the hand-in is empty"),
    "empty zip": Form({"hw.zip": {}}, "no one.py, two.py was found; the hand-in is empty"),
    "only hidden": Form({".git/config": ""}, "was found; the hand-in holds .git/"),
    "a report": Form({"report.pdf": PDF}, "two.py was found; the hand-in holds report.pdf"),
    "many things": Form({"report.pdf": PDF, "figures/a.png": "", "b.png": "", "c.png": "",
                         "d.png": "", "e.png": ""},
                        "the hand-in holds b.png, c.png, d.png, e.png and 2 more"),
    "another archive": Form({"hw.rar": ""}, "the hand-in holds hw.rar"),
    "several": Form({"a/one.py": ONE, "b/one.py": ONE + "1\n"},
                    "one.py was found several times: a/one.py, b/one.py; keep the one that counts"),
    "several copies": Form({"one (1).py": ONE, "one (2).py": ONE + "1\n", "two.py": TWO},
                           "one.py was found several times: one (1).py, one (2).py"),
    "notebook or script": Form({"one (1).py": ONE, "one.ipynb": cells(ONE)},
                               "one.py was found several times: one (1).py, one.ipynb"),
    "several files": Form({"new.py": ONE, "newer.py": ONE + "1\n"},
                          "several files define functions of one.py: new.py, newer.py"),
    "sources without functions": Form({"a.py": NOTHING, "b.py": NOTHING + "1\n"},
                                      "no one.py, two.py was found; the hand-in holds a.py, b.py"),
    "several zips": Form({"a.zip": members(**{"one.py": ONE}), "b.zip": members(**{"two.py": TWO})},
                         "several zip files were found and no Python file beside them: a.zip"),
    "not a notebook": Form({"one.ipynb": "{}"}, "one.ipynb is not a notebook of format 4"),
}  # fmt: skip


def content(form, place):
    """What is to be read from a place: of the directory, else of the zip in it."""
    if place in form.files:
        return form.files[place]
    (inside,) = [text for text in form.files.values() if isinstance(text, dict)]
    return {name.replace("\\", "/"): text for name, text in inside.items()}[place]


@pytest.mark.parametrize("name", FORMS)
def test_each_form_of_hand_in_is_read_or_refused_by_name(tmp_path, name):
    form = FORMS[name]
    root = write(tmp_path / "work", form.files)
    if isinstance(form.read, str):
        with refused(en=form.read):
            Submission(root, MODULES, FUNCTIONS)
        return
    submission = Submission(root, MODULES, FUNCTIONS)
    try:
        assert set(submission.files) == set(form.read)
        for module, place in form.read.items():
            assert submission.files[module].read_text("utf-8") == content(form, place)
            assert submission.files[module].parent == submission.root
        said = [Sentences("en")(note.key, **note.details) for note in submission.notes]
        assert said == [*form.notes] or not form.notes
    finally:
        submission.close()


ZIPS = [name for name, form in FORMS.items() if name.startswith("zip") and len(form.files) == 1]


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_is_the_same_by_itself(tmp_path, name):
    form = FORMS[name]
    root = write(tmp_path / "work", form.files)
    (archive,) = [path for path in root.iterdir() if path.suffix.lower() == ".zip"]
    submission = Submission(archive, MODULES, FUNCTIONS)
    assert submission.files["one"].read_text("utf-8") == ONE
    submission.close()


def test_what_was_read_is_said_in_chinese_too():
    said = [
        Sentences("zh")(key, found="one (1).py", module="one", folder="a/")
        for key in ("read_as", "passed_over", "read_from")
    ]
    assert said == [
        "one (1).py 按 one.py 读取。",
        "one (1).py 没有读取，虽然它看起来像 one.py。",
        "从 a/ 读取：one (1).py。",
    ]


def test_refusals_are_said_in_chinese_too(tmp_path):
    for name, said in {
        "empty": "没有找到 one.py, two.py；这份作业是空的",
        "a report": "没有找到 one.py, two.py；这份作业中有 report.pdf",
        "many things": "e.png，另有 2 项",
        "several": "找到多个 one.py：a/one.py, b/one.py；请只保留要评分的那一个",
        "several files": "多个文件都定义了 one.py 中的函数：new.py, newer.py；",
        "several zips": "有多个 zip 文件，旁边没有 Python 文件：a.zip, b.zip；",
    }.items():
        root = write(tmp_path / name, FORMS[name].files)
        with refused(zh=said):
            Submission(root, MODULES, FUNCTIONS)


def test_modules_from_several_places_import_each_other_and_what_is_beside_them(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    files = {
        "report.pdf": PDF,
        "a/ONE (1).py": "from helper_of_one import f",
        "a/helper_of_one.py": "def f(): return 3",
        "b/two.py": "from one import f\nfrom b.deep.helper import h",
        "b/deep/helper.py": "def h(): return 4",
    }
    submission = Submission(write(tmp_path / "work", files), MODULES, FUNCTIONS)
    worker = Worker(submission.root, submission.files)
    module = worker._modules["two"]
    assert (module.f(), module.h()) == (3, 4)
    submission.close()
    assert not submission.root.exists()


def test_a_file_of_some_of_the_modules_has_each_with_its_own_names(tmp_path):
    modules, functions = ["a", "b", "c"], ["a.f", "a.step", "b.g", "c.h", "c.step"]
    files = {"a.py": "def f(): 1\n", "rest.py": "def g(): 1\ndef h(): 1\ndef step(): 1\n"}
    submission = Submission(write(tmp_path / "work", files), modules, functions)
    assert {m: file.name for m, file in submission.files.items()} == {
        "a": "a.py", "b": "b.py", "c": "c.py",
    }  # fmt: skip
    submission.close()


def test_no_link_leads_to_the_work_of_others(tmp_path):
    write(tmp_path / "other", {"one.py": ONE})
    work = write(tmp_path / "work", {"two.py": TWO})
    (work / "one.py").symlink_to(tmp_path / "other" / "one.py")
    (work / "deeper").symlink_to(tmp_path / "other")
    assert set(Submission(work, MODULES, FUNCTIONS).files) == {"two"}


def test_more_files_than_any_honest_work_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("claimgrade.submission.submission.MAX_MEMBERS", 2)
    work = write(tmp_path / "work", {f"{n}.py": "" for n in range(3)})
    with refused(
        en="the hand-in holds more than 64 MiB or 2000 source files",
        zh="这份作业中的源文件超过 64 MiB 或 2000 个",
    ):
        Submission(work, MODULES)


def test_deep_folders_end_somewhere(tmp_path):
    deep = tmp_path.joinpath(*["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "one.py").write_text(ONE)
    with refused(en="no one.py, two.py was found; the hand-in holds d/"):
        Submission(tmp_path, MODULES)


@pytest.mark.parametrize(
    "text, defined, imported",
    [
        ("def f(): 1\r\nclass K:\r\n  def g(self): 1", {"f", "K"}, {}),
        ("async def f(): 1\nx: int = 1\ny == 2\n  z = 3", {"f", "x"}, {}),
        ("s = '''\ndef f(): 1'''\nt = \"def g\"", {"s", "t"}, {}),
        ("from a.b import (c,\n  d as e)\nfrom x import *", set(), {"a.b": {"c", "e"}, "x": {"*"}}),
        ("\ufeffdef f(): 1", {"f"}, {}),
        (STUB + "def f(): 1", {"f"}, {}),
        ("!echo don't\ndef f(): 1", {"f"}, {}),
        ("def f(): 1\nx = '''\ndef g(): 1", {"f", "x"}, {}),
        ('"' + "\\'" * 1_000_000, set(), {}),
        ("'" + "\\'" * 1_000_000, set(), {}),
        ("a " * 1_000_000, set(), {}),
        ("from a import (\n" * 50_000, set(), {"a": {""}}),
    ],
)
def test_what_a_file_defines_is_told_line_by_line(text, defined, imported):
    found = contents.contents_of(source_of(Path("x.py")), text.encode())
    assert found == (defined, imported)


@pytest.mark.parametrize("name", ["one.pyc", "one.txt", "one", "onepy", ".py"])
def test_other_files_are_no_sources(name):
    assert source_of(Path(name)) is None


def test_a_source_has_the_stem_that_was_given_to_it():
    assert source_of(Path("a/x.py.py")) == Source(Path("a/x.py.py"), "x", ".py")
    assert source_of(Path("x.IPYNB.json"))[1:] == ("x", ".ipynb")


def test_a_sentence_holds_no_endless_name_and_none_that_steers_a_terminal():
    assert shown.shown("\x1b[2J.py") == "_[2J.py"
    assert len(shown.shown("x" * 300)) == shown.MOST_SHOWN


@pytest.mark.parametrize("place", ["hw.py", "."])
def test_a_name_that_hides_another_is_told_and_what_to_call_it(tmp_path, place):
    text = f"{ONE}def step(): 1\n{TWO}def step(): 2\n"
    work = write(tmp_path / "work", {"hw.py": text})
    (note,) = Submission(work / place, MODULES, FUNCTIONS).notes
    assert [Sentences(language)(note.key, **note.details) for language in ("en", "zh")] == [
        "hw.py defines step twice, and the second hides the first: call the second two_step.",
        "hw.py 两次定义了 step，后一个会覆盖前一个：请将后一个命名为 two_step。",
    ]
    (work / "hw.py").write_text(BOTH)
    assert Submission(work / place, MODULES, FUNCTIONS).notes == []
