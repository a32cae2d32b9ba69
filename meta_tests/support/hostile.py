"""The hostile specimens, laid out as hand-ins with canaries for targets; what holds for all."""

import contextlib
import os
import re
import shutil
from html.parser import HTMLParser

import pytest
from support.canaries import Canaries
from support.confinement import HAS_LANDLOCK, HAS_SECCOMP
from support.toy import ROOT

HOSTILE = ROOT / "specimens" / "hostile"
NAMES = sorted(
    path.stem
    for path in HOSTILE.iterdir()
    if path.suffix == ".py" or (path / "specimen.py").exists()
)
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
FORGED = re.compile(
    r"^(=+ 3 passed|hostile: 100|100 of 100|verdict: holds|\{\"schema|Well done)", re.MULTILINE
)
ACTIVE = {"script", "img", "svg", "iframe", "object", "onerror", "onload", "javascript"}
OUR_PICTURE = ("class", "pic")
HAS_LAYERS = pytest.mark.skipif(
    not (HAS_LANDLOCK and HAS_SECCOMP), reason="takes a kernel with Landlock and seccomp"
)
WITHOUT = [pytest.param(layer, marks=HAS_LAYERS) for layer in ("landlock", "seccomp")]
ONLY_AT_A = ("steal_", "files_symlink")  # below level A, files can be read
FINDS_A_REFERENCE = {  # without Landlock, which level C says
    "steal_left_over_copy",
    "steal_left_over_copy_by_name",
    "steal_other_hand_ins",
    "steal_reference_from_a_command_line",
}
CHANGES_A_MODE = "reach_changes_the_mode_of_a_file"  # of the grader's user, if the worker is it

MAKE = {  # what can't be kept in a repository: how each module is made
    "files_symlink": lambda file, canaries: file.symlink_to(canaries.reference / file.name),
    "files_endless_link": lambda file, canaries: file.symlink_to("/dev/zero"),
    "files_pipe": lambda file, canaries: os.mkfifo(file),
    "files_not_utf8": lambda file, canaries: file.write_bytes(b"x = '\xff\xfe'\n"),
    "files_null_byte": lambda file, canaries: file.write_bytes(b"x = 1\0\n"),
    "files_one_gigabyte": lambda file, canaries: _sparse(file, 1 << 30),
    "files_deep_source": lambda file, canaries: file.write_text(f"x = {'-' * 1_000_000}1\n"),
    "files_unreadable": lambda file, canaries: (file.mkdir(), file.chmod(0)),
}
UNREADABLE = {  # nothing of it is run: a person has to look at it
    "files_symlink",
    "files_endless_link",
    "files_pipe",
    "files_one_gigabyte",
    "files_unreadable",
}


@contextlib.contextmanager
def laid_out(name, assignment, directory):
    """A specimen as a hand-in for an assignment, with canaries as its targets; yields both."""
    work = directory / "work"
    work.mkdir()
    with contextlib.closing(Canaries(assignment)) as canaries:
        if (HOSTILE / name).is_dir():
            _lay_out_directory(name, assignment.spec.modules, work, canaries)
            yield work, canaries
        else:
            shutil.copy(HOSTILE / f"{name}.py", work)
            canaries.aim(work)
            yield work / f"{name}.py", canaries


def assert_it_keeps_what_a_level_promises(name, without, result, shown, canaries):
    """It earns nothing, learns nothing, harms nothing; without a layer, what is left of that."""
    harm = canaries.harm()
    if without == "landlock":  # files can be read; nothing is written, sent or signalled
        assert result.isolation == "C"
        assert harm == []
        assert result.score == 0 or name in FINDS_A_REFERENCE
    elif without == "seccomp":  # files are neither read nor written, and no process is reached
        assert result.isolation in "BC"
        assert result.score == 0
        assert canaries.secret not in shown
        harm = [sentence for sentence in harm if "arrived" not in sentence]
        assert harm == [] or (name == CHANGES_A_MODE and result.isolation == "C")
    elif result.isolation == "A":
        assert result.score == 0
        assert canaries.secret not in shown
        assert "GOT THROUGH" not in shown
        assert harm == []
    else:
        assert result.score == 0 or name.startswith(ONLY_AT_A)
        pytest.skip(f"level {result.isolation} doesn't promise more")


def assert_it_is_whole(result, assignment):
    """Every property is in the result, and none ended by a mistake of the grader's."""
    graded = [part.id for claim in result.claims for part in claim.properties]
    assert graded == [f"{claim.id}/{name}" for claim, name in assignment.spec.properties()]
    assert "grader fault" not in result.verdicts


class _Tags(HTMLParser):
    """What could act in a page: its tags but our own pictures, attributes, schemes of links."""

    def __init__(self, page):
        super().__init__()
        self.seen = set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if OUR_PICTURE not in attributes:
            self.seen.add(tag)
        self.seen |= {name for name, _ in attributes}
        links = [str(value) for name, value in attributes if name in {"href", "src"}]
        self.seen |= {link.partition(":")[0] for link in links}


def assert_it_is_shown_as_text(output, page):
    assert not CONTROL.findall(output)
    assert not CONTROL.findall(page)
    assert not FORGED.findall(output)
    assert not _Tags(page).seen & ACTIVE


def _lay_out_directory(name, modules, work, canaries):
    shutil.copytree(HOSTILE / name, work, dirs_exist_ok=True)
    (work / "specimen.py").unlink()
    canaries.aim(work)
    any_module = work / "any_module.py"
    for module in modules:
        if name in MAKE:
            MAKE[name](work / f"{module}.py", canaries)
        else:
            shutil.copy(any_module, work / f"{module}.py")
    any_module.unlink(missing_ok=True)


def _sparse(file, size):
    file.touch()
    os.truncate(file, size)
