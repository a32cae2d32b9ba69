"""Has a shell overwrite a file. Must happen: no program is started, and the file stays as it is."""

import subprocess

COMMAND = "echo written by a shell > /tmp/claimgrade-canary"


def __getattr__(name):
    return lambda *arguments: subprocess.run(["/bin/sh", "-c", COMMAND], check=True) and None
