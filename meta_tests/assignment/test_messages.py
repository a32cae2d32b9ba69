"""Both languages say the same things, and nothing is said that nobody asks for."""

from typing import get_args

import pytest
from support.toy import ROOT

from claimgrade.assignment.messages import default_language, engine_sentences
from claimgrade.assignment.spec import placeholders
from claimgrade.calls.stops import Reason
from claimgrade.result.grade import Verdict


def test_the_languages_have_the_same_sentences_with_the_same_placeholders():
    english, chinese = engine_sentences("en"), engine_sentences("zh")
    assert english.keys() == chinese.keys()
    for key, sentence in english.items():
        assert placeholders(sentence) == placeholders(chinese[key]), key


def test_every_sentence_is_used():
    sources = [*ROOT.glob("src/**/*.py"), *ROOT.glob("src/**/*.html")]
    code = "".join(path.read_text("utf-8") for path in sources)
    verdicts = {f"verdict_{verdict.replace(' ', '_')}" for verdict in get_args(Verdict)}
    levels = {f"isolation_{level}" for level in ("A", "B", "C", "none", "unneeded")}
    reasons = get_args(Reason)
    stops = {f"note_{reason}" for reason in reasons}
    stops |= {f"{reason}_before" for reason in reasons if reason != "passed_over"}
    stops |= {f"loading_{reason}" for reason in ("late", "ended")}
    for key in engine_sentences("en"):
        assert key in verdicts | levels | stops or f'"{key}"' in code, key


@pytest.mark.parametrize(
    "variables, language",
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_language_follows_the_locale_where_we_speak_it(monkeypatch, variables, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert default_language() == language
