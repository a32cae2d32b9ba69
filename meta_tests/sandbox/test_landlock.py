"""Landlock: what each version of the ABI is asked for, and what the running one holds."""

import errno
import os
import socket
import struct
from pathlib import Path

import pytest
from support.confinement import HAS_LANDLOCK, confined, only

from claimgrade.sandbox import landlock

ABI = landlock.abi()
live = pytest.mark.skipif(not HAS_LANDLOCK, reason="the kernel has no Landlock")


@pytest.mark.parametrize(
    ("version", "fields"),
    [
        (1, [0x1FFF]),
        (2, [0x3FFF]),
        (3, [0x7FFF]),
        (4, [0x7FFF, 3]),
        (5, [0xFFFF, 3]),
        (6, [0xFFFF, 3, 3]),
        (7, [0xFFFF, 3, 3]),
        (9, [0xFFFF, 3, 3]),
    ],
)
def test_a_ruleset_names_what_its_abi_knows_and_no_more(version, fields):
    attributes = landlock.ruleset_attr(version)
    assert list(struct.unpack(f"={len(fields)}Q", attributes)) == fields


def test_a_rule_is_packed_without_a_gap():
    assert landlock._PATH_BENEATH_ATTR.size == 12


def test_a_machine_without_landlock_says_so(monkeypatch):
    monkeypatch.setattr(landlock, "architecture", lambda: None)
    assert landlock.abi() == 0
    with pytest.raises(OSError):
        landlock.apply([])


@live
@pytest.mark.parametrize("version", range(1, ABI + 1))
def test_the_kernel_takes_the_ruleset_of_every_version_up_to_its_own(version, monkeypatch):
    monkeypatch.setattr(landlock, "abi", lambda: version)
    assert confined(lambda: True, without=only("landlock")).layers == ["landlock"]


@pytest.fixture
def places(tmp_path):
    """A directory that may be read, and one beside it that may not."""
    for name in ("open", "closed"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
        (tmp_path / name / "tool").write_text("#!/bin/sh\n")
        (tmp_path / name / "tool").chmod(0o755)
    (tmp_path / "open" / "link").symlink_to(tmp_path / "closed" / "file")
    return tmp_path


def reopened(file):
    """By a descriptor that could be had, for Landlock allows O_PATH; but not be read through."""
    return Path(f"/proc/self/fd/{os.open(file, os.O_PATH)}")


def within(places, action):
    readable = (str(places / "open"), str(places / "missing"))
    ended = confined(action, readable=readable, without=only("landlock"))
    assert ended.layers == ["landlock"]
    return ended


@live
def test_what_is_named_can_be_read_and_listed(places):
    assert within(places, lambda: (places / "open" / "file").read_text()).value == "open"
    listed = within(places, lambda: sorted(os.listdir(places / "open"))).value
    assert listed == ["file", "link", "tool"]


@live
def test_a_single_file_can_be_named(places):
    file = places / "closed" / "file"

    def read():
        return [file.read_text(), os.access(file, os.R_OK)]

    ended = confined(read, readable=(str(file),), without=only("landlock"))
    assert ended.value == ["closed", True]


@live
@pytest.mark.parametrize(
    "attempt",
    [
        lambda places: (places / "closed" / "file").read_text(),
        lambda places: (places / "open" / ".." / "closed" / "file").read_text(),
        lambda places: (places / "open" / "link").read_text(),
        lambda places: os.listdir(places / "closed"),
        lambda places: os.listdir(places),
        lambda places: (places / "open" / "file").write_text("changed"),
        lambda places: (places / "open" / "new").touch(),
        lambda places: (places / "closed" / "new").touch(),
        lambda places: (places / "open" / "file").unlink(),
        lambda places: (places / "open" / "file").rename(places / "open" / "other"),
        lambda places: (places / "open" / "new").mkdir(),
        lambda places: (places / "open" / "new").symlink_to("file"),
        lambda places: os.mkfifo(places / "open" / "new"),
        lambda places: os.execv(places / "open" / "tool", ["tool"]),
        lambda places: Path("/proc/self/environ").read_bytes(),
        lambda places: Path(f"/proc/{os.getppid()}/mem").read_bytes(),
        lambda places: reopened(places / "closed" / "file").read_text(),
    ],
)
def test_nothing_else_is_read_and_nothing_is_changed(places, attempt):
    ended = within(places, lambda: attempt(places))
    assert (ended.error, ended.errno) == ("PermissionError", errno.EACCES)
    assert (places / "open" / "file").read_text() == "open"


@live
@pytest.mark.skipif(ABI < landlock.ABI_NETWORK, reason="Landlock speaks of no network")
def test_no_tcp_connection_is_made(places):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ended = within(places, lambda: socket.socket().connect(listener.getsockname()))
    assert (ended.error, ended.errno) == ("PermissionError", errno.EACCES)


@live
@pytest.mark.skipif(ABI < landlock.ABI_SCOPES, reason="Landlock has no scopes")
def test_nobody_outside_is_signalled_or_spoken_to(places):
    name = f"\0claimgrade-{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX) as peer:
        listener.bind(name)
        listener.listen()
        assert within(places, lambda: peer.connect(name)).errno == errno.EPERM
    assert within(places, lambda: os.kill(os.getppid(), 0)).errno == errno.EPERM
    assert within(places, lambda: os.kill(os.getpid(), 0)).error == ""


@live
def test_a_second_ruleset_gives_nothing_back(places):
    def again():
        landlock.apply([str(places)])
        return (places / "closed" / "file").read_text()

    assert within(places, again).errno == errno.EACCES
