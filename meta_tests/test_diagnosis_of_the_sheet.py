"""Never a false diagnosis: every chaff of the sheet as a student, known and unknown, and mutants.

Properties are tried case by case in this process, up to the first that fails. A diagnosis holds up
if the chaff that it names gives the student's answers on fresh inputs, those of another seed.
"""

import warnings
from functools import partial
from itertools import chain
from types import ModuleType

import numpy as np
import pytest

from claimgrade import drawing, mutate, specimens, wire
from claimgrade.assignment import Assignment
from claimgrade.catalogue import Catalogue
from claimgrade.diagnose import CLOSE, Diagnosis, further, replied, same
from claimgrade.door import Student
from claimgrade.failures import Shortfall
from claimgrade.properties import collect
from claimgrade.tape import Tape
from claimgrade.worker import Call
from conftest import ROOT

SHEET = Assignment(ROOT)
MODULES = SHEET.spec.modules
SEED, FRESH, EXAMPLES = 20260101, 7, 100
ENOUGH_DIAGNOSED = 0.85
EVERY = 12  # of the mutants, one in so many


@pytest.fixture(scope="module", autouse=True)
def quiet():
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


@pytest.fixture(scope="module")
def properties():
    """The sheet's own tests, claim by claim."""
    found = {}
    for (claim, _), run in collect(SHEET).items():
        found.setdefault(claim, []).append(run)
    return found


class Implementation(dict):
    """The functions of a whole hand-in, by `module.function`; those not given are right."""

    def __init__(self, module=None, text=""):
        catalogue = Catalogue(SHEET)
        with catalogue.open():
            own = ModuleType(f"correct.{module}")
            own.__package__ = "correct"
            exec(compile(text, f"{module}.py", "exec"), own.__dict__)
            for name in SHEET.spec.functions:
                owner, _, short = name.partition(".")
                right = catalogue.reference(name)
                self[name] = getattr(own, short, right) if owner == module else right

    def student(self):
        return Student(lambda _, sent: wire.encode(self.reply(sent)), SHEET.spec.functions)

    def reply(self, sent):
        call = wire.decode(sent, Call)
        return replied(self[f"{call.module}.{call.function}"], sent)


def diagnoses(implementation, claims, properties, without=None):
    """For each property that fails: the function and the sentence, or None."""
    student = implementation.student()
    diagnosis = Diagnosis(SHEET, student.memory, "en")
    known = diagnosis._catalogue.chaffs
    diagnosis._catalogue.chaffs = lambda f: [chaff for chaff in known(f) if chaff[0] != without]
    attempts = further(SHEET.spec, properties, student, SEED)
    for claim in claims:
        for run in properties[claim]:
            student.begin_property()
            try:
                for case in drawing.every_case(run, EXAMPLES, SEED):
                    drawing.trying(run, student)(case)
            except Shortfall as failure:
                call = failure.call or student.last_call
                yield call.function, diagnosis.looks_like(call, attempts[call.function])


@pytest.fixture(scope="module")
def fresh(properties):
    """What the properties ask of each function with another seed, as messages."""
    right, asked = Implementation(), {}
    student = right.student()

    def send(_, sent):
        call = wire.decode(sent, Call)
        asked.setdefault(f"{call.module}.{call.function}", []).append(sent)
        return wire.encode(right.reply(sent))

    student.tape = Tape(send, student.memory.add)
    for run in chain.from_iterable(properties.values()):
        for case in drawing.every_case(run, EXAMPLES // 2, FRESH):
            drawing.trying(run, student)(case)
    return asked


def holds_up(new, function, sentence, fresh):
    """Whether a chaff that says this answers as a new instance of the hand-in does."""
    catalogue, mine = Catalogue(SHEET), new()
    with catalogue.open():
        chaffs = catalogue.chaffs(function)
        return any(
            all(same(replied(chaff, sent), mine.reply(sent), CLOSE) for sent in fresh[function])
            for specimen, chaff in chaffs
            if specimen.sentences["en"] == sentence
        )


def chaffs_of(module):
    """A module's chaffs that can be imported, each with what makes a new instance of it."""
    for chaff in specimens.find(SHEET, "chaffs"):
        if chaff.module == module and "\ndef " in chaff.path.read_text("utf-8"):
            yield chaff, partial(Implementation, module, specimens.text_of(chaff, module))


@pytest.mark.parametrize("module", MODULES)
def test_a_chaff_is_recognised_as_itself_or_not_at_all(properties, module):
    recognised = {}
    for chaff, new in chaffs_of(module):
        said = {sentence for _, sentence in diagnoses(new(), chaff.loses, properties)}
        assert said - {None} <= {chaff.sentences["en"]}, chaff.name
        recognised[chaff.name] = bool(said - {None})
    missed = [name for name, yes in recognised.items() if not yes]
    assert len(missed) <= (1 - ENOUGH_DIAGNOSED) * len(recognised), missed


@pytest.mark.parametrize("module", MODULES)
def test_an_unknown_chaff_is_not_taken_for_another(properties, fresh, module):
    for chaff, new in chaffs_of(module):
        said = set(diagnoses(new(), chaff.loses, properties, without=chaff))
        for function, sentence in said:
            assert sentence is None or holds_up(new, function, sentence, fresh), chaff.name


@pytest.mark.parametrize("module", MODULES)
def test_wrong_code_that_nobody_foresaw_is_not_taken_for_a_chaff(properties, fresh, module):
    failed = 0
    claims = [
        claim.id
        for claim in SHEET.spec.claims.values()
        if any(f"{module}.{function}" in SHEET.spec.functions for function in claim.functions)
    ]
    reference = (ROOT / "reference" / f"{module}.py").read_text("utf-8")
    mutants = [mutant.source for mutant in mutate.mutants(reference)[::EVERY]]
    for text in chain(mutants, shifted(module)):
        new = partial(Implementation, module, text)
        said = list(diagnoses(new(), claims, properties))
        failed += bool(said)
        for function, sentence in set(said):
            assert sentence is None or holds_up(new, function, sentence, fresh), text
    assert failed >= 5


def shifted(module):
    """Each function of the reference, off by a random constant, by noise, by its fifth digit."""
    rng = np.random.default_rng(5)
    for name, function in SHEET.spec.functions.items():
        owner, _, short = name.partition(".")
        if owner != module or function.kind not in ("float", "complex"):
            continue
        noise = "np.random.default_rng(np.size(y)).standard_normal(np.shape(y))"
        for wrong in (f"y + {rng.normal()}", f"y + 1e-5 * {noise}", "y * 1.00001"):
            yield (
                f"import numpy as np\nfrom correct.{module} import *\n"
                f"from correct.{module} import {short} as right\n"
                f"def {short}(*arguments):\n    y = np.asarray(right(*arguments))\n"
                f"    return {wrong}\n"
            )
