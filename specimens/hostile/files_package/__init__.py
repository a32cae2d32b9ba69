import contextlib
import os
from pathlib import Path

with contextlib.suppress(OSError):
    Path("/tmp/claimgrade-canary").write_text("written by __init__.py")
os._exit(0)
