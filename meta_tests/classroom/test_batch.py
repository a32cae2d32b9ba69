"""A class: nobody stops it, nothing is graded twice, and whoever can't be read is in it too."""

import csv
import html
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest
from support.results import WRONG, result
from support.toy import RIGHT, TOY

from claimgrade.assignment.messages import Sentences
from claimgrade.classroom import batch, forkserver, hand_ins
from claimgrade.commands import grading
from claimgrade.result.roll import GRADEBOOK
from claimgrade.session import launch
from claimgrade.session.launch import Job
from claimgrade.storage import fingerprint
from claimgrade.storage.tree import MAX_MEMBERS, MAX_UNPACKED

NO_OFFSET = RIGHT.replace("A @ x + b", "A @ x")
LOGGING = """
def pytest_configure(config):
    with open({log!r}, "a") as log:
        print(config.option.student, file=log)
"""


@pytest.fixture
def class_of(tmp_path):
    """A directory with one hand-in for each text, by name."""

    def write(**texts):
        directory = tmp_path / "submissions"
        directory.mkdir()
        for name, text in texts.items():
            (directory / name).mkdir()
            (directory / name / "affine.py").write_text(text, "utf-8")
        return directory

    return write


@pytest.fixture
def fake(toy, tmp_path):
    """A batch whose sessions write a result at once, and are listed."""

    class Fake:
        def __init__(self):
            self.ran = []
            self.result, _ = result(toy)
            self.error = None

        def session(self, job, output):
            self.ran.append(job.submission.name)
            if self.error:
                raise self.error
            if not self.result:
                return
            job.report.write_text("page")
            job.result.write_bytes(msgspec.json.encode(self.result))

        def grade(self, directory, *options, jobs=1, language="en"):
            named = hand_ins.named([directory], toy.spec, tmp_path / "out").hand_ins
            whole = batch.Batch(toy, tmp_path / "out", options, language, self.session)
            self.ran.clear()
            return {entry.name: entry for entry in whole.grade(named.values(), jobs)}

    return Fake()


def rows(out):
    with (out / GRADEBOOK).open(encoding="utf-8-sig", newline="") as file:
        return {row["name"]: row for row in csv.DictReader(file)}


REFUSED = {  # by name: in English, and in Chinese
    "essay": (
        "essay.pdf is neither a directory nor a .py or .ipynb file nor a .zip",
        "essay.pdf 既不是目录，也不是 .py、.ipynb 或 .zip 文件",
    ),
    "damaged": (
        "damaged.zip can't be unpacked: it is damaged, needs a password, or is no zip",
        "damaged.zip 无法解压：文件已损坏、设有密码，或者不是 zip 文件",
    ),
    "copied": (
        "copied is a link, which may lead to the work of somebody else",
        "copied 是一个链接，可能指向别人的作业",
    ),
    "pipe.py": (
        "pipe.py is neither a directory nor a file",
        "pipe.py 既不是目录，也不是普通文件",
    ),
    "upwards": (
        "upwards.zip holds '../affine.py', which leads out of it",
        "upwards.zip 中的 '../affine.py' 指向压缩包之外",
    ),
    "bomb": (
        "bomb.zip unpacks to more than 64 MiB or 2000 files",
        "bomb.zip 解压后超过 64 MiB 或 2000 个文件",
    ),
    "empty": (
        "no affine.py was found; the hand-in is empty",
        "没有找到 affine.py；这份作业是空的",
    ),
    "twice": (
        "affine.py was found several times: a/affine.py, b/affine.py; keep the one that counts",
        "找到多个 affine.py：a/affine.py, b/affine.py；请只保留要评分的那一个",
    ),
}


def hand_in_what_is_refused(submissions):
    (submissions / "essay.pdf").write_text("%PDF")
    (submissions / "damaged.zip").write_text("no zip")
    (submissions / "empty").mkdir()
    for name, text in {"a": RIGHT, "b": NO_OFFSET}.items():
        (submissions / "twice" / name).mkdir(parents=True)
        (submissions / "twice" / name / "affine.py").write_text(text)
    (submissions / "copied").symlink_to("right")
    os.mkfifo(submissions / "pipe.py")
    with zipfile.ZipFile(submissions / "upwards.zip", "w") as archive:
        archive.writestr("../affine.py", RIGHT)
    with zipfile.ZipFile(submissions / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("affine.py", bytes(MAX_UNPACKED + 1))


def test_a_class_is_graded_and_whoever_cannot_be_read_is_refused_alone(run, class_of):
    submissions = class_of(right=RIGHT, wrong=NO_OFFSET)
    (submissions / "solo.py").write_text(RIGHT)
    (submissions / "__bob").mkdir()
    (submissions / "__bob" / "AFFINE (1).py").write_text(RIGHT)
    (submissions / "README.md").touch()
    hand_in_what_is_refused(submissions)
    with zipfile.ZipFile(submissions / "packed.zip", "w") as archive:
        archive.writestr("packed/affine.py", RIGHT)
    session = run(
        "claimgrade", "grade", f"--assignment={TOY}", submissions, "-o", "out", "--jobs=2"
    )
    assert session.code == 4, session.output
    table = rows(session.directory / "out")
    scores = {name: row["score"] for name, row in table.items() if row["status"] == "graded"}
    assert scores == {"right": "10", "solo": "10", "packed": "10", "wrong": "4", "__bob": "10"}
    unread = {name: row for name, row in table.items() if row["status"] == "unreadable"}
    assert {name: row["summary"] for name, row in unread.items()} == {
        name: f"This submission could not be read: {english}"
        for name, (english, _) in REFUSED.items()
    }
    assert {row[column] for row in unread.values() for column in ("score", "1a-affine")} == {""}
    refused = session.grade("out/bomb/grade.json")
    assert (refused.score, refused.max_score, refused.complete) == (0, 10, True)
    assert "bomb.zip unpacks to more than 64 MiB" in refused.unreadable
    page = (session.directory / "out/bomb/report.html").read_text("utf-8")
    assert "unpacks to more than 64 MiB" in page
    assert "Not graded: a person has to look at this submission" in page
    assert "Nothing of this submission was run." in page
    overview = (session.directory / "out/index.html").read_text("utf-8")
    assert "On average 8.8 of 10 points, in the median 10." in overview
    assert "Unreadable: to be looked at by a person, and counted nowhere" in overview
    assert "bomb: unreadable. This submission could not be read: bomb.zip" in session.output
    assert "passed over, for these are nobody's hand-in: README.md" in session.output
    read = session.grade("out/__bob/grade.json").notes
    assert read == ["AFFINE (1).py was read as affine.py."]
    assert read[0] in (session.directory / "out/__bob/report.html").read_text("utf-8")
    assert "The class is in out/index.html and out/gradebook.csv." in session.output


def test_in_a_chinese_class_whoever_is_refused_reads_no_english(fake, class_of, tmp_path):
    submissions = class_of()
    hand_in_what_is_refused(submissions)
    entries = fake.grade(submissions, language="zh")
    assert {name: entry.remark for name, entry in entries.items()} == {
        name: f"无法读取这份作业：{chinese}" for name, (_, chinese) in REFUSED.items()
    }
    for name, (_, chinese) in REFUSED.items():
        page = (tmp_path / "out" / name / "report.html").read_text("utf-8")
        text = html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", page, flags=re.DOTALL))
        assert chinese in text
        assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", text)


def test_in_a_chinese_class_a_fault_of_the_grader_is_told_in_chinese(fake, class_of):
    submissions = class_of(a=RIGHT)
    fake.result = None
    (entry,) = fake.grade(submissions, language="zh").values()
    said = "评分过程中断，没有得出结果；以前的结果（如有）保持不变"
    assert (entry.faulty, entry.remark) == (True, f"{submissions / 'a'}：{said}")


def test_a_run_that_was_killed_goes_on_where_it_was(run, class_of, tmp_path):
    submissions = class_of(**{f"student{n}": RIGHT if n % 2 else NO_OFFSET for n in range(5)})
    course, log = tmp_path / "course", tmp_path / "log.txt"
    shutil.copytree(TOY, course)
    (course / "tests" / "conftest.py").write_text(LOGGING.format(log=str(log)))
    command = ["claimgrade", "grade", f"--assignment={course}", str(submissions), "--jobs=1"]
    killed = subprocess.Popen(
        [sys.executable, "-m", *command, "-o", "out"], cwd=tmp_path, stdout=subprocess.PIPE
    )
    with killed.stdout:
        done = [killed.stdout.readline().split(b":")[0].decode() for _ in range(2)]
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
    assert not (tmp_path / "out" / GRADEBOOK).exists()
    log.write_text("")
    resumed = run(*command, "-o", "out")
    assert resumed.code == 0
    kept = {line.split(":")[0] for line in resumed.output.splitlines() if ", as before" in line}
    again = {Path(line).name for line in log.read_text().splitlines()}
    assert set(done) <= kept
    assert not kept & again
    whole = run(*command, "-o", "whole")
    assert whole.code == 0
    book = (tmp_path / "out" / GRADEBOOK).read_bytes()
    assert book == (tmp_path / "whole" / GRADEBOOK).read_bytes()


@pytest.mark.parametrize(
    "language, expected",
    [
        ("en", "of 6 graded; the same command goes on from here"),
        ("zh", "份；再次运行同一条命令，就会从这里接着评"),
    ],
)
def test_ctrl_c_ends_a_run_and_says_how_to_go_on(class_of, tmp_path, language, expected):
    submissions = class_of(**dict.fromkeys("abcdef", RIGHT))
    command = [sys.executable, "-m", "claimgrade", "grade", f"--assignment={TOY}", "--jobs=1"]
    running = subprocess.Popen(
        [*command, str(submissions), "-o", "out", f"--lang={language}"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        encoding="utf-8",
    )
    with running.stdout:
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        said = running.stdout.read()
    assert running.wait() == 1
    assert expected in said
    assert not (tmp_path / "out" / GRADEBOOK).exists()


def test_what_would_be_the_same_is_kept_and_nothing_else(fake, class_of, tmp_path):
    submissions = class_of(a=RIGHT, b=RIGHT)
    assert not any(entry.kept for entry in fake.grade(submissions).values())
    kept = fake.grade(submissions)
    assert (fake.ran, [entry.kept for entry in kept.values()]) == ([], [True, True])
    (submissions / "a" / "affine.py").write_text(NO_OFFSET)
    fake.grade(submissions)
    assert fake.ran == ["a"]
    fake.grade(submissions, "--hypothesis-seed=2")
    assert fake.ran == ["a", "b"]
    (tmp_path / "out" / "b" / "grade.json").write_text('{"schema": ')
    fake.grade(submissions, "--hypothesis-seed=2")
    assert fake.ran == ["b"]


def test_another_version_of_what_may_be_imported_counts_too(toy, tmp_path, monkeypatch):
    """The grader has no use for it, but what students get may change with it."""
    site = tmp_path / "site-packages"
    site.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(site)])
    prints = set()
    for version in ("1.0", "1.1"):
        (site / f"frames-{version}.dist-info").mkdir()
        prints.add(fingerprint.of_grader(toy.root, []))
        assert fingerprint.of_grader(toy.root, []) in prints
    assert len(prints) == 2


def test_files_that_are_many_and_large_count_too(tmp_path):
    """However many and large: what can't be graded may have been mended since."""
    for number in range(MAX_MEMBERS + 2):
        (tmp_path / f"{number}.py").touch()
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(MAX_UNPACKED + 2)
    prints = {fingerprint.of_submission(tmp_path)}
    (tmp_path / f"{MAX_MEMBERS + 1}.py").write_text("x = 1")
    prints.add(fingerprint.of_submission(tmp_path))
    with (tmp_path / "large.csv").open("r+b") as file:
        file.seek(MAX_UNPACKED + 1)
        file.write(b"1")
    prints.add(fingerprint.of_submission(tmp_path))
    assert len(prints) == 3


def test_a_result_that_is_not_whole_or_the_graders_fault_is_made_again(fake, toy, class_of):
    submissions = class_of(a=RIGHT)
    names = [name for _, name in toy.spec.properties()]
    for verdict in ("grader fault", "not run"):
        fake.result, _ = result(toy, failures={names[0]: WRONG}, verdict=verdict)
        fake.grade(submissions)
        assert fake.ran == ["a"]
    fake.grade(submissions)
    assert fake.ran == ["a"]


def test_a_fault_of_the_grader_stops_nobody_else_and_is_no_zero(fake, class_of, tmp_path):
    submissions = class_of(a=RIGHT)
    fake.grade(submissions)
    before = (tmp_path / "out" / "a" / "grade.json").read_bytes()
    (submissions / "a" / "affine.py").write_text(NO_OFFSET)
    fake.error = OSError("the disk is full")
    (entry,) = fake.grade(submissions).values()
    assert (entry.graded, entry.faulty) == (False, True)
    assert entry.remark == f"{submissions / 'a'}: OSError: the disk is full"
    assert (tmp_path / "out" / "a" / "grade.json").read_bytes() == before


@pytest.mark.parametrize(
    "language, said",
    [
        ("en", "the grader itself failed in 1b-slope; the earlier result stays as it is"),
        ("zh", "评分程序自身在 1b-slope 中出错；以前的结果保持不变"),
    ],
)
def test_a_property_that_fails_of_itself_replaces_no_sound_result(
    fake, toy, class_of, tmp_path, language, said
):
    submissions = class_of(me=RIGHT)
    fake.grade(submissions)
    before = (tmp_path / "out" / "me" / "grade.json").read_bytes()
    (submissions / "me" / "affine.py").write_text(NO_OFFSET)
    fake.result, _ = result(toy, failures={"the_slope_is_A": WRONG}, verdict="grader fault")
    (entry,) = fake.grade(submissions, language=language).values()
    assert (entry.graded, entry.faulty) == (False, True)
    assert entry.remark.endswith(said)
    assert (tmp_path / "out" / "me" / "grade.json").read_bytes() == before


def test_a_session_that_refuses_to_grade_says_why(run, class_of):
    session = run(
        *("claimgrade", "grade", f"--assignment={TOY}", class_of(a=RIGHT), "-o", "out"),
        "--require-isolation=A",
        CLAIMGRADE_WITHOUT="landlock,seccomp,identity,namespaces",
    )
    assert session.code == 3
    assert "grader fault: " in session.output
    assert "the session ended without a result" in session.output
    assert "--require-isolation=A, but here it is C" in session.output


def test_a_session_that_is_forked_grades_as_one_that_is_started(toy, hand_in, tmp_path):
    work = hand_in(NO_OFFSET)
    grades = []
    with forkserver.sessions() as session:
        for start in (session, session, launch.run):
            job = Job(TOY, work, ["--lang=en"])
            made = batch.grade_one(job, tmp_path / "grade.json", tmp_path / "r.html", start)
            for claim in made.claims:
                for part in claim.properties:
                    part.seconds = 0
            grades.append(made)
    assert grades[0] == grades[1] == grades[2]


@pytest.mark.skipif(sys.platform != "linux", reason="sessions are forked on Linux only")
def test_a_session_that_is_killed_is_the_graders_fault(hand_in, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(TOY, course)
    suicide = "import os, signal\n\nos.kill(os.getpid(), signal.SIGKILL)\n"
    (course / "tests" / "conftest.py").write_text(suicide)
    files = (tmp_path / "grade.json", tmp_path / "report.html")
    with (
        forkserver.sessions() as session,
        pytest.raises(batch.GraderFault, match="no_result"),
    ):
        batch.grade_one(Job(course, hand_in(RIGHT)), *files, session)


def test_a_terminal_is_told_how_far_it_is(class_of, tmp_path):
    submissions = class_of(a=RIGHT, b=RIGHT)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "claimgrade", "grade", f"--assignment={TOY}"]
    subprocess.run(
        [*command, str(submissions), "-o", "out", "--jobs=1"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "0 of 2" in shown
    assert "1 of 2, about " in shown


@pytest.mark.parametrize(
    "done, left, english, chinese",
    [
        (0, 9, "", ""),
        (4, 8, ", about 20 s left", "，大约还需 20 秒"),
        (1, 12, ", about 2 min left", "，大约还需 2 分钟"),
    ],
)
def test_the_time_left_is_told_from_what_was_graded(monkeypatch, done, left, english, chinese):
    monkeypatch.setattr(grading.time, "monotonic", lambda: 110.0)
    for language, said in (("en", english), ("zh", chinese)):
        assert grading.time_left(Sentences(language), 100.0, done, left) == said
