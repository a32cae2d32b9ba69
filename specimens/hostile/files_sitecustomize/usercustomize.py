import os
from pathlib import Path

Path("/tmp/claimgrade-canary").write_text("written by usercustomize.py")
os._exit(0)
