"""Only a submission's own source files are copied to where a worker sees them."""

import os
import stat

import pytest

from claimgrade.calls import backends
from claimgrade.storage import sources
from claimgrade.storage.tree import SubmissionError


@pytest.fixture
def places(tmp_path):
    root, target = tmp_path / "work", tmp_path / "stage"
    root.mkdir()
    target.mkdir(mode=0o700)
    return root, target


def staged(target):
    return {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()}


def test_source_files_are_copied_and_nothing_else(places):
    root, target = places
    for name in ("one.py", "lib/two.py", ".git/three.py", "__pycache__/four.py", "notes.txt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(name)
    files = sources.copy(root, {"one": root / "one.py"}, target)
    assert staged(target) == {"one.py", "lib/two.py"}
    assert files == {"one": target / "one.py"}
    assert target.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("modules", [["a"], ["a", "b"]])
def test_one_file_that_stands_for_all_is_copied_alone(places, modules):
    root, target = places
    (root / "mine.py").write_text("")
    (root / "other.py").write_text("")
    files = dict.fromkeys(modules, root / "mine.py")
    copies = sources.copy(root, files, target, single=True)
    assert copies == dict.fromkeys(modules, target / "mine.py")
    assert staged(target) == {"mine.py"}


def test_links_pipes_and_what_cannot_be_read_are_left_out(places):
    root, target = places
    (root / "link.py").symlink_to("/etc/passwd")
    os.mkfifo(root / "pipe.py")
    (root / "folder.py").mkdir()
    files = {"link": root / "link.py", "pipe": root / "pipe.py", "folder": root / "folder.py"}
    assert sources.copy(root, files, target) == {}
    assert staged(target) == set()


def test_too_much_is_refused(places):
    root, target = places
    for i in range(3):
        (root / f"{i}.py").touch()
        os.truncate(root / f"{i}.py", 30 << 20)
    with pytest.raises(SubmissionError, match="submission_refused"):
        sources.copy(root, {"0": root / "0.py", "1": root / "1.py"}, target)


def test_too_many_are_refused(places):
    root, target = places
    for i in range(2001):
        (root / f"m{i}.py").touch()
    with pytest.raises(SubmissionError, match="submission_refused"):
        sources.copy(root, {"a": root / "m0.py", "b": root / "m1.py"}, target)


def test_a_copy_that_is_left_over_is_found_by_nobody_else(tmp_path):
    """As after `kill -9`: whoever may list the directory above does not learn where it is."""
    tmp_path.chmod(0o755)
    inner = backends._hidden(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o711
    assert len(inner.name) == 32
    assert backends._hidden(tmp_path).name != inner.name
