"""The whitelist: the interpreter and the packages by directory, never everything installed."""

import os
import sys
import sysconfig
from pathlib import Path

import numpy
import pytest

from claimgrade.sandbox import readable
from claimgrade.sandbox.readable import readable_paths

SITE = Path(numpy.__file__).parents[1]


def covers(paths, file):
    return any(Path(file).resolve().is_relative_to(Path(path).resolve()) for path in paths)


def test_packages_are_named_by_directory():
    paths = readable_paths(["numpy", "scipy", "no_such_package"])
    assert covers(paths, numpy.__file__)
    assert covers(paths, SITE / "numpy.libs" / "any.so") == (SITE / "numpy.libs").exists()
    assert not covers(paths, SITE / "pytest" / "__init__.py")
    assert not covers(paths, SITE / "reference.py")


def test_the_standard_library_is_there_without_what_is_installed_in_it():
    paths = readable_paths([])
    stdlib = Path(os.__file__).parent
    assert covers(paths, stdlib / "json" / "decoder.py")
    assert covers(paths, stdlib / "os.py")
    for name in ("site-packages", "dist-packages"):
        if (stdlib / name).exists():
            assert not covers(paths, stdlib / name / "anything.py")


def test_no_site_packages_is_covered_from_above():
    paths = readable_paths(["numpy", "scipy"])
    sites = [entry for entry in sys.path if Path(entry).name in readable.SITES]
    assert sysconfig.get_path("purelib") in [*sites, sysconfig.get_path("purelib")]
    assert not [site for site in sites if covers(paths, Path(site, "reference.py"))]


def test_a_home_above_a_site_packages_is_replaced_by_its_entries(tmp_path):
    for name in ("site-packages", "json"):
        (tmp_path / name).mkdir()
    assert list(readable._without_sites(tmp_path)) == [str(tmp_path / "json")]
    (tmp_path / "site-packages").rmdir()
    assert list(readable._without_sites(tmp_path)) == [str(tmp_path)]


def test_libraries_beside_a_python_are_named_one_by_one(tmp_path, monkeypatch):
    (tmp_path / "python3.11" / "site-packages").mkdir(parents=True)
    (tmp_path / "libm.so.6").touch()
    (tmp_path / "x86_64-linux-gnu").mkdir()
    monkeypatch.setattr(readable, "LIBRARIES", (str(tmp_path),))
    paths = list(readable._shared_libraries())
    assert paths[:2] == [str(tmp_path / "libm.so.6"), str(tmp_path / "x86_64-linux-gnu")]
    assert str(tmp_path) not in paths


def test_a_module_of_one_file_brings_its_bytecode(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "single_file_module.py").touch()
    source, bytecode = readable._package("single_file_module")
    assert source == str(tmp_path / "single_file_module.py")
    assert bytecode.endswith(f"single_file_module.{sys.implementation.cache_tag}.pyc")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site-packages, the only one, with entries of every kind, beside an assignment."""
    site = tmp_path / "site-packages"
    for name in ("drawing/__init__.py", "drawing-1.0.dist-info/RECORD", "helper.libs/a.so",
                 "helper/__init__.py", "claimgrade/bundled/spec/assignment.toml", "alone.py",
                 "fast.cpython-311-x86_64-linux-gnu.so", "fast.abi3.so", "__editable___x_finder.py",
                 "x.pth", "x.egg-link", "other_course/spec/assignment.toml", "notes.txt",
                 "__pycache__/alone.pyc"):  # fmt: skip
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()
    for part in ("spec", "reference", "tests"):
        (tmp_path / "course" / part).mkdir(parents=True)
    (tmp_path / "plain").mkdir()
    (site / "course").symlink_to(tmp_path / "course")
    (site / "answers").symlink_to(tmp_path / "course" / "reference")
    (site / "whole").symlink_to(tmp_path)
    (site / "plain").symlink_to(tmp_path / "plain")
    (site / "drawing-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: drawing\nVersion: 1.0\nRequires-Dist: helper>=2\n"
        "Requires-Dist: alone; extra == 'more'\n"
    )
    (site / "drawing-1.0.dist-info" / "RECORD").write_text(
        "drawing/__init__.py,,\nfast.abi3.so,,\n"
    )
    monkeypatch.setattr(sys, "path", [*(p for p in sys.path if Path(p).name not in readable.SITES),
                                      str(site), str(tmp_path / "course")])  # fmt: skip
    monkeypatch.setattr(readable, "NEEDED", ())
    return site


def entries(site, packages=None):
    paths = readable_paths(packages, site.parent / "course")
    return {os.path.relpath(path, site) for path in paths if Path(path).is_relative_to(site.parent)}


def test_what_is_installed_may_be_read_but_nothing_of_the_grader_or_an_assignment(site):
    modules = {"alone.py", "fast.abi3.so", "drawing", "helper", "helper.libs", "plain"}
    native = "fast.cpython-311-x86_64-linux-gnu.so"
    modules |= {native} if native.endswith(readable.SUFFIXES) else set()
    assert entries(site) == modules


def test_an_assignment_may_name_the_packages_and_gets_what_these_require(site):
    assert entries(site, []) == set()
    assert entries(site, ["alone", "no_such_package"]) == {"alone.py"}
    native = {"fast.cpython-311-x86_64-linux-gnu.so"} & set(os.listdir(site))
    expected = {"drawing", "helper", "helper.libs", "fast.abi3.so"}
    assert entries(site, ["drawing"]) - native == expected


def test_an_answer_that_is_named_as_a_package_is_not_read(site):
    assert entries(site, ["reference", "answers", "course", "whole", "other_course"]) == set()


def test_a_course_that_holds_its_own_environment_may_use_it(tmp_path):
    paths = readable_paths(None, SITE.parent)
    assert covers(paths, numpy.__file__)


def test_the_grader_is_no_package_for_a_worker():
    with pytest.raises(ValueError, match="own package"):
        readable_paths(["numpy", "claimgrade"])


def test_nothing_of_the_grader_or_of_other_processes_is_covered():
    paths = readable_paths(["numpy", "scipy"])
    for file in (readable.__file__, "/proc/self/environ", "/etc/passwd", "/tmp/file", "/dev/shm/x"):
        assert not covers(paths, file)
