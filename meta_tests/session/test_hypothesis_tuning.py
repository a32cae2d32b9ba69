"""A grading doesn't ask Hypothesis to read the source of the modules around it."""

import os

from support.toy import RIGHT, TOY

LOCAL = "from hypothesis import given, strategies as st\nimport helper\n\n"
DRAWS = "@given(st.lists(st.integers(), min_size=50))\ndef test_draws(numbers):\n    pass\n"


def test_a_grading_looks_for_no_constants_and_other_sessions_do(cold, hand_in, tmp_path):
    def looks(directory, *options, **environment):
        cold("pytest", *options, HYPOTHESIS_STORAGE_DIRECTORY=str(directory), **environment)
        return (directory / "constants").exists()

    home = ("-c", os.devnull, f"--rootdir={TOY}", f"--assignment={TOY}", TOY / "tests")
    work = f"--student={hand_in(RIGHT)}"
    assert not looks(tmp_path / "graded", *home, work, CLAIMGRADE_LAUNCHED="1")
    (tmp_path / "helper.py").write_text("NUMBER = 123456\n")
    (tmp_path / "test_local.py").write_text(LOCAL + DRAWS)
    assert looks(tmp_path / "other", "test_local.py")
