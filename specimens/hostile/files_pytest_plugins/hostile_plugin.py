import os
from pathlib import Path

Path("/tmp/claimgrade-canary").write_text("written by a plugin")
os._exit(0)
