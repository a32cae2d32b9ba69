"""An assembler for classic BPF, the language of seccomp filters: jumps go to names, forward only.

A program is a list of instructions and labels; a test that fails goes on with the next line.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

# linux/bpf_common.h: class | size | mode, or class | operation | source
LD_W_ABS = 0x00 | 0x00 | 0x20
JMP_JEQ_K = 0x05 | 0x10 | 0x00
JMP_JGT_K = 0x05 | 0x20 | 0x00
JMP_JGE_K = 0x05 | 0x30 | 0x00
JMP_JSET_K = 0x05 | 0x40 | 0x00
RET_K = 0x06 | 0x00

MAX_JUMP = 255  # jt and jf of struct sock_filter (linux/filter.h) are __u8
_SOCK_FILTER = struct.Struct("=HBBI")


class Label(NamedTuple):
    """A place to jump to."""

    name: str


class Instruction(NamedTuple):
    """One struct sock_filter; "" as a target means the next line."""

    code: int
    value: int
    if_true: str = ""
    if_false: str = ""


Program = Sequence[Instruction | Label]


def load(offset: int) -> Instruction:
    """The 32-bit word at this offset of struct seccomp_data."""
    return Instruction(LD_W_ABS, offset)


def if_equal(value: int, target: str) -> Instruction:
    return Instruction(JMP_JEQ_K, value, if_true=target)


def unless_equal(value: int, target: str) -> Instruction:
    return Instruction(JMP_JEQ_K, value, if_false=target)


def if_greater(value: int, target: str) -> Instruction:
    return Instruction(JMP_JGT_K, value, if_true=target)


def if_at_least(value: int, target: str) -> Instruction:
    return Instruction(JMP_JGE_K, value, if_true=target)


def if_any_bit(mask: int, target: str) -> Instruction:
    return Instruction(JMP_JSET_K, mask, if_true=target)


def unless_any_bit(mask: int, target: str) -> Instruction:
    return Instruction(JMP_JSET_K, mask, if_false=target)


def give(verdict: int) -> Instruction:
    """End with this SECCOMP_RET_* value."""
    return Instruction(RET_K, verdict)


def assemble(program: Program) -> bytes:
    """The program as an array of struct sock_filter; ValueError for a jump that can't be."""
    places: dict[str, int] = {}
    instructions: list[Instruction] = []
    for item in program:
        if isinstance(item, Label):
            places[item.name] = len(instructions)
        else:
            instructions.append(item)
    return b"".join(_encode(at, item, places) for at, item in enumerate(instructions))


def _encode(at: int, item: Instruction, places: dict[str, int]) -> bytes:
    jumps = [_distance(at, target, places) for target in (item.if_true, item.if_false)]
    return _SOCK_FILTER.pack(item.code, *jumps, item.value)


def _distance(at: int, target: str, places: dict[str, int]) -> int:
    if not target:
        return 0
    if target not in places:
        raise ValueError(f"no label {target!r}")
    distance = places[target] - at - 1
    if not 0 <= distance <= MAX_JUMP:
        raise ValueError(f"the jump to {target!r} at {at} spans {distance} instructions")
    return distance
