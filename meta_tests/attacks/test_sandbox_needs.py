"""What an honest submission needs works under all layers; what is denied says so plainly."""

import json

from support.confinement import in_zygote

WORKS = {
    "numpy": "print(numpy.linalg.solve(numpy.eye(3) * 2, numpy.ones(3)).sum())",
    "a large product on all threads": "a = numpy.ones((600, 600)); print((a @ a)[0, 0])",
    "numpy's random generator": "print(numpy.random.default_rng(1).normal(size=3).shape)",
    "numpy's global generator": "numpy.random.seed(); print(numpy.random.rand(2).shape)",
    "random": "import random, secrets; print(random.random() < 1, len(secrets.token_bytes(4)))",
    "scipy.linalg": "import scipy.linalg as s; print(s.expm(numpy.zeros((2, 2))).trace())",
    "scipy.optimize": (
        "import scipy.optimize as s; print(s.minimize(lambda x: (x @ x), numpy.ones(3)).success)"
    ),
    "scipy.stats": "import scipy.stats as s; print(s.norm.cdf(0.0))",
    "scipy.signal": "import scipy.signal as s; print(s.lfilter([1.0], [1.0], numpy.ones(3)).sum())",
    "scipy.special": "import scipy.special as s; print(s.expit(0.0))",
    "scipy.integrate": "import scipy.integrate as s; print(s.quad(lambda x: x, 0, 1)[0])",
    "scipy.sparse": "import scipy.sparse as s; print(s.eye(3).tocsr().sum())",
    "threads": (
        "import threading; done = []; ts = [threading.Thread(target=done.append, args=(i,))"
        " for i in range(8)]; [t.start() for t in ts]; [t.join() for t in ts]; print(len(done))"
    ),
    "a thread pool": (
        "from concurrent.futures import ThreadPoolExecutor as P\n"
        "with P(4) as pool: print(sum(pool.map(abs, range(9))))"
    ),
    "an event loop's clock and print": "import time; print(time.time() > 0, time.monotonic() > 0)",
    "the standard library, loaded late": (
        "import decimal, fractions, statistics, sqlite3, lzma, bz2, hashlib, zoneinfo, json, csv\n"
        "print(fractions.Fraction(1, 3), hashlib.sha256(b'').hexdigest()[:4])\n"
        "print(zoneinfo.ZoneInfo('Europe/Berlin'))"
    ),
    "a traceback with its lines": (
        "import traceback, json\n"
        "try: json.loads('{')\n"
        "except ValueError: print('obj, end = self.raw_decode' in traceback.format_exc())"
    ),
    "a file of its own": "print(open(told['readable'][0]).read())",
    "warnings": "import warnings; warnings.warn('careful'); print('warned')",
    "logging": "import logging; logging.warning('careful'); print('logged')",
}


EACH = """
import contextlib, io
for name, program in {programs!r}.items():
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(program, {{"numpy": numpy, "told": told}})
        except Exception as error:
            print(type(error).__name__, error)
    sys.stdout.write(json.dumps([name, printed.getvalue().strip()]) + "\\n")
"""


def each(programs, readable=()):
    """What each of these programs prints, or raises, all of them in one confined interpreter."""
    ended = in_zygote(EACH.format(programs=programs), readable)
    told = dict(map(json.loads, ended.stdout.splitlines()))
    assert told.keys() == programs.keys(), ended.stderr
    return told


def test_an_honest_submission_can_use_what_it_needs(tmp_path):
    file = tmp_path / "data.txt"
    file.write_text("data")
    for need, told in each(WORKS, readable=(str(file),)).items():
        assert told not in ("", "False") and "Error" not in told, f"{need}: {told}"


DENIED = {
    "a temporary file": "import tempfile; tempfile.TemporaryFile()",
    "a temporary directory, preset": (
        "import tempfile; tempfile.tempdir = '/tmp'; tempfile.mkdtemp()"
    ),
    "writing a file": "open('/tmp/claimgrade-needs', 'w')",
    "saving an array": "numpy.save('/tmp/claimgrade-needs.npy', numpy.ones(2))",
    "multiprocessing": "import multiprocessing as m; m.get_context('fork').Process().start()",
    "a pool of processes": "import multiprocessing as m; m.get_context('spawn').Pool(1)",
    "a subprocess": "import subprocess; subprocess.run(['true'])",
    "os.system": "import os; assert os.system('true') != 0; raise PermissionError('-1')",
    "a socket": "import socket; socket.socket()",
    "a pair of sockets": "import socket; socket.socketpair()",
    "a web page": "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')",
    "another file": "open('/etc/passwd')",
    "a listing of the root": "import os; os.listdir('/')",
    "removing a file": "import os; os.remove('/etc/passwd')",
    "making a directory": "import os; os.mkdir('/tmp/claimgrade-needs')",
    "a signal": "import os; os.kill(os.getppid(), 0)",
    "four gigabytes": "bytearray(4 << 30)",
}


def test_what_is_denied_raises_an_ordinary_exception():
    errors = "PermissionError", "FileNotFoundError", "URLError", "MemoryError", "OSError"
    for wish, told in each(DENIED).items():
        assert told.startswith(errors), f"{wish}: {told}"


def test_the_message_is_plain():
    program = "try: open('/tmp/x', 'w')\nexcept OSError as error: print(error)"
    assert in_zygote(program).stdout == "[Errno 13] Permission denied: '/tmp/x'\n"
    program = "import socket\ntry: socket.socket()\nexcept OSError as error: print(error)"
    assert in_zygote(program).stdout == "[Errno 1] Operation not permitted\n"


def test_the_names_of_other_packages_stay_unknown():
    program = (
        "import os, pathlib\n"
        "try: os.listdir(pathlib.Path(numpy.__file__).parents[1])\n"
        "except OSError as error: print(type(error).__name__)"
    )
    assert in_zygote(program).stdout == "PermissionError\n"
