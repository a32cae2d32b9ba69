"""Answers that are names and dictionaries, brought into a form that can be compared.

Whatever a student returns, the worst that happens is a failed `require` with its sentence.
"""

import numpy as np

from claimgrade import agree, require
from strategies import as_arrays

GATES = ("f", "i", "o")
QUANTITIES = ("f", "i", "o", "c_tilde", "c", "h")
WORDS = ("vanishes", "explodes", "bounded")
SINGLE = 2.0**29  # how much coarser than float64 float32 is, which loses elsewhere
CLOSE = 1e-9  # so near do values come to the ends of a tight interval


def roles(answer):
    """{"f": ..., "i": ..., "o": ...}, each role a string."""
    words = isinstance(answer, dict) and all(isinstance(answer.get(gate), str) for gate in GATES)
    require(words and len(answer) == len(GATES), "roles_form", yours=answer)
    return answer


def names(answer):
    """The set of names in a list, tuple or set of strings."""
    answer = _plain(answer)
    texts = isinstance(answer, list) and all(isinstance(name, str) for name in answer)
    require(texts, "names_form", yours=answer)
    unknown = sorted(set(answer) - set(QUANTITIES))
    require(not unknown, "names_unknown", yours=answer, name="".join(unknown[:1])[:40])
    return set(answer)


def interval(answer, name):
    """(low, high) that is claimed for a quantity, two numbers with low ≤ high."""
    require(isinstance(answer, dict) and name in answer, "ranges_form", yours=answer, name=name)
    ends = _plain(answer[name])
    pair = isinstance(ends, list) and len(ends) == 2 and all(_is_real(end) for end in ends)
    require(pair and ends[0] <= ends[1], "interval_form", yours=answer[name], name=name)
    return float(ends[0]), float(ends[1])


def _plain(value):
    """Arrays as lists, numpy's numbers as Python's; tuples and sets have come as lists already.

    A complex number with an imaginary part of exactly 0 is real.
    """
    value = value.tolist() if hasattr(value, "tolist") else value
    value = value.real if isinstance(value, complex) and value.imag == 0 else value
    return [_plain(entry) for entry in value] if isinstance(value, list | tuple | set) else value


def _is_real(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def too_wide(answer, attained):
    """{name: (low, high)}: the claimed intervals that go beyond what values come close to."""
    claimed = {name: interval(answer, name) for name in attained}
    return {
        name: (low, high)
        for name, (low, high) in claimed.items()
        if low < attained[name][0] - CLOSE or high > attained[name][1] + CLOSE
    }


def unconfined(answer):
    """The names whose claimed interval has an infinite end."""
    return {name for name in QUANTITIES if not np.isfinite(interval(answer, name)).all()}


def listed(names):
    return ", ".join(sorted(names))


def same_word(yours, required):
    """One of WORDS, and the right one; of anything longer a report shows the beginning."""
    yours = yours[:40]
    require(yours in WORDS, "unknown_word", required=required, yours=yours, said=yours)
    require(yours == required, "wrong_word", required=required, yours=yours, said=yours)


def agree_from(form, yours, required, within, what):
    """As `agree`, in double precision; where arguments are whole numbers or lists, that is said."""
    if form is as_arrays:
        agree(yours, required, within, what, double=True)
        return
    cut = ~(np.abs(yours - required) <= np.asarray(within) * SINGLE)
    require(not cut.any(), "whole_numbers", required=required, yours=yours, what=what)


def rows(answer):
    """The rows in order, where their order means nothing."""
    return answer[np.lexsort(answer.T[::-1])]
