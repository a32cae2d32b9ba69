"""`python -m claimgrade` is the command `claimgrade`."""

from .commands.main import main

main(prog_name="claimgrade")
