"""Writes the small programs with which the Linux kernel decides about each system call of a process.

A program is a list of eight-byte instructions over a record of the call: its number, the kind of machine, and
six arguments of 64 bits. There are no loops and no long jumps here: every call has a block of its own, which
ends in a verdict, and a call that is none of them reaches the verdict at the end. See seccomp(2).
"""

import struct
from collections.abc import Sequence
from typing import NamedTuple

LOAD, AND, EQUAL, AT_LEAST, RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
NUMBER, MACHINE, ARGUMENTS = 0, 4, 16  # where they stand in the record
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
NOT_PERMITTED, NO_SUCH_CALL = 1, 38
AUDIT_MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
FIRST_X32 = 0x40000000  # the same machine's second set of numbers, for 32-bit pointers
INSTRUCTION = struct.Struct("HBBI")


class Bits(NamedTuple):
    """A condition: of an argument, the bits in ``mask`` are exactly ``value``."""

    argument: int
    mask: int
    value: int = 0


class Rule(NamedTuple):
    """What becomes of a system call: allowed if all conditions of one alternative hold, else ``verdict``."""

    number: int
    alternatives: Sequence[Sequence[Bits]] = ((),)
    verdict: int = REFUSE | NOT_PERMITTED


def assemble(kind: str, rules: Sequence[Rule]) -> bytes:
    """Return the program for a kind of machine. Calls without a rule are refused with EPERM.

    A call made through the numbers of another machine ends the process: a number would mean something else.
    """
    program = [_op(LOAD, MACHINE), _op(EQUAL, AUDIT_MACHINES[kind], 1, 0), _op(RETURN, KILL)]
    program.append(_op(LOAD, NUMBER))
    if kind == "x86_64":
        program += [_op(AT_LEAST, FIRST_X32, 0, 1), _op(RETURN, KILL)]
    for rule in rules:
        block = _block(rule)
        program += [_op(EQUAL, rule.number, 0, len(block)), *block]
    program.append(_op(RETURN, REFUSE | NOT_PERMITTED))
    return b"".join(program)


def _block(rule: Rule) -> list[bytes]:
    block: list[bytes] = []
    for conditions in rule.alternatives:
        block += _alternative(conditions)
    return block if () in rule.alternatives else [*block, _op(RETURN, rule.verdict)]


def _alternative(conditions: Sequence[Bits]) -> list[bytes]:
    tests = [half for condition in conditions for half in _halves(condition)]
    lines: list[bytes] = []
    for place, (offset, mask, value) in enumerate(tests):
        past = 3 * (len(tests) - place - 1) + 1  # the tests that are left, and the verdict
        lines += [_op(LOAD, offset), _op(AND, mask), _op(EQUAL, value, 0, past)]
    return [*lines, _op(RETURN, ALLOW)]


def _halves(condition: Bits) -> list[tuple[int, int, int]]:
    """Return the tests of the lower and the upper 32 bits; a half in which no bit matters needs none."""
    low = ARGUMENTS + 8 * condition.argument  # both machines store the lower half first
    halves = [
        (
            low + 4 * upper,
            condition.mask >> 32 * upper & 0xFFFFFFFF,
            condition.value >> 32 * upper & 0xFFFFFFFF,
        )
        for upper in (0, 1)
    ]
    return [half for half in halves if half[1]]


def _op(code: int, operand: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return INSTRUCTION.pack(code, if_true, if_false, operand)
