"""The filter, run by an interpreter of its language for both architectures, then by the kernel."""

import ctypes
import errno
import fcntl
import os
import resource
import signal
import socket
import struct
import threading
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.confinement import HAS_SECCOMP, confined, only

from claimgrade.sandbox import bpf, kernel, seccomp
from claimgrade.sandbox.syscalls import AARCH64, X86_64, architecture

MACHINES = [X86_64, AARCH64]
PID = 4321
ALLOW, KILL = 0x7FFF0000, 0x80000000
REFUSED = {0x00050000 | code for code in (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTTY)}
CODES = {machine.name: seccomp.program(machine, PID) for machine in MACHINES}


def run_bpf(code: bytes, data: bytes) -> int:
    """What classic BPF returns, for the instructions that our filters are made of."""
    instructions = list(struct.iter_unpack("=HBBI", code))
    tests = {
        0x15: lambda a, k: a == k,
        0x25: lambda a, k: a > k,
        0x35: lambda a, k: a >= k,
        0x45: lambda a, k: a & k != 0,
    }
    at = accumulator = 0
    while True:
        operation, if_true, if_false, value = instructions[at]
        at += 1
        if operation == 0x06:
            return value
        if operation == 0x20:
            assert value % 4 == 0 and value <= len(data) - 4
            accumulator = struct.unpack_from("<I", data, value)[0]
        else:
            at += if_true if tests[operation](accumulator, value) else if_false


def verdict(machine, number, *arguments, audit=None):
    registers = (*arguments, *[0] * 6)[:6]
    data = struct.pack("<IIQ6Q", number, audit or machine.audit, 0x7F0000001000, *registers)
    return run_bpf(CODES[machine.name], data)


def error(code):
    return 0x00050000 | code


def allowed_by_the_rules(machine, number, arguments):
    """The policy once more, as one reads it: may this call be made?"""
    name = {n: name for name, n in machine.numbers.items()}.get(number, "")
    low = [argument & 0xFFFFFFFF for argument in arguments]
    match name:
        case "open" | "openat":
            flags = low[1] if name == "open" else low[2]
            change = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
            return not flags & (change | os.O_ASYNC | 0o20000000)
        case "clone":
            return bool(low[0] & 0x10000) and not low[0] & 0x7E020000
        case "fcntl":
            asynchronous = low[1] == fcntl.F_SETFL and low[2] & os.O_ASYNC
            return low[1] in (0, 1, 2, 3, 4, 1030) and not asynchronous
        case "ioctl":
            return low[1] in (0x5401, 0x541B, 0x5451)
        case "prlimit64":
            return arguments[2] == 0
        case "sendto":
            return arguments[4] == 0
        case "tgkill":
            return low[0] == PID
    return name in seccomp.ALLOWED


words = st.integers(0, 2**32 - 1)
telling = st.sampled_from(
    [
        *(0, 1, 2, 4, 9, 10, PID, 1030, 0o100, 0o1000, 0o2000, 0o20000, 0o20200000, 0o2000000),
        *(0x5401, 0x5412, 0x5451, 0x541B, 0x3D0F00, 0x10000, 0x10010000, 0x1200011, 1 << 32),
    ]
)
bits = st.lists(telling, max_size=2).map(lambda values: sum(set(values)))
registers = st.tuples(*[bits | words | st.integers(0, 2**64 - 1)] * 6)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
@given(data=st.data(), arguments=registers)
def test_the_filter_allows_what_the_rules_allow(machine, data, arguments):
    conditional = [machine.numbers.get(name, 0) for name in seccomp.CONDITIONAL]
    known = st.sampled_from(sorted(machine.numbers.values()))
    number = data.draw(st.sampled_from(conditional) | known | st.integers(0, 600) | words)
    given_verdict = verdict(machine, number, *arguments)
    assert (given_verdict == ALLOW) == allowed_by_the_rules(machine, number, arguments)
    assert given_verdict == ALLOW or given_verdict in REFUSED


ANYWHERE = 1 << 32  # a pointer whose lower half is zero is still a pointer
CLONE_A_THREAD = 0x3D0F00  # what the C library passes for one


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("clone", (CLONE_A_THREAD,), ALLOW),
        ("clone", (0x1200011,), error(errno.EPERM)),  # a fork
        ("clone", (CLONE_A_THREAD | 0x10000000,), error(errno.EPERM)),  # CLONE_NEWUSER
        ("clone", (CLONE_A_THREAD | 0x40000000,), error(errno.EPERM)),  # CLONE_NEWNET
        ("openat", (0, 0, os.O_RDONLY | os.O_CLOEXEC), ALLOW),
        ("openat", (0, 0, os.O_WRONLY), error(errno.EACCES)),
        ("prlimit64", (0, 7, 0, ANYWHERE), ALLOW),
        ("prlimit64", (0, 7, ANYWHERE), error(errno.EPERM)),
        ("prlimit64", (0, 7, 1), error(errno.EPERM)),
        ("sendto", (3, ANYWHERE, 1, 0, 0), ALLOW),
        ("sendto", (3, 1, 1, 0, ANYWHERE), error(errno.EPERM)),
        ("sendto", (3, 1, 1, 0, 1), error(errno.EPERM)),
        ("fcntl", (0, fcntl.F_SETFL, os.O_NONBLOCK), ALLOW),
        ("fcntl", (0, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC), error(errno.EPERM)),
        ("fcntl", (0, fcntl.F_SETOWN, 1), error(errno.EPERM)),
        ("fcntl", (0, fcntl.F_SETSIG, 9), error(errno.EPERM)),
        ("fcntl", (0, 15, 1), error(errno.EPERM)),  # F_SETOWN_EX
        ("ioctl", (0, 0x5412), error(errno.ENOTTY)),  # TIOCSTI
        ("ioctl", (0, 0x8901), error(errno.ENOTTY)),  # FIOSETOWN
        ("tgkill", (PID, PID, 6), ALLOW),
        ("tgkill", (1, 1, 6), error(errno.EPERM)),
    ],
)
def test_the_arguments_decide(machine, name, arguments, expected):
    assert verdict(machine, machine.numbers[name], *arguments) == expected


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_only_listed_numbers_are_ever_allowed(machine):
    names = {*seccomp.ALLOWED, *seccomp.CONDITIONAL}
    listed = {number for name, number in machine.numbers.items() if name in names}
    harmless = [PID, 0x10000, 0, 0, 0, 0]
    reached = {n for n in range(1024) if verdict(machine, n, *harmless) == ALLOW}
    assert reached <= listed


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
@given(number=words, audit=words, arguments=registers)
@example(number=0, audit=0x40000003, arguments=(0,) * 6)  # AUDIT_ARCH_I386
def test_a_call_of_another_architecture_kills(machine, number, audit, arguments):
    if audit != machine.audit:
        assert verdict(machine, number, *arguments, audit=audit or 1) == KILL


@given(number=st.integers(0, 600))
def test_the_calls_of_x32_are_refused(number):
    assert verdict(X86_64, 0x40000000 | number) == error(errno.EPERM)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_calls_that_have_an_older_form_and_calls_yet_unknown_are_absent(machine):
    for number in (machine.numbers["clone3"], machine.numbers["openat2"], 451, 467, 10_000):
        assert verdict(machine, number) == error(errno.ENOSYS)


def test_aarch64_has_no_calls_of_the_old_forms():
    assert not {"open", "stat", "access", "poll", "fork", "pipe"} & AARCH64.numbers.keys()
    assert {
        "openat",
        "newfstatat",
        "faccessat",
        "ppoll",
        "clone",
        "pipe2",
    } <= AARCH64.numbers.keys()


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_each_name_has_a_number_of_its_own(machine):
    assert len(set(machine.numbers.values())) == len(machine.numbers)
    assert set(seccomp.ALLOWED) <= X86_64.numbers.keys()


def test_a_jump_may_not_go_backward_too_far_or_nowhere():
    with pytest.raises(ValueError, match="no label 'away'"):
        bpf.assemble([bpf.if_equal(1, "away")])
    with pytest.raises(ValueError, match="'back' at 0 spans -1"):
        bpf.assemble([bpf.Label("back"), bpf.if_equal(1, "back")])
    far = [bpf.if_equal(1, "far"), *[bpf.give(0)] * 256, bpf.Label("far"), bpf.give(1)]
    with pytest.raises(ValueError, match="spans 256"):
        bpf.assemble(far)
    assert bpf.assemble([far[0], *far[2:]])  # 255, which a byte holds


def test_an_unknown_machine_has_no_filter(monkeypatch):
    monkeypatch.setattr(seccomp, "architecture", lambda: None)
    with pytest.raises(OSError, match="no table"):
        seccomp.apply()


live = pytest.mark.skipif(not HAS_SECCOMP, reason="no seccomp filter for this machine")


def filtered(action):
    ended = confined(action, without=only("seccomp"))
    assert ended.layers == ["seccomp"]
    return ended


def raw(name, *arguments):
    machine = architecture()
    return lambda: kernel.syscall(machine.numbers[name], *arguments)


REFUSED_CALLS = {
    **dict.fromkeys(("execve", "execveat", "kill", "tkill", "ptrace"), (0, 0, 0, 0, 0, 0)),
    **dict.fromkeys(("process_vm_readv", "process_vm_writev", "kcmp"), (0, 0, 0, 0, 0, 0)),
    **dict.fromkeys(("pidfd_open", "pidfd_getfd", "pidfd_send_signal", "setsid"), (0, 0, 0)),
    **dict.fromkeys(("socket", "connect", "bind", "listen", "accept4", "sendmsg"), (0, 0, 0)),
    **dict.fromkeys(("socketpair", "recvmsg", "setsockopt", "shutdown"), (0, 0, 0)),
    **dict.fromkeys(("truncate", "ftruncate", "renameat2", "mkdirat", "unlinkat"), (0, 0, 0)),
    **dict.fromkeys(("linkat", "symlinkat", "mknodat", "fchmodat", "fchownat"), (0, 0, 0)),
    **dict.fromkeys(("utimensat", "memfd_create", "memfd_secret", "fallocate"), (0, 0, 0)),
    **dict.fromkeys(("open_by_handle_at", "shmget", "mq_open", "inotify_init1"), (0, 0, 0)),
    **dict.fromkeys(("io_uring_setup", "io_uring_enter", "keyctl", "add_key"), (0, 0, 0)),
    **dict.fromkeys(("bpf", "perf_event_open", "userfaultfd", "mount", "umount2"), (0, 0, 0)),
    **dict.fromkeys(("unshare", "setns", "chroot", "pivot_root", "personality"), (0, 0, 0)),
    **dict.fromkeys(("prctl", "seccomp", "setuid", "setresuid", "setgroups"), (0, 0, 0)),
    **dict.fromkeys(("landlock_restrict_self", "sched_setaffinity", "setpriority"), (0, 0, 0)),
    "rt_sigqueueinfo": (1, 0, 0),
    "rt_tgsigqueueinfo": (1, 1, 0, 0),
    "clone": (17, 0, 0, 0, 0),  # SIGCHLD: a fork
    "tgkill": (1, 1, 0),
}


@live
@pytest.mark.parametrize("name", REFUSED_CALLS)
def test_the_kernel_refuses(name):
    ended = filtered(raw(name, *REFUSED_CALLS[name]))
    assert (ended.error, ended.errno) == ("PermissionError", errno.EPERM)


@live
@pytest.mark.parametrize("name", ["clone3", "openat2"])
def test_the_kernel_says_that_there_is_no(name):
    assert filtered(raw(name, 0, 0, 0, 0)).errno == errno.ENOSYS


@live
@pytest.mark.parametrize(
    "flags",
    [os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_TRUNC, os.O_APPEND, getattr(os, "O_TMPFILE", 1)],
)
def test_files_are_opened_for_reading_only(flags, tmp_path):
    file = tmp_path / "file"
    file.touch()
    ended = filtered(lambda: os.open(file, flags))
    assert (ended.error, ended.errno) == ("PermissionError", errno.EACCES)
    assert filtered(lambda: os.read(os.open(file, os.O_RDONLY | os.O_CLOEXEC), 1) == b"").value


@live
def test_the_descriptors_at_hand_signal_nobody():
    def own():
        fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())

    def asynchronous():
        fcntl.fcntl(0, fcntl.F_SETFL, os.O_ASYNC)

    def not_blocking():
        reader, _ = os.pipe()
        os.set_inheritable(reader, True)
        fcntl.fcntl(reader, fcntl.F_SETFL, fcntl.fcntl(reader, fcntl.F_GETFL) | os.O_NONBLOCK)
        return os.dup(reader) > 0

    assert filtered(own).errno == errno.EPERM
    assert filtered(asynchronous).errno == errno.EPERM
    assert filtered(not_blocking).value


@live
def test_limits_are_read_and_never_raised():
    def read():
        return resource.getrlimit(resource.RLIMIT_NOFILE)[1] != 0

    def lower():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    assert filtered(read).value
    assert filtered(lower).error in ("PermissionError", "ValueError")


@live
def test_a_terminal_is_asked_for_and_nothing_typed_into_it():
    TIOCSTI = 0x5412  # asm-generic/ioctls.h

    assert filtered(lambda: os.isatty(0)).value is False
    assert filtered(lambda: fcntl.ioctl(0, TIOCSTI, b"x")).errno == errno.ENOTTY


@live
def test_the_socket_at_hand_still_works():
    ours, theirs = socket.socketpair()

    def answer():
        theirs.sendall(theirs.recv(4).upper())
        os.write(theirs.fileno(), os.read(theirs.fileno(), 4))
        return True

    with ours, theirs:
        ours.sendall(b"pingpong")
        kept = frozenset({0, 1, 2, theirs.fileno()})
        ended = confined(answer, without=only("limits", "seccomp"), descriptors=kept)
        assert ended.value
        assert ours.recv(8) == b"PINGpong"


@live
def test_a_socket_leads_nowhere_else():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as at_hand:
        ended = filtered(lambda: at_hand.sendto(b"?", ("127.0.0.1", 9)))
    assert ended.errno == errno.EPERM


@live
def test_threads_start_and_processes_do_not():
    def start():
        done = []
        thread = threading.Thread(target=done.append, args=(1,))
        thread.start()
        thread.join()
        return done

    assert filtered(start).value == [1]
    assert filtered(os.fork).errno == errno.EPERM
    libc = ctypes.CDLL(None, use_errno=True)
    assert filtered(lambda: [libc.vfork(), ctypes.get_errno()]).value == [-1, errno.EPERM]


@live
def test_threads_that_run_already_are_confined_too():
    def from_another_thread():
        begin, tried = threading.Event(), []

        def attempt():
            begin.wait()
            with suppress(PermissionError):
                tried.append(socket.socket())

        thread = threading.Thread(target=attempt)
        thread.start()
        seccomp.apply()
        begin.set()
        thread.join()
        return len(tried)

    assert confined(from_another_thread, without=only()).value == 0


@live
def test_a_process_may_end_itself():
    ended = confined(lambda: signal.raise_signal(signal.SIGTERM), without=only("seccomp"))
    assert ended.status == -signal.SIGTERM
