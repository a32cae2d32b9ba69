"""A directory, one file, or a zip of either."""

import zipfile

import pytest

from claimgrade.submission import Submission, SubmissionError

MODULES = ["one", "two"]


@pytest.fixture
def zipped(tmp_path):
    def write(**members):
        archive = tmp_path / "work.zip"
        with zipfile.ZipFile(archive, "w") as opened:
            for name, text in members.items():
                opened.writestr(name, text)
        return archive

    return write


def test_a_directory_has_the_modules_that_are_there(tmp_path):
    (tmp_path / "two.py").touch()
    submission = Submission(tmp_path, MODULES)
    assert submission.files == {"two": tmp_path / "two.py"}
    assert submission.name == tmp_path.name


def test_one_file_holds_every_module(tmp_path):
    file = tmp_path / "mine.py"
    file.touch()
    assert Submission(file, MODULES).files == {"one": file, "two": file}


@pytest.mark.parametrize("folder", ["", "hand-in/"])
def test_a_zip_is_unpacked_and_removed(zipped, folder):
    submission = Submission(zipped(**{f"{folder}one.py": "", f"{folder}two.py": ""}), MODULES)
    assert set(submission.files) == {"one", "two"}
    assert all(file.is_file() for file in submission.files.values())
    submission.close()
    assert not submission.root.exists()


def test_a_zip_may_hold_the_one_file(zipped):
    submission = Submission(zipped(**{"all.py": ""}), MODULES)
    assert {file.name for file in submission.files.values()} == {"all.py"}
    submission.close()


def test_a_path_that_is_not_there_says_what_was_expected(tmp_path):
    with pytest.raises(SubmissionError, match=r"does not exist: name a directory with one.py, two"):
        Submission(tmp_path / "nobody", MODULES)


def test_another_kind_of_file_is_refused(tmp_path):
    (tmp_path / "report.pdf").touch()
    with pytest.raises(
        SubmissionError, match=r"neither a directory nor a .py or .ipynb file nor a .zip"
    ):
        Submission(tmp_path / "report.pdf", MODULES)


@pytest.mark.parametrize("name", ["../evil.py", "/etc/evil.py", "a/../../evil.py", "..\\evil.py"])
def test_a_zip_that_leads_out_of_itself_is_refused(zipped, name):
    with pytest.raises(SubmissionError, match="leads out of it"):
        Submission(zipped(**{name: ""}), MODULES)


def test_a_link_in_a_zip_is_refused(tmp_path):
    archive = tmp_path / "work.zip"
    link = zipfile.ZipInfo("one.py")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(link, "/etc/passwd")
    with pytest.raises(SubmissionError, match="leads out of it"):
        Submission(archive, MODULES)


def test_a_zip_bomb_is_refused(tmp_path):
    archive = tmp_path / "work.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for i in range(3):
            opened.writestr(f"{i}.py", b"#" * (32 << 20))
    with pytest.raises(SubmissionError, match="unpacks to more than 64 MiB"):
        Submission(archive, MODULES)


def test_a_broken_zip_is_refused(tmp_path):
    (tmp_path / "work.zip").write_bytes(b"PK, not really")
    with pytest.raises(SubmissionError, match="not a readable zip"):
        Submission(tmp_path / "work.zip", MODULES)
