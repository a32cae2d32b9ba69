"""A directory, one file, or a zip of either."""

import os
import struct
import zipfile

import pytest
from support.hand_ins import refused

from claimgrade.assignment.messages import engine_sentences
from claimgrade.storage import sources
from claimgrade.storage.tree import MAX_MEMBERS, MAX_UNPACKED
from claimgrade.submission.submission import Submission

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


def test_folders_and_a_zip_around_a_hand_in_are_seen_through(tmp_path, zipped):
    folder = tmp_path / "Jane Doe_17_assignsubmission_file"
    folder.mkdir()
    (folder / ".DS_Store").touch()
    zipped(**{"a/b/one.py": "", "__MACOSX/a/._b": ""}).rename(folder / "homework.zip")
    submission = Submission(folder, MODULES)
    assert submission.files == {"one": submission.root / "one.py"}
    assert submission.name == "Jane Doe_17_assignsubmission_file"
    submission.close()
    assert not submission.root.exists()


def test_a_zip_in_a_zip_is_unpacked_and_no_more_than_a_third(zipped):
    content = ""
    for depth in range(1, 5):
        inside = {"work.zip": content} if content else {"one.py": ""}
        content = zipped(**inside).read_bytes()
        archive = zipped(**{"report.pdf": "%PDF", "work.zip": content})
        if depth < 3:
            submission = Submission(archive, MODULES)
            assert set(submission.files) == {"one"}
            submission.close()
    with refused(en="no one.py, two.py was found; the hand-in holds work.zip"):
        Submission(archive, MODULES)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("name", ["work.zip", "one.py"])
def test_a_pipe_is_not_read(tmp_path, name):
    os.mkfifo(tmp_path / name)
    with refused(en=f"the hand-in holds {name}"):
        Submission(tmp_path, MODULES)


def test_a_link_to_a_folder_is_not_stepped_into(tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "one.py").touch()
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "homework").symlink_to(tmp_path / "other")
    with refused(en="the hand-in holds homework"):
        Submission(tmp_path / "work", MODULES)


@pytest.mark.parametrize("place", [".", "inner", "one.py"])
def test_what_may_not_be_read_is_named(tmp_path, monkeypatch, place):
    (tmp_path / "inner").mkdir()
    (tmp_path / "one.py").touch()
    refuse_to_open(monkeypatch, tmp_path / place)
    if place == "inner":
        assert set(Submission(tmp_path, MODULES).files) == {"one"}
        return
    with refused(en=f"{(tmp_path / place).name} may not be read: change its permissions"):
        Submission(tmp_path, MODULES)


def refuse_to_open(monkeypatch, forbidden):
    """As a file system does, not even to root."""

    def refusing(real):
        def opened(path, *arguments):
            if not isinstance(path, int) and os.fspath(path) == os.fspath(forbidden):
                raise PermissionError(path)
            return real(path, *arguments)

        return opened

    for name in ("open", "scandir"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))


def test_a_path_that_is_not_there_says_what_was_expected(tmp_path):
    said = {
        "en": "nobody does not exist: name a directory with one.py, two.py, one .py or .ipynb",
        "zh": "nobody 不存在：请指定含有 one.py, two.py 的目录、写有全部函数的一个 .py",
    }
    with refused(**said):
        Submission(tmp_path / "nobody", MODULES)


def test_another_kind_of_file_is_refused(tmp_path):
    (tmp_path / "report.pdf").touch()
    said = {
        "en": "report.pdf is neither a directory nor a .py or .ipynb file nor a .zip",
        "zh": "report.pdf 既不是目录，也不是 .py、.ipynb 或 .zip 文件",
    }
    with refused(**said):
        Submission(tmp_path / "report.pdf", MODULES)


@pytest.mark.parametrize("name", ["../evil.py", "/etc/evil.py", "a/../../evil.py", "..\\evil.py"])
def test_a_zip_that_leads_out_of_itself_is_refused(zipped, name):
    with refused(en="evil.py', which leads out of it", zh="evil.py' 指向压缩包之外"):
        Submission(zipped(**{name: ""}), MODULES)


def test_a_link_in_a_zip_is_refused(tmp_path):
    archive = tmp_path / "work.zip"
    link = zipfile.ZipInfo("one.py")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(link, "/etc/passwd")
    with refused(en="holds 'one.py', which leads out of it", zh="中的 'one.py' 指向压缩包之外"):
        Submission(archive, MODULES)


def test_a_zip_bomb_is_refused(tmp_path):
    archive = tmp_path / "work.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for i in range(3):
            opened.writestr(f"{i}.py", b"#" * (32 << 20))
    with refused(
        en="work.zip unpacks to more than 64 MiB or 2000 files",
        zh="work.zip 解压后超过 64 MiB 或 2000 个文件",
    ):
        Submission(archive, MODULES)


def test_a_broken_zip_is_refused(tmp_path):
    (tmp_path / "work.zip").write_bytes(b"PK, not really")
    with refused(
        en=DAMAGED,
        zh="work.zip 无法解压：文件已损坏、设有密码，或者不是 zip 文件",
    ):
        Submission(tmp_path / "work.zip", MODULES)


def forge(archive, method, flags=0):
    """Have the first member of a zip say that it is compressed, or encrypted, as it is not."""
    raw = bytearray(archive.read_bytes())
    for header, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<HH", raw, raw.index(header) + offset, flags, method)
    archive.write_bytes(raw)


DAMAGED = "work.zip can't be unpacked: it is damaged, needs a password, or is no zip"
BEGINNINGS = {  # as each method's data begin, without what should follow
    "deflate": (8, b"\x4b\x4c"),
    "enhanced deflate": (9, b"\x4b\x4c"),
    "bzip2": (12, b"BZh91AY&SY"),
    "LZMA": (14, b"\x09\x04\x05\x00\x5d\x00\x00\x80\x00\x00"),
    "Zstandard": (93, b"\x28\xb5\x2f\xfd\x04\x00"),
    "XZ": (95, b"\xfd7zXZ\x00"),
    "AES": (99, b""),
    "nobody's": (65535, b""),
}


@pytest.mark.parametrize("begins", [True, False])
@pytest.mark.parametrize("method", BEGINNINGS)
def test_a_zip_that_this_python_cannot_unpack_is_refused(zipped, method, begins):
    number, beginning = BEGINNINGS[method]
    archive = zipped(**{"one.py": beginning * begins + b"\xff" * 64})
    forge(archive, number)
    with refused(en=DAMAGED):
        Submission(archive, MODULES)


def test_a_zip_with_a_password_is_refused(zipped):
    archive = zipped(**{"one.py": "secret"})
    forge(archive, zipfile.ZIP_STORED, flags=1)
    with refused(en=DAMAGED):
        Submission(archive, MODULES)


@pytest.mark.parametrize("error", [OverflowError, IndexError, type("ZstdError", (Exception,), {})])
def test_whatever_a_decompressor_raises_refuses_the_zip(zipped, monkeypatch, error):
    def extract(*_):
        raise error

    monkeypatch.setattr(zipfile.ZipFile, "extract", extract)
    with refused(en=DAMAGED):
        Submission(zipped(**{"one.py": ""}), MODULES)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "key", ["large_zip", "large_file", "large_submission", "submission_refused"]
)
def test_the_sentences_name_the_limits_that_hold(language, key):
    sentence = engine_sentences(language)[key]
    assert f" {MAX_UNPACKED >> 20} MiB" in sentence
    assert key == "large_file" or f" {MAX_MEMBERS} " in sentence


def test_files_are_read_where_a_system_has_no_flags_for_links_and_pipes(tmp_path, monkeypatch):
    """As on Windows."""
    for name in ("O_NOFOLLOW", "O_NONBLOCK"):
        monkeypatch.delattr(os, name)
    (tmp_path / "affine.py").write_bytes(b"a = 1\r\n")
    (tmp_path / "link.py").symlink_to(tmp_path / "affine.py")
    assert sources.regular(tmp_path / "affine.py", 99) == b"a = 1\r\n"
    assert sources.regular(tmp_path / "link.py", 99) is None
