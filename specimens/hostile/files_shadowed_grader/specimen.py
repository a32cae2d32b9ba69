"""Hands in modules named like the grader's own and like those it imports late. Must happen: the
grader never imports them, and none of them is held against anybody else."""
