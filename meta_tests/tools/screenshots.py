"""Take the README's pictures of the score report; in DIR, a picture of every kind of page.

python -m meta_tests.tools.screenshots [DIR]
"""

import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from meta_tests.support.chromium import launched

ROOT = Path(__file__).parents[2]
SLIPS = (
    "rnn/jacobian_transposed",
    "rnn/gradient_direct_terms_only",
    "rnn/states_with_tanh",
    "spectrum/power_without_inverse",
    "lstm/gates_output_tanh",
)
FOR_THE_README = {"score_en": ("en", "light"), "score_zh_dark": ("zh", "dark")}
CROP = {"x": 0, "y": 0, "width": 900, "height": 1040}
WIDTHS = (900, 360)


def slips(target):
    """A hand-in with five slips, in which one function isn't there yet."""
    shutil.copytree(ROOT / "reference", target / "correct")
    for module in ("rnn", "spectrum", "lstm"):
        chaffs = [ROOT / f"specimens/chaffs/{name}.py" for name in SLIPS if module in name]
        parts = [f"from correct.{module} import *", *(path.read_text("utf-8") for path in chaffs)]
        (target / f"{module}.py").write_text("\n\n".join(parts), "utf-8")
    with (target / "rnn.py").open("a") as file:
        file.write("\n\ndel expanded_sum\n")
    return target


def graded(work, language, directory):
    """The score report of a hand-in."""
    page = directory / f"{work.name}_{language}.html"
    options = [f"--student={work}", f"--lang={language}", f"--score-html={page}"]
    command = [sys.executable, "-m", "pytest", "-q", *options]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    return page


def shoot(browser, page, theme, width, target, **options):
    """Write one picture."""
    tab = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme=theme, java_script_enabled=False
    )
    tab.goto(page.as_uri())
    tab.screenshot(path=target, full_page=True, **options)
    tab.close()


def main(album=None):
    with tempfile.TemporaryDirectory() as scratch, launched() as browser:
        work = slips(Path(scratch, "five_slips"))
        for name, (language, theme) in FOR_THE_README.items():
            page = graded(work, language, Path(scratch))
            shoot(browser, page, theme, CROP["width"], ROOT / f"docs/{name}.png", clip=CROP)
        if album is None:
            return
        worked = ROOT / "specimens/chaffs/worked_answers"
        works = (work, worked, ROOT / "student_template", ROOT / "reference")
        for hand_in, language in product(works, ("en", "zh")):
            page = graded(hand_in, language, Path(scratch))
            for theme, width in product(("light", "dark"), WIDTHS):
                name = f"{hand_in.name}_{language}_{theme}_{width}.png"
                shoot(browser, page, theme, width, album / name)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
