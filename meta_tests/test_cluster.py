"""A class is graded on a Dask cluster as it is here, also where a worker is lost."""

import csv
import os
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner
from test_finding import write

from claimgrade import cli, cluster
from conftest import RIGHT, TOY

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


@pytest.fixture
def address(start):
    """Of a scheduler that listens on loopback."""
    scheduler = start("scheduler", "--port", "0")
    for line in scheduler.stderr:
        if "tcp://" in line:
            return "tcp://" + line.partition("tcp://")[2].split()[0]
    pytest.fail("the scheduler has ended")


@pytest.fixture
def worker(start, address):
    """Start a worker with one thread, and wait until it is there."""

    def one():
        process = start("worker", address, "--no-nanny", "--nthreads", "1")
        for line in process.stderr:
            if "Registered to" in line:
                return process
        pytest.fail("the worker has ended")

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


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense"])
def test_a_scheduler_that_is_not_there_is_wrong_usage(class_of_four, monkeypatch, address):
    monkeypatch.setattr(cluster, "PATIENCE", 0.1)
    command = ["grade", f"--assignment={TOY}", str(class_of_four), "-o", "out"]
    result = CliRunner().invoke(cli.main, [*command, f"--scheduler={address}"])
    assert result.exit_code == 2
    assert f"no Dask scheduler answers at {address}" in result.output
    assert "expected its address, such as tcp://" in result.output


def test_a_scheduler_without_workers_is_wrong_usage(class_of_four, address):
    command = ["grade", str(class_of_four), "-o", "out", f"--scheduler={address}"]
    ended = CliRunner().invoke(cli.main, command)
    assert ended.exit_code == 2
    assert f"the scheduler at {address} has no workers: start some, as with" in ended.output


def test_without_dask_it_is_told_how_to_get_it(class_of_four, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    command = ["grade", f"--assignment={TOY}", str(class_of_four), "-o", "out", "--scheduler=any"]
    result = CliRunner().invoke(cli.main, command)
    assert result.exit_code == 2
    assert "--scheduler needs Dask: pip install 'claimgrade[dask]'" in result.output


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
    answer = cluster.grade(packed, packed, [], [], {"numpy": "0.1"})
    assert b"a worker has other versions" in answer.output
    assert b"not {'numpy': '0.1'}" in answer.output and not answer.files
