"""Mathematics for consoles that lack its characters: `σ` as `sigma`, `W³⁰` as `W^30`."""

from __future__ import annotations

import re
import unicodedata

_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀ", "0123456789+-nT", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
_RUNS = re.compile(f"[{''.join(_RAISED)}]+|[{''.join(_LOWERED)}]+")
_SPELLED = {
    "λ": "lambda", "Λ": "Lambda", "∂": "d", "Σ": "Sum", "∑": "Sum", "∏": "Prod",
    "·": "*", "⋅": "*", "⊙": "(*)", "⊗": "(x)", "×": "x",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+-", "−": "-", "→": "->", "←": "<-",
    "⇒": "=>", "⇔": "<=>", "∈": "in", "∞": "inf", "‖": "||", "√": "sqrt", "′": "'", "…": "...",
    "“": '"', "”": '"', "‘": "'", "’": "'", "，": ",", "。": ".", "：": ":", "；": ";", "？": "?",
    "（": "(", "）": ")", "、": ",", "\N{COMBINING TILDE}": "~",
}  # fmt: skip


def legible(text: str, encoding: str) -> str:
    """The text in characters that the encoding has; what nothing stands for becomes `?`."""
    if _can(text, encoding):
        return text
    text = _RUNS.sub(lambda run: run[0] if _can(run[0], encoding) else _script(run[0]), text)
    return "".join(c if _can(c, encoding) else _spelled(c) for c in text)


def _script(run: str) -> str:
    sign, marks = ("^", _RAISED) if run[0] in _RAISED else ("_", _LOWERED)
    return sign + "".join(marks[character] for character in run)


def _spelled(character: str) -> str:
    if character in _SPELLED:
        return _SPELLED[character]
    name = unicodedata.name(character, "")
    if name.startswith("GREEK SMALL LETTER"):
        return name.rpartition(" ")[2].lower()
    if name.startswith("GREEK CAPITAL LETTER"):
        return name.rpartition(" ")[2].capitalize()
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain or "?"


def _can(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
