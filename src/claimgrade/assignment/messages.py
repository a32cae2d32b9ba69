"""Sentences, in the language of the report."""

from __future__ import annotations

import os
from importlib import resources
from typing import Any

import msgspec

from .spec import LANGUAGES, ClaimText, Spec, placeholders


class Sentences:
    """The engine's sentences, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._sentences = engine_sentences(language)

    def __call__(self, key: str, **details: Any) -> str:
        return self._sentences[key].format(**details)

    def can_say(self, key: str, details: dict[str, Any]) -> bool:
        """Whether there is such a sentence, and the details fill it in."""
        sentence = self._sentences.get(key)
        return sentence is not None and placeholders(sentence) <= details.keys()


class Texts(Sentences):
    """The engine's sentences and the assignment's, in one language."""

    def __init__(self, spec: Spec, language: str) -> None:
        super().__init__(language)
        self.assignment = spec.texts[language]
        self.packages = spec.packages
        self._sentences |= self.assignment.messages

    def claim(self, id_: str) -> ClaimText:
        return self.assignment.claims[id_]


def engine_sentences(language: str) -> dict[str, str]:
    """The engine's own sentences: `text/LANGUAGE.toml` beside this module."""
    file = resources.files(__package__) / "text" / f"{language}.toml"
    return msgspec.toml.decode(file.read_bytes(), type=dict[str, str])


def default_language() -> str:
    """The locale's language (POSIX: LC_ALL, LC_MESSAGES, LANG) if we speak it, else English."""
    set_to = filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")))
    spoken = next(set_to, "").partition("_")[0].lower()
    return spoken if spoken in LANGUAGES else LANGUAGES[0]
