"""What is replayed is what would have been: the same questions, and the same verdicts."""

import os
import shutil
from collections import Counter
from random import Random
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import core

from claimgrade.assignment import specimens
from claimgrade.assignment.root import Assignment
from claimgrade.calls import wire
from claimgrade.calls.failures import Fails, Stopped
from claimgrade.calls.tape import MOST_BYTES, WHERE, Recording, Tape
from claimgrade.calls.worker import Answer
from claimgrade.properties import drawing
from claimgrade.properties.drawing import Cases, for_all
from claimgrade.result.grade import Grade
from claimgrade.session.recordings import KEPT, Recordings
from conftest import RIGHT, ROOT, TOY

SEED = 1
SHEET, TOYS = Assignment(ROOT), Assignment(TOY)
COUNTS = "calls = []\n" + RIGHT.replace("    return", "    calls.append(1)\n    return")
HAND_INS = {
    "right": RIGHT,
    "rounds in another way": RIGHT.replace("A @ x + b", "(A * x + b[:, None] / x.size).sum(1)"),
    "wrong from the 300th call": COUNTS.replace("A @ x + b", "A @ x + b + (len(calls) > 300)"),
    "hangs at the 60th call": COUNTS.replace(
        "A.copy()", "A if len(calls) < 60 else __import__('time').sleep(3600)"
    ),
    "ends now and then": "import os\n"
    + RIGHT.replace("A.copy()", "A if A[0, 0] < 2 else os._exit(0)"),
}
CHAFF, SOME = "lstm/gates_share_one_bias", "3a-roles or 3b-ranges"


@pytest.fixture(autouse=True)
def seeded(monkeypatch):
    """The properties that are tried in this process draw the same in each run."""
    monkeypatch.setattr(core, "global_force_seed", SEED)


@pytest.fixture
def grade(server, tmp_path):
    """The result of a session of the toy with this cache."""

    def session(work, cache):
        options = ["--score-json=grade.json", "--deadlines=2,60,600"]
        environment = {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(cache)}
        server.grade(TOY, work, tmp_path, options, environment)
        result = msgspec.json.decode((tmp_path / "grade.json").read_bytes(), type=Grade)
        return timeless(result)

    return session


def timeless(result):
    """Without what a clock has measured."""
    for claim in result.claims:
        for part in claim.properties:
            part.seconds = 0
    return result


@pytest.fixture(scope="module")
def recorded(server, tmp_path_factory):
    """A cache that knows the answers of the toy's reference."""
    home = tmp_path_factory.mktemp("recorded")
    environment = {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(home / "cache")}
    server.grade(TOY, TOY / "reference", home, [], environment)
    return home / "cache"


@pytest.mark.parametrize("name", HAND_INS)
def test_a_hand_in_is_judged_as_it_was(grade, hand_in, cache, recorded, name):
    """Live; again, where all that held is known; and where the reference's answers are known."""
    work = hand_in(HAND_INS[name])
    live = grade(work, cache)
    if live.isolation not in "AB":
        pytest.skip(f"nothing is recorded at level {live.isolation}")
    assert grade(work, cache) == live
    assert grade(work, shutil.copytree(recorded, cache / "copy")) == live


def test_a_chaff_of_the_sheet_is_judged_as_it_was(run, tmp_path):
    (chaff,) = (one for one in specimens.find(SHEET, "chaffs") if one.name == CHAFF)
    (tmp_path / "home").mkdir()
    work = specimens.assemble(SHEET, chaff, tmp_path / "home")
    patient = "--deadlines=10,120,3600"  # what is tried here is not the speed of this machine
    command = ("pytest", f"--student={work}", patient, "-k", SOME, "--score-json=grade.json")
    live, replayed = (timeless(run(*command).grade()) for _ in range(2))
    assert {"holds", "fails"} <= live.verdicts
    assert replayed == live


class Number(NamedTuple):
    a: int


class Pupil:
    """Asked by messages; `asked` are those that came."""

    last_call = None

    def __init__(self, answer):
        self.asked = []
        self.told = []
        self._answer = answer
        self.tape = Tape(self._send, lambda *call: self.told.append(call))
        self._channel = self

    def _send(self, function, message):
        self.asked.append(message)
        value = self._answer(wire.decode(message), len(self.asked))
        return wire.encode(Answer(value, "", [], f"{id(self)}.py:1"))

    def double(self, number):
        return wire.decode(self.tape.ask("m.double", wire.encode(number)), Answer).value


SORTS, CASES, ASKED = 12, 30, 4  # of answers; of a random property: cases, and questions of each
judged = []


@for_all(Cases(1, lambda raw: Number(raw[0]), [Number(1000)]))
def quadruple(student, a):
    """Twice the double; what is asked next depends on the answer."""
    judged.append(a)
    if abs(student.double(student.double(a)) - 4 * a) > 2:
        raise Fails("differs")


def play(recording, answer, run=quadruple):
    """A student who is asked by the property: what was asked, and how it ended."""
    student = Pupil(answer)
    student.tape.recording = recording
    judged.clear()
    try:
        run(student)
        ended = "holds"
    except (Fails, Stopped) as error:
        ended = type(error).__name__
    student.tape.recording = None
    return student.asked, ended, drawing.examples(run)


def dies(number, count):
    raise Stopped("crashed", "process_ended", function="double", how="")


ANSWERS = {
    "right": lambda number, count: 2 * number,
    "right, in another way": lambda number, count: 2.0 * number,
    "sometimes near": lambda number, count: 2 * number + (number % 3 == 0),
    "wrong at large numbers": lambda number, count: 2 * min(number, 150),
    "wrong after a while": lambda number, count: 2 * number + 9 * (count > 40),
    "wrong at once": lambda number, count: 0,
    "gone after a while": lambda number, count: 2 * number if count < 31 else dies(number, count),
}


@pytest.mark.parametrize("first", ANSWERS)
@pytest.mark.parametrize("second", ANSWERS)
def test_the_same_is_asked_in_the_same_order(first, second):
    recording = Recording()
    assert play(recording, ANSWERS[first]) == play(None, ANSWERS[first])
    assert play(recording, ANSWERS[second]) == play(None, ANSWERS[second])


def by_chance(random):
    """A property that draws little: what it asks next depends on the answers; so does its end."""
    then = [random.choice(["ask", "ask", "ask", "ask", "hold", "fail"]) for _ in range(SORTS)]
    begins = random.randrange(SORTS)

    @for_all(Cases(1, lambda raw: Number(raw[0] % CASES), [Number(1000)]))
    def run(student, a):
        told = a + begins
        for _ in range(ASKED):
            told += student.double(told)
            match then[told % SORTS]:
                case "hold":
                    return
                case "fail" if told % 5 == 0:
                    raise Fails("differs")

    return run


def anybody(random):
    """Answers that are decided by the question, and for some by how much was asked before."""
    wrong = {random.randrange(SORTS): random.randrange(SORTS) for _ in range(random.randrange(4))}
    late = random.choice([0, 0, random.randrange(60)])  # after so many calls, always wrong
    last = random.choice([0, 0, 0, random.randrange(1, 60)])  # and after so many, gone

    def answer(number, count):
        if count == last:
            dies(number, count)
        return number % 7 + wrong.get(number % SORTS, 0) + (count > late > 0)

    return answer


def test_a_recording_changes_nothing_for_any_property_and_any_student(monkeypatch):
    """Random properties; each is tried on random students in turn, with one recording."""
    monkeypatch.setattr(
        drawing, "_fail_small", lambda cases, trial, raw, _: trial(cases.decode(raw))
    )
    ends = Counter()
    for seed in range(100):
        random = Random(seed)
        run, recording = by_chance(random), Recording()
        for student in random.sample([anybody(random) for _ in range(4)] * 2, 8):
            live = play(None, student, run)
            assert play(recording, student, run) == live, seed
            ends[live[1]] += 1
    assert min(ends[end] for end in ("holds", "Fails", "Stopped")) >= 50, ends


def test_known_answers_are_not_judged_but_remembered():
    recording = Recording()
    _, _, count = play(recording, ANSWERS["right"])
    assert len(judged) == count
    asked, _, again = play(recording, ANSWERS["right"])
    assert (judged, again, len(asked)) == ([], count, 2 * count)
    student = Pupil(ANSWERS["right"])
    student.tape.recording = recording
    assert student.tape.holds(0)
    assert [message for _, message, _ in student.told] == student.asked


@pytest.mark.parametrize(
    "spoiled, known",
    [
        (lambda answer: answer, True),
        (lambda answer: answer.replace(b"here.py:1", b"there.py:"), True),
        (lambda answer: answer.replace(b"here.py:1", b"here.py:\xff"), False),
        (lambda answer: answer + b" ", False),
        (lambda answer: answer[:-1], False),
        (lambda answer: answer.partition(WHERE)[0], False),
        (lambda answer: answer.replace(b"float64", b"float32"), False),
        (lambda answer: b"", False),
    ],
)
def test_an_answer_is_known_as_a_whole_but_for_its_place(spoiled, known):
    answer = wire.encode(Answer(2.0, "float64", [], "here.py:1"))
    first, second = (Tape(lambda *_, a=a: a, lambda *_: None) for a in (answer, spoiled(answer)))
    first.recording = second.recording = Recording()
    with first.trying(0):
        first.ask("m.double", b"1")
    assert second.holds(0) == known


def test_only_new_answers_are_judged():
    recording = Recording()
    play(recording, ANSWERS["right"])
    play(recording, ANSWERS["sometimes near"])
    assert judged and all(a % 3 == 0 or 2 * a % 3 == 0 for a in judged)
    play(recording, ANSWERS["right"])
    assert judged == []


def test_no_more_is_kept_than_there_is_room_for():
    recording = Recording()
    recording.add({b"1": ("f", bytes(MOST_BYTES - 1))})
    recording.add({b"2": ("f", b"1")})
    assert recording.steps.keys() == {b"1"}


RECORDED = Recording(3, 1, {b"state": ("m.f", b"message")})


@pytest.fixture
def kept(cache):
    """The file of a recording that has been written."""
    recordings = _open()
    recordings.read("claim.name")
    recordings.write("claim.name", RECORDED)
    (file,) = cache.rglob("claim.name")
    return file


def _open(settings=1, assignment=TOYS):
    return Recordings(assignment, settings)


def test_a_recording_is_kept_for_nobody_else(kept):
    assert _open().read("claim.name") == RECORDED
    places = (kept, kept.parent, kept.parents[1])
    assert [place.stat().st_mode & 0o777 for place in places] == [0o600, 0o700, 0o700]


def _truncated(file):
    file.write_bytes(file.read_bytes()[:-1])


def _changed(file):
    file.write_bytes(file.read_bytes().replace(b"message", b"massage"))


def _linked(file):
    file.rename(file.with_name("other"))
    file.symlink_to(file.with_name("other"))


def _anothers(file):
    other = _open()
    other.read("claim.other")
    other.write("claim.other", Recording(1, 1, {b"other": ("m.f", b"message")}))
    file.with_name("claim.other").rename(file)


def _a_pipe(file):
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize(
    "spoil",
    [
        _truncated,
        _changed,
        _linked,
        _anothers,
        _a_pipe,
        lambda file: file.write_bytes(b""),
        lambda file: file.chmod(0o640),
        lambda file: file.chmod(0o602),
        pytest.param(
            lambda file: os.chown(file, 65534, -1),
            marks=pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away"),
        ),
    ],
)
def test_what_is_in_doubt_is_recorded_anew(kept, spoil):
    spoil(kept)
    recordings = _open()
    assert recordings.read("claim.name") == Recording()
    recordings.write("claim.name", RECORDED)
    assert _open().read("claim.name") == RECORDED


def test_a_recording_is_of_one_seed_and_one_assignment(kept, tmp_path):
    course = shutil.copytree(TOY, tmp_path / "course")
    assert _open(assignment=Assignment(course)).read("claim.name") == RECORDED
    with (course / "tests/test_affine.py").open("a") as file:
        file.write("\n")
    assert _open(assignment=Assignment(course)).read("claim.name") == Recording()
    assert _open(settings=2).read("claim.name") == Recording()


def test_old_recordings_make_room(cache, kept):
    for settings in range(2, 8):
        recordings = _open(settings)
        recordings.read("claim.name")
        recordings.write("claim.name", RECORDED)
    assert len(list((cache / "claimgrade").iterdir())) == KEPT
    assert _open(7).read("claim.name") == RECORDED


def test_a_cache_that_cannot_be_written_is_done_without(cache):
    (cache / "claimgrade").write_text("a file")
    recordings = _open()
    assert recordings.read("claim.name") == Recording()
    recordings.write("claim.name", RECORDED)
    assert recordings.read("claim.name") == Recording()


@pytest.mark.parametrize(
    "option, without, levels", [("--in-process", "", ["none"]), ("-q", "landlock,uid", ["B", "C"])]
)
def test_nothing_is_recorded_where_a_submission_could_change_it(
    run, hand_in, cache, option, without, levels
):
    command = ("pytest", f"--assignment={TOY}", f"--student={hand_in(RIGHT)}", option)
    session = run(*command, "--score-json=grade.json", CLAIMGRADE_WITHOUT=without)
    assert session.grade().isolation in levels
    assert bool(list(cache.iterdir())) == (session.grade().isolation == "B")


def test_a_submission_can_neither_read_nor_write_it(grade_toy, cache, tmp_path):
    session = grade_toy(RIGHT)
    if session.grade().isolation != "A":
        pytest.skip("promised at level A")
    file = next(path for path in cache.rglob("*") if path.is_file())
    before = file.read_bytes()
    work = tmp_path / "thief"
    work.mkdir()
    text = RIGHT
    for mode, answer in (("rb", "A @"), ("ab", "A.copy()")):
        opens = f"    open({str(file)!r}, {mode!r})\n"
        text = text.replace(f"    return {answer}", f"{opens}    return {answer}")
    (work / "affine.py").write_text(text)
    verdicts = {c.id: c.verdict for c in grade_toy(work).grade().claims}
    assert verdicts == {"1a-affine": "crashed", "1b-slope": "crashed"}
    assert file.read_bytes() == before
