"""A class is graded on a Dask cluster as it is here, also where a worker is lost."""

import csv
import os
import signal
import socket
import subprocess
import sys
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from support.hand_ins import write
from support.toy import RIGHT, TOY

from claimgrade.classroom import cluster
from claimgrade.commands import main
from claimgrade.session.launch import Job

pytest.importorskip("distributed", reason="Dask is not installed")

NO_OFFSET = RIGHT.replace("A @ x + b", "A @ x")
WITHOUT_PAGES = ("--no-dashboard", "--host", "127.0.0.1")


@pytest.fixture
def start(tmp_path):
    """Start a part of a cluster; its process. All end with the test."""
    processes = []

    def part(name, *options):
        command = [sys.executable, "-m", f"distributed.cli.dask_{name}", *options, *WITHOUT_PAGES]
        process = subprocess.Popen(
            command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        processes.append(process)
        return process

    yield part
    for process in processes:
        process.kill()
        process.wait()
        process.stderr.close()


def told(process, what):
    """The address that follows these words in what a part of a cluster prints."""
    for line in process.stderr:
        if what in line:
            return "tcp://" + line.partition("tcp://")[2].split()[0]
    return pytest.fail("it has ended")


@pytest.fixture
def address(start):
    """Of a scheduler that listens on loopback."""
    return told(start("scheduler", "--port", "0"), "Scheduler at:")


class Worker(NamedTuple):
    """Its process, and its address."""

    pid: int
    address: str


@pytest.fixture
def worker(start, address):
    """Start a worker with one thread, and wait until it is there."""

    def one():
        process = start("worker", address, "--no-nanny", "--nthreads", "1")
        there = Worker(process.pid, told(process, "Start worker at:"))
        told(process, "Registered to:")
        return there

    return one


@pytest.fixture
def class_of_four(tmp_path):
    directory = tmp_path / "class"
    directory.mkdir()
    for number in range(4):
        (directory / f"s{number}.py").write_text(NO_OFFSET if number % 2 else RIGHT)
    return directory


def gradebook(out):
    with (out / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_lost_worker_loses_nothing(run, worker, address, class_of_four, tmp_path):
    first, _ = worker(), worker()
    command = ["claimgrade", "grade", f"--assignment={TOY}", "--lang=en", "--seed=1", class_of_four]
    grading = subprocess.Popen(
        [sys.executable, "-m", *command, "-o", "there", f"--scheduler={address}"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    with grading:
        lines = [grading.stdout.readline()]
        os.killpg(first.pid, signal.SIGKILL)
        lines += grading.stdout.readlines()
    assert grading.returncode == 0, lines
    graded = sorted(line.partition(":")[0] for line in lines if " points, see " in line)
    assert graded == [f"s{number}" for number in range(4)]
    run(*command, "-o", "here")
    assert gradebook(tmp_path / "there") == gradebook(tmp_path / "here")


def refused(*arguments):
    """What a command of wrong usage says; any other exception is the test's failure."""
    ended = CliRunner().invoke(main.main, ["grade", *map(str, arguments)], catch_exceptions=False)
    assert ended.exit_code == 2
    return ended.output


@pytest.fixture
def nobody():
    """The address of somebody who listens and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "tls://127.0.0.1:1", "word", "nobody"])
def test_a_scheduler_that_is_not_there_is_wrong_usage(
    class_of_four, nobody, monkeypatch, tmp_path, address
):
    monkeypatch.setattr(cluster, "PATIENCE", 0.1)
    address = nobody if address == "nobody" else address
    said = refused(class_of_four, "-o", tmp_path / "out", f"--scheduler={address}")
    assert f"no Dask scheduler answers at {address} (" in said
    assert "expected its address, such as tcp://" in said


def test_a_worker_is_no_scheduler(class_of_four, worker, tmp_path):
    address = worker().address
    said = refused(class_of_four, "-o", tmp_path / "out", f"--scheduler={address}")
    assert f"no Dask scheduler answers at {address} (Worker): expected" in said


def test_a_scheduler_without_workers_is_wrong_usage(class_of_four, address, tmp_path):
    said = refused(class_of_four, "-o", tmp_path / "out", f"--scheduler={address}")
    assert f"the scheduler at {address} has no workers: start some, as with" in said


def test_without_dask_it_is_told_how_to_get_it(class_of_four, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = refused(class_of_four, "-o", tmp_path / "out", "--scheduler=any")
    assert "--scheduler needs Dask: pip install 'claimgrade[dask]'" in said


def test_a_scheduler_is_for_a_class(run, class_of_four):
    session = run("claimgrade", "grade", class_of_four / "s1.py", "--scheduler=tcp://127.0.0.1:1")
    assert session.code == 2
    assert "--scheduler needs -o OUT" in session.output


def test_what_is_looked_at_goes_to_a_worker_and_nothing_else(tmp_path):
    files = {"affine.py": RIGHT, "code/tools.py": "", "env/pyvenv.cfg": "", "env/lib/x.py": ""}
    work = write(tmp_path / "work", files | {".git/config": "", "node_modules/m.js": ""})
    packed = cluster.pack_work(work)
    assert packed == ("work", {"affine.py": RIGHT.encode(), "code/tools.py": b""})
    assert cluster.pack_work(work / "affine.py") == ("affine.py", {"": RIGHT.encode()})


def test_other_versions_on_a_worker_are_told(tmp_path):
    packed = cluster.Packed("s.py", {"": RIGHT.encode()})
    answer = cluster.grade(packed, packed, Job(TOY, tmp_path), {"numpy": "0.1"})
    assert b"a worker has other versions" in answer.output
    assert b"not {'numpy': '0.1'}" in answer.output and answer.result is None
