"""Hypothesis profiles; nothing else."""

from hypothesis import Phase, settings

settings.register_profile(
    "student",
    settings.get_profile("default"),  # not "ci", in which the seed decides nothing
    max_examples=25,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    deadline=None,
    database=None,
    report_multiple_bugs=False,
)
settings.register_profile("grade", settings.get_profile("student"), max_examples=300)
settings.register_profile("instructor", settings.get_profile("student"), max_examples=5000)
settings.load_profile("student")
