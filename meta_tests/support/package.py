"""The package as it is handed out: built, and installed in an environment that has nothing else."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from support.toy import ROOT


def build(directory: Path) -> Path:
    """The wheel, made from an unpacked sdist, so that it shows what either of them lacks."""
    _python("-m", "hatchling", "build", "-t", "sdist", "-d", directory, cwd=ROOT)
    (sdist,) = directory.glob("*.tar.gz")
    shutil.unpack_archive(sdist, directory)
    source = directory / sdist.name.removesuffix(".tar.gz")
    _python("-m", "hatchling", "build", "-t", "wheel", "-d", directory, cwd=source)
    (wheel,) = directory.glob("*.whl")
    return wheel


def install(wheel: Path, directory: Path) -> Path:
    """An environment with the wheel in it; the directory of its commands."""
    venv.create(directory, symlinks=True)
    python = directory / "bin" / "python"
    _python("-m", "pip", f"--python={python}", "install", "-q", "--no-deps", "--no-index", wheel)
    lend_packages(directory)
    return python.parent


def lend_packages(environment: Path) -> None:
    """Lend it pytest, numpy and the like, without network; but no claimgrade of this checkout's.

    A path in a .pth file is looked at for packages, and not for further .pth files.
    """
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    command = environment / "bin" / "pytest"
    command.write_text(
        f"#!{command.parent}/python\nfrom pytest import main\nraise SystemExit(main())\n"
    )
    command.chmod(0o755)


def plain_environment(commands: Path) -> dict[str, str]:
    """The variables of a person who types the commands, without colour or a locale."""
    ours = ("PYTEST_", "LC_", "CLAIMGRADE_", "PYTHON", "GITHUB_")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    path = f"{commands}{os.pathsep}{os.environ['PATH']}"
    return inherited | {"PATH": path, "COLUMNS": "80", "LANG": "C.UTF-8", "NO_COLOR": "1"}


def _python(*arguments, cwd=None) -> None:
    subprocess.run([sys.executable, *map(str, arguments)], cwd=cwd, check=True)
