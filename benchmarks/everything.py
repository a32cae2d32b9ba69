"""Every benchmark that has an aim, one after the other: docs/benchmarks.md shows what they find.

    python benchmarks/everything.py && python -m meta_tests.tools.regenerate

Takes about ten minutes; run nothing else meanwhile.
"""

import json
import os
import platform
from pathlib import Path

import classroom
import diagnosis
import isolation
import report
import sheet
from figures import show

MEASURED = Path(__file__).with_name("measured.json")


def main():
    """Write the figures only when all are there."""
    found = []
    for benchmark in (sheet, isolation, diagnosis, report, classroom):
        figures = benchmark.figures()
        show(benchmark.__name__, figures)
        found += figures
    machine = f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}"
    content = {
        "machine": f"{machine}, Python {platform.python_version()}",
        "figures": [[f.what, f.shown, f.aimed_at, f.verdict] for f in found],
    }
    MEASURED.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
