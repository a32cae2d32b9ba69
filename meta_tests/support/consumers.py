"""What reads our exports, after the rules that each of them states: (score, maximum) or an error.

Each reader refuses what the real one would refuse or misread.
"""

import csv
import io
import json
import re
from xml.etree import ElementTree

import jsonschema

POINTS = {"type": "number", "minimum": 0}
WHOLE = {"type": "integer", "minimum": 0}
TEXT = {"type": "string"}
NAMED = {"type": "string", "minLength": 1}


def table(optional=None, **properties):
    """A JSON Schema of an object that has these and no others."""
    return {
        "type": "object",
        "properties": properties | (optional or {}),
        "required": list(properties),
        "additionalProperties": False,
    }


def several(**properties):
    return {"type": "array", "minItems": 1, "items": table(**properties)}


VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
OUTPUT_FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
GRADESCOPE = table(
    execution_time=POINTS,
    output=TEXT,
    output_format=OUTPUT_FORMAT,
    visibility=VISIBILITY,
    stdout_visibility=VISIBILITY,
    tests=several(
        name=NAMED,
        number=NAMED,
        score=POINTS,
        max_score=POINTS,
        output=TEXT,
        output_format=OUTPUT_FORMAT,
        visibility=VISIBILITY,
        optional={"status": {"enum": ["passed", "failed"]}},
    ),
)
CLASSROOM50 = table(
    schema={"const": "classroom50/result/v1"},
    classroom=NAMED,
    assignment=NAMED,
    submission=NAMED,
    commit=NAMED,
    release=NAMED,
    review=NAMED,
    datetime={"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
    score=WHOLE,
    **{"max-score": WHOLE},
    tests=several(
        **{"test-name": NAMED, "passed": {"type": "boolean"}, "score": WHOLE, "max-score": WHOLE},
        points=POINTS,
        output=TEXT,
    ),
)
PRAIRIELEARN = table(
    gradable={"type": "boolean"},
    score={"type": "number", "minimum": 0, "maximum": 1},
    message=TEXT,
    tests=several(name=NAMED, points=POINTS, max_points=POINTS, message=TEXT, output=TEXT),
)
AUTOLAB = table(
    scores={"type": "object", "additionalProperties": POINTS, "minProperties": 1},
    scoreboard={"type": "array", "items": POINTS, "minItems": 1},
)
STATUSES = ["passed", "failed", "skipped", "pending", "other"]
CTRF = table(
    reportFormat={"const": "CTRF"},
    specVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
    results=table(
        tool=table(name=NAMED, version=TEXT),
        summary=table(
            tests=WHOLE,
            **dict.fromkeys(STATUSES, WHOLE),
            start=WHOLE,
            stop=WHOLE,
            extra={"type": "object"},
        ),
        tests=several(
            name=NAMED,
            status={"enum": STATUSES},
            duration=WHOLE,
            message=TEXT,
            extra={"type": "object"},
        ),
    ),
)


def checked(text, schema):
    """The JSON, which has no NaN and obeys the schema."""
    content = json.loads(text, parse_constant=lambda name: 1 / 0)
    jsonschema.validate(content, schema)
    return content


def added(tests, key):
    return sum(test[key] for test in tests)


def gradescope(text):
    """The total is the sum of the tests; without a status, one is as good as its score."""
    tests = checked(text, GRADESCOPE)["tests"]
    assert all(test["score"] <= test["max_score"] for test in tests)
    return added(tests, "score"), added(tests, "max_score")


def classroom50(text):
    content = checked(text, CLASSROOM50)
    total = content["score"], content["max-score"]
    for each in [content, *content["tests"]]:
        assert each["score"] <= each["max-score"]
    for test in content["tests"]:
        assert test["passed"] or test["score"] < test["max-score"] or not test["max-score"]
    return total


def prairielearn(text):
    content = checked(text, PRAIRIELEARN)
    most = added(content["tests"], "max_points")
    assert abs(content["score"] * most - added(content["tests"], "points")) < 1e-5
    return content["score"] * most, most


def autolab(text):
    """The last line of standard output; problems are added up, their maxima are Autolab's own."""
    content = checked(text.splitlines()[-1], AUTOLAB)
    assert content["scoreboard"][0] == round(sum(content["scores"].values()), 6)
    return sum(content["scores"].values()), None


def ctrf(text):
    results = checked(text, CTRF)["results"]
    summary, tests = results["summary"], results["tests"]
    assert summary["tests"] == len(tests) == sum(summary[status] for status in STATUSES)
    for status in STATUSES:
        assert summary[status] == sum(test["status"] == status for test in tests)
    assert summary["start"] <= summary["stop"]
    extras = [test["extra"] for test in tests]
    assert abs(added(extras, "points") - summary["extra"]["score"]) < 1e-5
    return summary["extra"]["score"], summary["extra"]["max_score"]


def junit(text):
    """As GitLab reads it: a name that comes twice is dropped."""
    (suite,) = ElementTree.fromstring(text.encode())
    cases = {(case.get("classname"), case.get("name")): case for case in suite.iter("testcase")}
    assert int(suite.get("tests")) == len(cases)
    for attribute, element in (("failures", "failure"), ("errors", "error"), ("skipped",) * 2):
        found = sum(case.find(element) is not None for case in cases.values())
        assert int(suite.get(attribute)) == found
    told = {prop.get("name"): float(prop.get("value")) for prop in suite.iter("property")}
    return told["score"], told["max_score"]


def rows(text):
    """The rows of a CSV; each is as long as the first, and none holds a formula."""
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in found} == {len(found[0])}
    for cell in (cell for row in found for cell in row if cell):
        assert cell[0] not in "=+-@\t\r", cell
    return found


def canvas(text, roster):
    """{student's ID: score} and the maximum; students are matched in the roster, by ID first."""
    header, possible, *students = rows(text)
    info = header[:-1]
    assert "Section" in info[-1]
    split = info[:2] == ["LastName", "FirstName"]
    assert len(header) > (4 if split else 3) and (split or info[0] == "Student")
    id_ = header.index("ID")
    assert id_ == (2 if split else 1)
    if "SIS User ID" in info:
        assert info[info.index("SIS User ID") + 1] == "SIS Login ID"
    assert possible[0].strip() == "Points Possible" and set(possible[1:-1]) == {""}
    known = {row[id_]: row for row in csv.reader(io.StringIO(roster, newline=""))}
    scores = {}
    for row in students:
        assert known[row[id_]][: len(info)] == row[:-1], "a student is as Canvas wrote them"
        assert row[id_] not in scores
        scores[row[id_]] = float(row[-1])
    return scores, float(possible[-1])


def moodle(text):
    """{address: (score, feedback)}, the columns mapped as the manual says."""
    header, *students = rows(text)
    address, grade, feedback = header
    assert address == "Email address" and feedback == f"{grade} feedback"
    assert all(re.fullmatch(r"\S+@\S+", row[0]) for row in students)
    assert len({row[0] for row in students}) == len(students)
    return {row[0]: (float(row[1]), row[2]) for row in students}


def nbgrader(text):
    """{student: (score, maximum)}."""
    header, *students = rows(text)
    assert ",".join(header) == (
        "assignment,duedate,timestamp,student_id,last_name,first_name,email,"
        "raw_score,late_submission_penalty,score,max_score"
    )
    records = [dict(zip(header, row, strict=True)) for row in students]
    for record in records:
        penalty = float(record["late_submission_penalty"])
        assert float(record["score"]) == float(record["raw_score"]) - penalty
    return {r["student_id"]: (float(r["score"]), float(r["max_score"])) for r in records}
