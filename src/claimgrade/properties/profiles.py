"""Hypothesis profiles: on how many examples a property is tried, and for whom."""

from __future__ import annotations

from hypothesis import Phase, settings

from .. import defaults


def set_profiles(
    *,
    student: int = defaults.EXAMPLES,
    grade: int = defaults.EXAMPLES_OF_A_GRADE,
    instructor: int = defaults.EXAMPLES_OF_AN_INSTRUCTOR,
) -> None:
    """Say how many examples each profile draws; whoever names none is a `student`.

    For the `conftest.py` of an assignment, which needs none if these numbers suit it.

    >>> from claimgrade import set_profiles
    >>> set_profiles(student=50)
    >>> from hypothesis import settings
    >>> settings.get_profile("student").max_examples, settings.get_profile("grade").max_examples
    (50, 300)
    """
    common = settings(
        settings.get_profile("default"),  # not "ci", in which the seed decides nothing
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        deadline=None,
        database=None,
        report_multiple_bugs=False,
    )
    counts = {defaults.PROFILE: student, "grade": grade, "instructor": instructor}
    for name, count in counts.items():
        settings.register_profile(name, common, max_examples=count)
    settings.load_profile(defaults.PROFILE)
