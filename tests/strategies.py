"""Cases for properties, each decoded from one string of random bytes.

One draw per case is fast, and every byte shrinks by itself: an array takes the leading block of a
box of bytes, so the sizes shrink without moving the entries, and the entries without the sizes.
"""

import numpy as np

from claimgrade import Cases

LONGEST = 4096  # bytes; more than any case reads

# Scales of weights, which multiply k/16, on average 4.
MILD = (1 / 8, 1 / 16, 1 / 32)  # weights of 1/2, 1/4, 1/8: a mistake of structure shows
SATURATED = (1, 4, 16)  # pre-activations up to 10⁴: σ and tanh are flat

# The forms in which arguments may be given, as the template promises.


def as_arrays(*arguments):
    """As they are: arrays of float64."""
    return arguments


def as_whole_numbers(*arguments):
    """Those that have no decimals as arrays of int64; the others as they are."""
    whole = [np.asarray(argument).astype(np.int64) for argument in arguments]
    pairs = zip(arguments, whole, strict=True)
    return [number if (number == given).all() else given for given, number in pairs]


def as_lists(*arguments):
    """Nested lists, of whole numbers where there are no decimals; a number where it is one."""
    return [np.asarray(argument).tolist() for argument in as_whole_numbers(*arguments)]


def _simplicity(number):
    """Whole numbers first, then halves, quarters, ...; small ones first; plus before minus."""
    return number.as_integer_ratio()[1], abs(number), number < 0


NUMBERS = sorted((k / 16 for k in range(-127, 129)), key=_simplicity)  # 0, 1, -1, 2, -2, ...


def cases(decode, *explicit):
    """Cases decoded from as many bytes as `decode` reads, whatever the bytes are."""
    zeros = Blob(bytes(LONGEST))
    decode(zeros)
    return Cases(zeros.position, lambda raw: decode(Blob(raw)), explicit)


class Blob:
    """Bytes, read from left to right; all of them 0 make the simplest case."""

    _table = np.array(NUMBERS)

    def __init__(self, raw):
        self.position = 0
        self._raw = raw
        self._numbers = self._table[np.frombuffer(raw, np.uint8)]

    def one_of(self, options):
        """One of at most 256 options, the first of which is the simplest."""
        self.position += 1
        return options[self._raw[self.position - 1] % len(options)]

    def distinct(self, options, count, most):
        """`count` different options, out of room for `most`."""
        left, raw = list(options), self._read(self._raw, most)
        return [left.pop(byte % len(left)) for byte in raw[:count]]

    def array(self, shape, box, scale=1.0):
        """The scale times numbers k/16: the leading block, of this shape, of a box."""
        size = 1
        for side in box:
            size *= side
        block = self._read(self._numbers, size).reshape(box)
        return block[tuple([slice(side) for side in shape])] * scale

    def _read(self, source, count):
        self.position += count
        return source[self.position - count : self.position]
