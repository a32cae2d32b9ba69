"""What a person types, and what platforms hand out, as hand-ins with names."""

import os
from pathlib import Path

import pytest
from support.hand_ins import refused, write
from support.toy import RIGHT

from claimgrade.assignment.messages import Sentences
from claimgrade.classroom import hand_ins
from claimgrade.submission import platforms
from claimgrade.submission.submission import Submission

AT = "2026-05-01-10-11-12"
LATER = "2026-05-02-10-11-12"
OCT_31 = "Oct 31, 2026 1123 PM"
CLASSES = {  # the entries of a class; the files of each hand-in, by its name; what is passed over
    "folders and files": (
        {"ann/affine.py": RIGHT, "bob.py": RIGHT, "cho.ZIP": {}, "dan.IPYNB": "", "e.py.txt": ""},
        {"ann": ["ann"], "bob": ["bob.py"], "cho": ["cho.ZIP"], "dan": ["dan.IPYNB"],
         "e": ["e.py.txt"]},
        [],
    ),
    "a folder that looks private": ({"__bob/affine.py": ""}, {"__bob": ["__bob"]}, []),
    "what is beside a class": (
        {"ann/affine.py": "", "README.md": "", "pytest.ini": "", "roster.csv": "", "a.yml": "",
         ".DS_Store": "", "__MACOSX/x": "", "report.pdf": ""},
        {"ann": ["ann"], "report": ["report.pdf"]},
        [".DS_Store", "README.md", "__MACOSX/", "a.yml", "pytest.ini", "roster.csv"],
    ),
    "our own results": (
        {"ann/affine.py": "", "ann/grade.json": "", "out/gradebook.csv": "", "out/index.html": "",
         "before/ann/.made-from": "", "bob/.made-from": "", "bob/grade.json": ""},
        {"ann": ["ann"]},
        ["before/", "bob/", "out/"],
    ),
    "Canvas": (
        {"doejane_17_900_affine.py": "", "doejane_17_901_report.pdf": "",
         "doejane_LATE_17_902_tools-1.py": "", "doejane_18_903_affine.py": "",
         "roejohn_19_904_hw.zip": {}, "roejohn_19_text.html": ""},
        {"doejane_17": ["doejane_17_900_affine.py", "doejane_17_901_report.pdf",
                        "doejane_LATE_17_902_tools-1.py"],
         "doejane_18_903_affine": ["doejane_18_903_affine.py"],
         "roejohn_19_904_hw": ["roejohn_19_904_hw.zip"]},
        ["roejohn_19_text.html"],
    ),
    "Blackboard": (
        {f"HW1_smith_attempt_{AT}_affine.py": "", f"HW1_smith_attempt_{AT}.txt": "",
         f"HW1_jones_attempt_{LATER}_affine.py": "", f"HW1_jones_attempt_{LATER}_r.pdf": "",
         f"HW1_jones_attempt_{LATER}.txt": "", f"HW1_jones_attempt_{AT}_affine.py": "",
         f"HW1_text_attempt_{AT}.txt": ""},
        {"jones": [f"HW1_jones_attempt_{LATER}_affine.py", f"HW1_jones_attempt_{LATER}_r.pdf"],
         "smith": [f"HW1_smith_attempt_{AT}_affine.py"],
         "text": [f"HW1_text_attempt_{AT}.txt"]},
        [f"HW1_jones_attempt_{LATER}.txt", f"HW1_smith_attempt_{AT}.txt"],
    ),
    "Blackboard, one name twice": (
        {f"A_smith_attempt_{AT}_x.py": "", f"B_smith_attempt_{AT}_x.py": ""},
        {"A_smith": [f"A_smith_attempt_{AT}_x.py"], "B_smith": [f"B_smith_attempt_{AT}_x.py"]},
        [],
    ),
    "Moodle's folders": (
        {"Jane Doe_4713_assignsubmission_file_/affine.py": "",
         "Jane Doe_4713_assignsubmission_onlinetext_/onlinetext.html": "",
         "Li Na_4714_assignsubmission_file/affine.py": "",
         "No One_4715_assignsubmission_onlinetext_/onlinetext.html": ""},
        {"Jane Doe_4713_assignsubmission_file_": ["Jane Doe_4713_assignsubmission_file_"],
         "Li Na_4714_assignsubmission_file": ["Li Na_4714_assignsubmission_file"],
         "No One_4715_assignsubmission_onlinetext_":
             ["No One_4715_assignsubmission_onlinetext_"]},
        ["Jane Doe_4713_assignsubmission_onlinetext_/"],
    ),
    "Moodle without folders": (
        {"Jane Doe_4713_assignsubmission_file_affine.py": "",
         "Jane Doe_4713_assignsubmission_file_tools.py": "",
         "Jane Doe_4713_assignsubmission_onlinetext_onlinetext.html": ""},
        {"Jane Doe_4713_assignsubmission_file":
            ["Jane Doe_4713_assignsubmission_file_affine.py",
             "Jane Doe_4713_assignsubmission_file_tools.py"]},
        ["Jane Doe_4713_assignsubmission_onlinetext_onlinetext.html"],
    ),
    "Brightspace": (
        {f"7-1 - Jane Doe - {OCT_31} - affine.py": "", f"7-1 - Jane Doe - {OCT_31} - r.pdf": "",
         "7-1 - Jane Doe - Oct 31, 2026 901 AM - affine.py": "", "index.html": "",
         f"9-1 - Li Na - {OCT_31} - rnn - 2.py": "", f"8-1 - Li Na - {OCT_31} - affine.py": ""},
        {"Jane Doe": [f"7-1 - Jane Doe - {OCT_31} - affine.py",
                      f"7-1 - Jane Doe - {OCT_31} - r.pdf"],
         "8_Li Na": [f"8-1 - Li Na - {OCT_31} - affine.py"],
         "9_Li Na": [f"9-1 - Li Na - {OCT_31} - rnn - 2.py"]},
        ["index.html"],
    ),
    "Brightspace's folders": (
        {"7-1 - Ann-Li Doe - Dec 9, 2026 1159 PM/affine.py": "",
         "7-1 - Ann-Li Doe - 10 December, 2026 1201 AM/affine.py": "",
         "7-1 - Ann-Li Doe - 1 Dez 2026 1201/affine.py": "",
         "8-1 - Bob - 10 Dec 2026 noon/a.py": ""},
        {"Ann-Li Doe": ["7-1 - Ann-Li Doe - 10 December, 2026 1201 AM"],
         "7-1 - Ann-Li Doe - 1 Dez 2026 1201": ["7-1 - Ann-Li Doe - 1 Dez 2026 1201"],
         "8-1 - Bob - 10 Dec 2026 noon": ["8-1 - Bob - 10 Dec 2026 noon"]},
        [],
    ),
    "Sakai": (
        {"Doe, Jane(jdoe)/Submission attachment(s)/affine.py": "", "grades.csv": "",
         "Doe, Jane(jdoe)/timestamp.txt": "", "Roe, Jo(jroe)/Submission attachment(s)/x.zip": {}},
        {"Doe, Jane(jdoe)": ["Doe, Jane(jdoe)"], "Roe, Jo(jroe)": ["Roe, Jo(jroe)"]},
        ["grades.csv"],
    ),
    "Gradescope": (
        {"submission_1/affine.py": "", "submission_2/affine.py": "", "submission_metadata.yml": ""},
        {"submission_1": ["submission_1"], "submission_2": ["submission_2"]},
        ["submission_metadata.yml"],
    ),
    "GitHub Classroom": (
        {"hw1-jane/affine.py": "", "hw1-jane/.git/config": "", "hw1-jo/README.md": ""},
        {"hw1-jane": ["hw1-jane"], "hw1-jo": ["hw1-jo"]},
        [],
    ),
    "files that only look like Canvas's": (
        {"hw_2026_ann.py": "", "hw_2026_bob.py": "", "week_01_02_x.py": "", "week_01_03_x.py": ""},
        {name: [f"{name}.py"]
         for name in ("hw_2026_ann", "hw_2026_bob", "week_01_02_x", "week_01_03_x")},
        [],
    ),
    "two of a name": (
        {"jane/affine.py": "", "jane.zip": {}}, {"jane": ["jane"], "jane-2": ["jane.zip"]}, []
    ),
    "wrapped": (
        {"class/ann/affine.py": RIGHT, "class/bob/affine.py": f"{RIGHT}# 1", ".DS_Store": ""},
        {"ann": ["class/ann"], "bob": ["class/bob"]},
        [],
    ),
    "wrapped twice": (
        {f"export/hw1/{name}/affine.py": f"{RIGHT}# {name}" for name in ("ann", "bob", "cho")},
        {name: [f"export/hw1/{name}"] for name in ("ann", "bob", "cho")},
        [],
    ),
    "wrapped zips": (
        {f"export/{name}.zip": {"affine.py": RIGHT} for name in ("ann", "bob", "cho")},
        {name: [f"export/{name}.zip"] for name in ("ann", "bob", "cho")},
        [],
    ),
    "a platform's, wrapped": (
        {"export/doejane_17_900_affine.py": ""},
        {"doejane_17_900_affine": ["export/doejane_17_900_affine.py"]},
        [],
    ),
    "one with two tries": (
        {"jane/a/affine.py": RIGHT, "jane/b/affine.py": f"{RIGHT}# 1"}, {"jane": ["jane"]}, []
    ),
    "one with several folders": (
        {"jane/code/affine.py": RIGHT, "jane/data/a.csv": "", "jane/x/helper.py": ""},
        {"jane": ["jane"]},
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_its_students(toy, tmp_path, name):
    files, expected, passed_over = CLASSES[name]
    root = write(tmp_path / "class", files)
    found = hand_ins.named([root], toy.spec, tmp_path / "out")
    told = {
        name: sorted(path.relative_to(root).as_posix() for path in hand_in.paths)
        for name, hand_in in found.hand_ins.items()
    }
    assert told == expected
    if not name.startswith("wrapped"):
        assert [*found.passed_over] == passed_over


def test_an_earlier_attempt_is_told_of(toy, tmp_path):
    files, _, _ = CLASSES["Blackboard"]
    found = hand_ins.named([write(tmp_path / "class", files)], toy.spec, tmp_path / "out")
    assert found.earlier == [f"HW1_jones_attempt_{AT}_affine.py"]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Canvas", 3),
        ("Blackboard", 3),
        ("Moodle's folders", 3),
        ("Moodle without folders", None),  # it is one student's
        ("Brightspace's folders", None),
        ("Brightspace", 3),
        ("wrapped zips", None),  # may be one student's: the work is looked for in it
    ],
)
@pytest.mark.parametrize("around", ["", "export/"])
def test_a_class_in_a_zip_is_to_be_unpacked(toy, tmp_path, name, count, around):
    files, _, _ = CLASSES[name]
    root = write(tmp_path / "typed", {"class.zip": {around + place: "" for place in files}})
    path = root / "class.zip"
    if count:
        english = f"class.zip holds the hand-ins of a class ({count} students): unpack it, and name"
        with refused(en=english, zh=f"class.zip 是全班的作业（{count} 名学生）：请先解压"):
            hand_ins.named([path], toy.spec, tmp_path / "out")
    one = hand_ins.named([path], toy.spec, tmp_path / "out", single=bool(count))
    assert list(one.hand_ins) == ["class"]


def test_several_files_of_a_student_are_one_directory(toy, tmp_path):
    files = {
        "doejane_17_900_affine-1.py": RIGHT,
        "doejane_17_901_r.pdf": "%PDF",
        "doejane_17_902_r.pdf": "",
    }
    root = write(tmp_path / "class", files)
    (hand_in,) = hand_ins.named([root], toy.spec, tmp_path / "out").hand_ins.values()
    with hand_in.opened() as path:
        assert path.name == "doejane_17"
        names = {entry.name for entry in path.iterdir()}
        assert names == {"affine-1.py", "r.pdf", "doejane_17_902_r.pdf"}
        submission = Submission(path, toy.spec.modules, toy.spec.functions)
        assert (submission.name, set(submission.files)) == ("doejane_17", {"affine"})
        submission.close()
    assert not path.exists()


def test_a_link_among_a_students_files_is_refused(toy, tmp_path):
    root = write(tmp_path / "class", {"doejane_17_900_affine.py": "", "doejane_17_901_x.py": ""})
    (hand_in,) = hand_ins.named([root], toy.spec, tmp_path / "out").hand_ins.values()
    (root / "doejane_17_901_x.py").unlink()
    (root / "doejane_17_901_x.py").symlink_to("/etc/passwd")
    with refused(en="is a link, which may lead to the work of somebody else"), hand_in.opened():
        pass


def test_files_that_are_together_too_large_are_refused(toy, tmp_path, monkeypatch):
    monkeypatch.setattr(hand_ins, "MAX_UNPACKED", 3)
    root = write(tmp_path / "class", {"doe_17_900_a.py": "12", "doe_17_901_b.py": "34"})
    (hand_in,) = hand_ins.named([root], toy.spec, tmp_path / "out").hand_ins.values()
    with refused(en="more than 64 MiB"), hand_in.opened():
        pass


def test_what_is_passed_over_is_said(capsys):
    said = {}
    for language in ("en", "zh"):
        for key in ("passed_by", "earlier"):
            said[language, key] = Sentences(language)(key, names="a.yml, out/")
    assert said == {
        ("en", "passed_by"): "passed over, for these are nobody's hand-in: a.yml, out/",
        ("en", "earlier"): "passed over, for a later attempt counts: a.yml, out/",
        ("zh", "passed_by"): "已跳过，这些不是任何人的作业：a.yml, out/",
        ("zh", "earlier"): "已跳过，以后来的提交为准：a.yml, out/",
    }


@pytest.mark.parametrize(
    "files",
    [
        {"affine.py": RIGHT, "notes.txt": ""},
        {"AFFINE.PY": RIGHT},
        {"affine (1).py": RIGHT, "report.pdf": ""},
        {"affine.ipynb": "{}"},
    ],
)
def test_a_directory_that_holds_a_module_is_one_hand_in(toy, tmp_path, files):
    root = write(tmp_path / "jane", files)
    found = hand_ins.named([root], toy.spec, tmp_path / "out")
    assert {name: hand_in.paths for name, hand_in in found.hand_ins.items()} == {"jane": (root,)}


def test_a_directory_with_a_pipe_for_a_module_is_one_submission(toy, tmp_path):
    os.mkfifo(tmp_path / "affine.py")
    found = hand_ins.named([tmp_path], toy.spec, Path("out"))
    assert list(found.hand_ins) == [tmp_path.name]


def test_results_in_the_class_itself_are_no_hand_in(toy, tmp_path):
    root = write(tmp_path / "class", {"a/affine.py": RIGHT, "results/affine.py": ""})
    found = hand_ins.named([root], toy.spec, root / "results")
    assert (list(found.hand_ins), found.passed_over) == (["a"], ["results/"])


def test_a_link_among_several_is_a_hand_in_and_a_path_that_is_not_there_is_wrong_usage(
    toy, tmp_path
):
    root = write(tmp_path / "class", {"a/affine.py": RIGHT})
    (root / "astray").symlink_to(tmp_path / "nowhere")
    several = sorted(root.iterdir())
    assert list(hand_ins.named(several, toy.spec, tmp_path).hand_ins) == ["a", "astray"]
    with refused(en="b does not exist"):
        hand_ins.named([*several, root / "b"], toy.spec, tmp_path)
    with refused(en="astray does not exist"):
        hand_ins.named([root / "astray"], toy.spec, tmp_path)


def test_a_class_without_submissions_is_wrong_usage(toy, tmp_path):
    with refused(
        en="class holds no submissions: directories, .py, .ipynb or .zip files",
        zh="class 中没有作业：作业应是目录，或者 .py、.ipynb、.zip 文件",
    ):
        hand_ins.named([write(tmp_path / "class", {"README": ""})], toy.spec, Path("out"))


def test_no_name_is_taken_for_a_page_of_the_class_or_steers_a_terminal(toy, tmp_path):
    root = write(tmp_path / "class", {"index.html/affine.py": "", "\x1b[2J\n/affine.py": ""})
    found = hand_ins.named([root], toy.spec, tmp_path / "out")
    assert list(found.hand_ins) == ["_[2J_", "index.html-2"]


@pytest.mark.parametrize("name", ["my_rnn_2.py", "a_1_b.py", "hw_01_02_x.py", "attempt_1"])
def test_an_ordinary_name_is_no_platforms(name):
    assert platforms.read(name) is None
