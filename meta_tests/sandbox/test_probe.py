"""What gets through decides the level, with all layers and with each one switched off."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from support.confinement import (
    HAS_LANDLOCK,
    HAS_SECCOMP,
    IS_ROOT,
    PACKAGE,
    UNIQUE_UID,
    confined,
    only,
)

from claimgrade.sandbox import kernel, landlock, probe, seccomp
from claimgrade.sandbox.confine import LAYERS
from claimgrade.sandbox.probe import attempts, explanation, level, missing_layers
from claimgrade.sandbox.tries import Targets

live = pytest.mark.skipif(not (HAS_LANDLOCK and HAS_SECCOMP), reason="not all layers are here")
READS = {"read_file", "list_directory", "read_grader_environment", "read_grader_memory"}


@pytest.fixture
def targets(tmp_path, monkeypatch):
    """A file as readable as a reference is, listeners, and this process as the grader."""
    monkeypatch.setenv("SECRET", "seed")
    package = tmp_path / "package.py"
    package.touch()
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    (place / "reference.py").write_text("answer = 42\n")
    name = f"claimgrade-{os.getpid()}"
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
        socket.socket(socket.AF_UNIX) as abstract,
    ):
        udp.bind(("127.0.0.1", 0))
        abstract.bind(f"\0{name}")
        abstract.listen()
        yield Targets(
            grader=os.getpid(),
            file=str(place / "reference.py"),
            directory=str(place),
            package_file=str(package),
            own_file=str(package),
            tcp_port=tcp.getsockname()[1],
            udp_port=udp.getsockname()[1],
            abstract_socket=name,
        )
    shutil.rmtree(place)


def got_through(targets, without, **changes):
    """What did; the descriptor of the answer is meant to be there."""

    def try_everything():
        kept = targets.descriptors | {writer_of_the_answer()}
        return [
            name
            for name, through in attempts(targets._replace(descriptors=kept)).items()
            if through
        ]

    return set(confined(try_everything, without=frozenset(without), **changes).value)


def writer_of_the_answer():
    """The only pipe that a confined child was left."""
    for descriptor in range(3, 64):
        try:
            os.fstat(descriptor)
        except OSError:
            continue
        return descriptor
    raise AssertionError


@live
def test_with_all_layers_nothing_gets_through(targets):
    assert got_through(targets, ()) == set()


@live
@pytest.mark.parametrize("layer", ["uid", "namespaces"])
def test_level_a_needs_neither_another_user_nor_namespaces(targets, layer):
    assert got_through(targets, {layer}) == set()
    assert got_through(targets, {"uid", "namespaces"}) == set()


@live
def test_without_landlock_the_reference_can_be_read(targets):
    through = got_through(targets, {"landlock"})
    assert {"read_file", "list_directory"} <= through <= {*READS, "read_environment"}
    assert level(through) == "C"


@live
def test_without_seccomp_there_are_processes_and_messages(targets):
    through = got_through(targets, {"seccomp", "namespaces"})
    assert {"fork", "memfd", "send_udp", "change_mode"} <= through
    assert not through & {*READS, "write_file", "append_to_package", "write_tmp", "exec"}
    assert level(through) == "C"  # the mode of a file is its owner's, whom this worker still is


@live
def test_without_limits_there_is_memory_and_what_was_inherited(targets):
    through = got_through(targets, {"limits"})
    assert {"take_memory", "read_environment"} <= through
    assert through <= {"take_memory", "read_environment", "find_descriptors"}
    assert level(through) == "C"


@live
def test_no_level_a_without_landlock_or_seccomp_whatever_else_holds(targets):
    for without in ({"landlock"}, {"seccomp"}, {"landlock", "seccomp"}):
        assert level(got_through(targets, without)) != "A"


def test_with_limits_only_it_is_level_c(targets):
    through = got_through(targets, only("limits"))
    assert {"read_file", "list_directory", "connect_tcp", "send_udp", "fork", "exec"} <= through
    assert level(through) == "C"


def test_without_any_layer_everything_of_one_user_gets_through(targets):
    through = got_through(targets, LAYERS)
    least = set(probe.STOPPED_BY) - {"raise_limits", "trace_grader"}
    least -= {"read_grader_environment", "read_grader_memory"}  # some systems guard those
    assert least <= through
    assert set(missing_layers(through).values()) == {"landlock", "seccomp", "limits"}


@pytest.mark.skipif(not IS_ROOT, reason="only root becomes another user")
def test_another_user_alone_keeps_the_grader_out_of_reach(targets):
    through = got_through(targets, only("limits", "uid"), uid=UNIQUE_UID, readable=("/usr",))
    assert "read_file" in through  # anybody may read it
    assert not through & {"write_file", "append_to_package", "signal_grader", "trace_grader"}
    assert not through & {"read_grader_environment", "read_grader_memory"}


@pytest.mark.skipif(not IS_ROOT, reason="only root becomes another user")
def test_level_b_with_another_user_and_a_reference_that_only_root_reads(targets):
    Path(targets.directory).chmod(0o700)
    through = got_through(targets, only("limits", "uid"), uid=UNIQUE_UID, readable=("/usr",))
    assert {"send_udp", "fork", "write_tmp"} <= through
    assert level(through) == "B"


@live
def test_a_canary_leaves_the_grader_and_its_files_as_they_were(targets):
    before = sorted(os.listdir(targets.directory))
    got_through(targets, LAYERS)
    assert sorted(os.listdir(targets.directory)) == before
    assert Path(targets.package_file).read_bytes() == b""
    status = Path("/proc/self/status").read_text()
    assert "TracerPid:\t0" in status


def test_levels():
    assert level(()) == "A"
    assert level({"send_udp", "fork", "exec", "write_tmp"}) == "B"
    for name in sorted(probe.REACH_THE_GRADE):
        assert level({"fork", name}) == "C"


def test_the_sentence_names_what_is_missing_and_why():
    assert explanation([]) == ""
    assert explanation(["read_file", "list_directory"]) == (
        "level A needs Landlock (Linux 5.13 or newer, x86-64 or aarch64, among the kernel's "
        "active LSMs); not stopped: read_file, list_directory"
    )
    both = explanation(["read_file", "fork"])
    assert "LSMs) and seccomp filters (Linux 3.5 or newer" in both
    assert "resource limits" in explanation(["take_memory"])


def test_where_nothing_is_linux_no_layer_is_claimed_and_nothing_breaks(targets, monkeypatch):
    monkeypatch.setattr(kernel, "_LIBC", None)
    monkeypatch.setattr(landlock, "architecture", lambda: None)
    monkeypatch.setattr(seccomp, "architecture", lambda: None)
    assert confined(lambda: True).layers == []
    assert level(got_through(targets, ())) == "C"


OTHER_SYSTEM = """
import sys
sys.path[:] = {path!r}
import ctypes, hashlib, mmap, random, socket, sysconfig, tempfile  # not ours to be tested
sys.platform = {platform!r}
for name in {missing!r}:
    sys.modules[name] = None
from claimgrade.sandbox import confine, probe, syscalls
print(syscalls.architecture(), confine.LAYERS[0])
"""


@pytest.mark.parametrize(
    ("platform", "missing"), [("darwin", ()), ("win32", ("resource", "fcntl"))]
)
def test_every_module_imports_on_other_systems(platform, missing):
    path = [str(PACKAGE), *filter(None, sys.path)]
    program = OTHER_SYSTEM.format(path=path, platform=platform, missing=missing)
    ended = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.stdout == "None limits\n", ended.stderr
