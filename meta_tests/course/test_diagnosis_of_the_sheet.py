"""Never a false diagnosis: chaffs of the sheet as students, known and unknown, and mutants.

A few of each, or with `-m matrix` every chaff, on as many cases as a session tries.
Properties are tried case by case in this process, up to the first that fails. A diagnosis holds up
if the chaff that it names gives the student's answers on fresh inputs, those of another seed.
"""

import warnings
from functools import partial
from itertools import chain
from types import ModuleType
from typing import NamedTuple

import numpy as np
import pytest
from support.toy import ROOT

from claimgrade.assignment import specimens
from claimgrade.assignment.root import Assignment
from claimgrade.calls import alarm, wire
from claimgrade.calls.failures import Shortfall
from claimgrade.calls.student import Student, channel_of
from claimgrade.calls.worker import Call
from claimgrade.diagnosis.catalogue import Catalogue
from claimgrade.diagnosis.diagnose import CLOSE, Diagnosis, further, replied, same
from claimgrade.properties import drawing
from claimgrade.properties.claims import collect
from claimgrade.validation import mutate

SHEET = Assignment(ROOT)
MODULES = SHEET.spec.modules
SEED, FRESH = 20260101, 7
ENOUGH_DIAGNOSED = 0.85


class Extent(NamedTuple):
    """One in so many chaffs, mutants and shifted functions; the cases of a property."""

    chaffs: int
    mutants: int
    shifted: int
    examples: int


FEW, ALL = Extent(24, 150, 12, 25), Extent(1, 12, 1, 100)


@pytest.fixture(
    scope="module",
    params=[FEW, pytest.param(ALL, marks=pytest.mark.matrix)],
    ids=["few", "all"],
)
def extent(request):
    return request.param


@pytest.fixture(scope="module", autouse=True)
def quiet():
    with warnings.catch_warnings(action="ignore"), np.errstate(all="ignore"), alarm.ticking():
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


def diagnoses(implementation, claims, properties, examples, without=None):
    """For each property that fails: the function and the sentence, or None."""
    student = implementation.student()
    diagnosis = Diagnosis(SHEET, channel_of(student).memory, "en")
    known = diagnosis._catalogue.chaffs
    diagnosis._catalogue.chaffs = lambda f: [chaff for chaff in known(f) if chaff[0] != without]
    attempts = further(SHEET.spec, properties, student, SEED)
    for claim in claims:
        for run in properties[claim]:
            channel_of(student).begin_property()
            try:
                for case in drawing.every_case(run, examples, SEED):
                    drawing.trying(run, student)(case)
            except Shortfall as failure:
                call = failure.call or channel_of(student).last_call
                yield call.function, diagnosis.recognise(call, attempts[call.function])


@pytest.fixture(scope="module")
def fresh(properties, extent):
    """What the properties ask of each function with another seed, as messages."""
    right, asked = Implementation(), {}

    def send(_, sent):
        call = wire.decode(sent, Call)
        asked.setdefault(f"{call.module}.{call.function}", []).append(sent)
        return wire.encode(right.reply(sent))

    student = Student(send, SHEET.spec.functions)
    for run in chain.from_iterable(properties.values()):
        for case in drawing.every_case(run, extent.examples // 2, FRESH):
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


def chaffs(every):
    """Of each module's chaffs that can be imported; each with what makes a new instance of it."""
    for module in MODULES:
        found = [
            chaff
            for chaff in specimens.find(SHEET, "chaffs")
            if chaff.module == module and "\ndef " in chaff.path.read_text("utf-8")
        ]
        for chaff in found[::every]:
            yield chaff, partial(Implementation, module, specimens.text_of(chaff, module))


def test_a_chaff_is_recognised_as_itself_or_not_at_all(properties, extent):
    recognised = {}
    for chaff, new in chaffs(extent.chaffs):
        found = diagnoses(new(), chaff.loses, properties, extent.examples)
        said = {sentence for _, sentence in found}
        assert said - {None} <= {chaff.sentences["en"]}, chaff.name
        recognised[chaff.name] = bool(said - {None})
    missed = [name for name, is_seen in recognised.items() if not is_seen]
    assert len(missed) <= (1 - ENOUGH_DIAGNOSED) * len(recognised), missed


def test_an_unknown_chaff_is_not_taken_for_another(properties, fresh, extent):
    for chaff, new in chaffs(extent.chaffs):
        found = diagnoses(new(), chaff.loses, properties, extent.examples, without=chaff)
        for function, sentence in set(found):
            assert sentence is None or holds_up(new, function, sentence, fresh), chaff.name


@pytest.mark.parametrize("module", MODULES)
def test_wrong_code_that_nobody_foresaw_is_not_taken_for_a_chaff(properties, fresh, extent, module):
    claims = [
        claim.id
        for claim in SHEET.spec.claims.values()
        if any(f"{module}.{function}" in SHEET.spec.functions for function in claim.functions)
    ]
    reference = (ROOT / "reference" / f"{module}.py").read_text("utf-8")
    texts = [mutant.source for mutant in mutate.mutants(reference)[:: extent.mutants]]
    texts += list(shifted(module))[:: extent.shifted]
    failed = 0
    for text in texts:
        new = partial(Implementation, module, text)
        said = list(diagnoses(new(), claims, properties, extent.examples))
        failed += bool(said)
        for function, sentence in set(said):
            assert sentence is None or holds_up(new, function, sentence, fresh), text
    assert failed >= len(texts) / 2


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
