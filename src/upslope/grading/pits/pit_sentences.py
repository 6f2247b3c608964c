"""What a learner reads when their ``next_step`` cannot go on. The place and the line come first."""

from typing import Any

import numpy as np

from upslope.grading.notebooks.learner_code import LearnerCode
from upslope.grading.runner.values import Opaque
from upslope.grading.sandbox.child import Died, Raised, TimedOut, Trouble

UNREADABLE = frozenset({"SyntaxError", "IndentationError", "TabError"})
MISSING = "There is no function called next_step yet. Begin it with exactly this: def next_step(f, J, H):"
UNWRITTEN = "next_step is still waiting for you: there is no code in it yet."
HUNG = (
    "next_step had not come back after half a second and was stopped. Is there a loop in it that never ends?"
)
SLOW = "next_step took more than 2 seconds over one pit. Let it do less at each step."
STUCK = "The cell with next_step was still running after 2 seconds. Leave in it only what next_step needs."
TIMES_UP = frozenset({HUNG, SLOW, STUCK})
WANTED = "It must return two numbers: how far to go along x, and how far along y."


def of_loading(outcome: TimedOut | Died, code: LearnerCode) -> str:
    """Return what is said when the cells could not be run to their end."""
    return (
        STUCK
        if isinstance(outcome, TimedOut)
        else "Python ended while the cells were run. Take out whatever ends it."
    )


def of_trouble(outcome: Raised | TimedOut | Died, code: LearnerCode) -> str:
    """Return what is said when ``next_step`` did not return."""
    if isinstance(outcome, TimedOut):
        return HUNG
    if isinstance(outcome, Died):
        return "Python ended while next_step was running. Take out whatever ends it."
    if outcome.trouble.kind == "too large":
        return f"next_step gave far too many numbers. {WANTED}"
    return of_error(outcome.trouble, code)


def of_error(trouble: Trouble, code: LearnerCode) -> str:
    """Return where an error happened, the line, and what Python says of it."""
    said = f"{trouble.kind}: {trouble.text.rstrip('.')}" if trouble.text else trouble.kind
    cell = next((cell for cell in code.cells if cell.label == trouble.cell), None)
    if cell is None:
        return f"next_step stopped with {said}."
    lines = cell.source.split("\n")
    number = trouble.line if trouble.line and trouble.line <= len(lines) else None
    place = cell.where.capitalize() + (
        f", line {number} (“{lines[number - 1].strip()[:60]}”)," if number else ""
    )
    verb = "cannot be read as Python" if trouble.kind in UNREADABLE else "stopped with"
    return (
        f"{place} {verb}: {trouble.text.rstrip('.')}."
        if trouble.kind in UNREADABLE
        else f"{place} {verb} {said}."
    )


def of_value(value: Any) -> str:
    """Return what is said of a value that is no step."""
    if value is None:
        return f"next_step gave nothing back. {WANTED} Does it end with return?"
    return f"next_step gave {_in_words(value)}. {WANTED}"


def of_numbers(step: np.ndarray) -> str:
    """Return what is said of a step with numbers that lead nowhere."""
    numbers = ", ".join(
        "nan" if np.isnan(part) else "∞" if np.isinf(part) else f"{part:.3g}" for part in step
    )
    return f"next_step gave the step ({numbers}). A walker cannot go there: is something divided by zero?"


def _in_words(value: Any) -> str:
    if isinstance(value, str):
        return "a text"
    if isinstance(value, Opaque):
        return "a value that is not made of numbers"
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} of {len(value)}"
    array = np.asarray(value)
    if array.dtype.kind == "c":
        return "complex numbers"
    if array.ndim == 0:
        return "a single number"
    return f"an array of shape {' × '.join(map(str, array.shape)) if array.ndim > 1 else array.shape[0]}"
