"""The user that a worker becomes, the capabilities it loses, the namespaces it may get."""

import os
import socket
from pathlib import Path

import pytest
from support.confinement import IS_ROOT, UNIQUE_UID, confined, only

from claimgrade.sandbox import credentials, kernel, namespaces

as_root = pytest.mark.skipif(not IS_ROOT, reason="only root becomes another user")


def capabilities():
    lines = Path("/proc/self/status").read_text().splitlines()
    masks = dict(line.split(":\t") for line in lines if line.startswith("Cap"))
    return [int(masks[name], 16) for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")]


def taking(action, **changes):
    settings = {"uid": UNIQUE_UID, "readable": ("/usr",), "without": only("uid"), **changes}
    return confined(action, **settings)


@as_root
def test_root_becomes_somebody_else_in_every_respect(monkeypatch):
    take = credentials.take

    def take_from_groups(*arguments):
        os.setgroups([0, 4])
        take(*arguments)

    monkeypatch.setattr(credentials, "take", take_from_groups)
    ended = taking(lambda: [os.getresuid(), os.getresgid(), os.getgroups(), capabilities()])
    assert ended.layers == ["uid"]
    assert ended.value == [[UNIQUE_UID] * 3, [UNIQUE_UID] * 3, [], [0, 0, 0, 0]]


@as_root
@pytest.mark.parametrize(
    "attempt",
    [
        lambda: os.setuid(0),
        lambda: os.setresgid(0, 0, 0),
        lambda: os.setgroups([0]),
        lambda: os.kill(os.getppid(), 0),
        lambda: Path(f"/proc/{os.getppid()}/mem").read_bytes(),
        lambda: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
        lambda: os.nice(-1),
    ],
)
def test_nothing_is_regained(attempt):
    assert taking(attempt).error == "PermissionError"


@as_root
def test_a_user_who_could_not_get_at_the_interpreter_is_not_taken(tmp_path):
    tmp_path.chmod(0o700)
    (tmp_path / "lib").mkdir()
    ended = taking(lambda: [os.getuid(), capabilities()], readable=("/usr", str(tmp_path / "lib")))
    assert ended.layers == []
    assert ended.value == [0, [0, 4, 4, 0]]  # what it takes to read below such a directory


@as_root
def test_root_without_a_user_to_become_loses_its_capabilities():
    ended = taking(lambda: [os.getuid(), capabilities()], uid=None)
    assert ended.layers == []
    assert ended.value == [0, [0, 0, 0, 0]]


def test_anybody_else_stays_who_they_are_and_has_no_capability():
    if IS_ROOT:
        pytest.skip("root is somebody")
    ended = taking(lambda: [os.getuid() == credentials.os.geteuid(), capabilities()])
    assert ended.layers == []
    assert ended.value == [True, [0, 0, 0, 0]]


def test_no_program_gives_a_privilege_back():
    PR_GET_NO_NEW_PRIVS = 39  # linux/prctl.h

    assert taking(lambda: kernel.prctl(PR_GET_NO_NEW_PRIVS)).value == 1


def test_every_directory_on_the_way_counts(tmp_path):
    assert credentials.can_be_entered_by_all(["/usr/lib", "/", "/no/such/path"])
    private = tmp_path / "private"
    (private / "below").mkdir(parents=True)
    private.chmod(0o750)
    assert not credentials.can_be_entered_by_all(["/usr", str(private / "below" / "deep")])


def has_namespaces():
    return confined(lambda: True, without=only("namespaces")).layers == ["namespaces"]


@pytest.mark.skipif(not has_namespaces(), reason="namespaces are not allowed here")
def test_a_network_of_its_own_leads_nowhere():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        ended = confined(lambda: socket.create_connection(address), without=only("namespaces"))
    assert ended.error == "OSError"
    assert "unreachable" in ended.message


@pytest.mark.skipif(not has_namespaces(), reason="namespaces are not allowed here")
def test_a_user_keeps_its_number_in_them():
    ended = confined(
        lambda: [os.getuid(), os.getgid()], without=only("namespaces", "uid", "limits")
    )
    assert ended.value == [os.getuid(), os.getgid()]


@as_root
@pytest.mark.skipif(not has_namespaces(), reason="namespaces are not allowed here")
def test_root_becomes_somebody_else_in_them_too():
    ended = taking(lambda: os.getresuid(), without=only("namespaces", "uid"))
    assert set(ended.layers) == {"namespaces", "uid"}
    assert ended.value == [UNIQUE_UID] * 3


def test_where_they_are_not_allowed_nothing_is_claimed(monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(namespaces.kernel, "call", refuse)
    assert confined(lambda: True, without=only("namespaces")).layers == []
