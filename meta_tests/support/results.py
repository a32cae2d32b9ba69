"""Results of the toy assignment as data, for tests of what is drawn from them."""

import msgspec

from claimgrade.assignment.messages import Texts
from claimgrade.classroom import overview
from claimgrade.classroom.gradebook import Entry
from claimgrade.result import grade
from claimgrade.result.grade import Failure, Outcome, Run

RUN = Run(
    assignment="toy",
    submission="me",
    isolation="A",
    profile="student",
    seed=1,
    examples=100,
    versions={"python": "3"},
)
EVIL = "<script>document.title = 'taken'</script><img src=x onerror=alert(1)>"
WRONG = Failure(
    message="Your M is wrong.",
    function="affine.slope",
    where="affine.py:5",
    inputs={"A": [[1.0, 2.0], [3.0, 4.0]], "h_0": [0.5, -1.0], "n": 2, "said": {"f": "erase"}},
    required=[[1.0, 2.0], [3.0, 4.0]],
    yours=[[1.0, 2.0], [9.0, 4.0]],
    differing=[[1, 0]],
)


def attacked():
    """A failure with markup wherever a student's text can get."""
    return Failure(
        message=f"m {EVIL}",
        function=f"f {EVIL}",
        where=f"w {EVIL}",
        inputs={f"n {EVIL}": f"v {EVIL}"},
        yours={f"k {EVIL}": [f"l {EVIL}"]},
        looks_like=f"a {EVIL}",
        student_traceback=f"t {EVIL}",
        printed=f"p {EVIL}",
    )


def result(toy, language="en", failures=None, verdict="fails", run=RUN):
    """(grade, texts) of a hand-in in which the properties named so fell short, and no other."""
    texts = Texts(toy.spec, language)
    outcomes = {}
    for claim, name in toy.spec.properties():
        failure = (failures or {}).get(name)
        outcomes[claim.id, name] = Outcome(
            claim=claim.id,
            property=name,
            verdict=verdict if failure else "holds",
            failure=failure,
        )
    return grade.grade(toy.spec, texts, run, outcomes), texts


def entries(toy, language="en"):
    """A class of the toy: one with all points, two who share a slip, an attack, a fault."""
    slip = {"the_slope_is_A": msgspec.structs.replace(WRONG, looks_like="The transpose of A.")}
    hand_ins = {"ann": {}, "bob": slip, "cho": slip, f"=1+1{EVIL}": {"f_of_zero_is_b": attacked()}}
    found = [
        Entry.of(name, *result(toy, language, failures)) for name, failures in hand_ins.items()
    ]
    return [*found, Entry.without_grade("zoe", f"the session ended: {EVIL}")]


def class_page(toy, language="en"):
    """The overview of that class."""
    return overview.render(toy.spec, entries(toy, language), Texts(toy.spec, language))
