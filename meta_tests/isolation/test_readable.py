"""The whitelist: the interpreter and the packages by directory, never everything installed."""

import os
import sys
import sysconfig
from pathlib import Path

import numpy
import pytest

from claimgrade.isolation import readable
from claimgrade.isolation.readable import readable_paths

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


def test_the_grader_is_no_package_for_a_worker():
    with pytest.raises(ValueError, match="own package"):
        readable_paths(["numpy", "claimgrade"])


def test_nothing_of_the_grader_or_of_other_processes_is_covered():
    paths = readable_paths(["numpy", "scipy"])
    for file in (readable.__file__, "/proc/self/environ", "/etc/passwd", "/tmp/file", "/dev/shm/x"):
        assert not covers(paths, file)
