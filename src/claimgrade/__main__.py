"""`python -m claimgrade` is the command `claimgrade`."""

from .cli import main

main(prog_name="claimgrade")
