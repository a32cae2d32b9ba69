"""Rewrite what is generated from the code: the JSON Schema, and the blocks of the README.

python -m meta_tests.regenerate
"""

import json
from pathlib import Path

from claimgrade import grade

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "src/claimgrade/schemas/grade-1.json"


def main():
    SCHEMA.write_text(json.dumps(grade.json_schema(), indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
