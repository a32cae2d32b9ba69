"""How many cases each profile of Hypothesis draws; nothing else."""

from claimgrade import set_profiles

set_profiles(student=100, grade=300, instructor=5000)
