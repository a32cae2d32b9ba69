"""Answers that are names and dictionaries, brought into a form that can be compared.

Whatever a student returns, the worst that happens is a failed `require` with its sentence.
"""

from claimgrade import require

GATES = ("f", "i", "o")
QUANTITIES = ("f", "i", "o", "c_tilde", "c", "h")


def roles(answer):
    """{"f": ..., "i": ..., "o": ...}, each role a string."""
    words = isinstance(answer, dict) and all(isinstance(answer.get(gate), str) for gate in GATES)
    require(words and len(answer) == len(GATES), "roles_form", yours=answer)
    return answer


def names(answer):
    """The set of names in a list, tuple or set of strings."""
    answer = _listed(answer)
    texts = isinstance(answer, list) and all(isinstance(name, str) for name in answer)
    require(texts, "names_form", yours=answer)
    unknown = sorted(set(answer) - set(QUANTITIES))
    require(not unknown, "names_unknown", yours=answer, name="".join(unknown[:1])[:40])
    return set(answer)


def interval(answer, name):
    """(low, high) that is claimed for a quantity, two numbers with low ≤ high."""
    require(isinstance(answer, dict) and name in answer, "ranges_form", yours=answer, name=name)
    ends = _listed(answer[name])
    pair = isinstance(ends, list) and len(ends) == 2 and all(_is_real(end) for end in ends)
    require(pair and ends[0] <= ends[1], "interval_form", yours=answer[name], name=name)
    return float(ends[0]), float(ends[1])


def _listed(value):
    """Arrays as lists, numpy's numbers as Python's; tuples and sets have come as lists already."""
    value = value.tolist() if hasattr(value, "tolist") else value
    return [_listed(entry) for entry in value] if isinstance(value, list | tuple | set) else value


def _is_real(value):
    return isinstance(value, int | float) and not isinstance(value, bool)
