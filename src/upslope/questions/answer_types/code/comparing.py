"""Comparing what a learner's code gave with what is right, in words that do not give the answer away."""

from collections.abc import Sequence

import numpy as np

from upslope.questions.code_runner import Value

FLOOR = 1e-9  # of the largest right number: what rounding may leave where the right number is 0
MOST_SHOWN = 6  # numbers


def disagreement(
    mine: Sequence[Value], right: Sequence[np.ndarray], tolerance: float
) -> tuple[int, str] | None:
    """Return the index of the first value that is not right and what it is, in words; None if all are.

    ``tolerance`` is relative to the largest number of each right value.
    """
    largest = max(_size(key) for key in right)
    floor = FLOOR * (largest or 1.0)
    for index, (value, key) in enumerate(zip(mine, right, strict=True)):
        problem = unlike(value, key)
        if problem:
            return index, problem
        if isinstance(value, np.ndarray) and not _close(value, key, tolerance, floor):
            return index, f"{_told(value)}, and that is not right yet"
    return None


def unlike(value: Value, key: np.ndarray) -> str:
    """Return in words how the kind or the shape of a value differs from the key's; empty if it does not."""
    if isinstance(value, str):
        return f"{value}, where {_described(key)} is asked"
    if value.shape != key.shape or _is_truth(value) != _is_truth(key):
        return f"{_described(value)}, where {_described(key)} is asked"
    if not np.isfinite(value).all():
        return "not a number (nan) or infinite: something is divided by 0, or grows without bound"
    return ""


def _close(value: np.ndarray, key: np.ndarray, tolerance: float, floor: float) -> bool:
    room = tolerance * _size(key) + floor
    with np.errstate(all="ignore"):
        return bool(np.all(np.abs(value.astype(complex) - key.astype(complex)) <= room))


def _size(numbers: np.ndarray) -> float:
    return float(np.max(np.abs(numbers.astype(complex)), initial=0.0))


def _is_truth(value: np.ndarray) -> bool:
    return value.dtype.kind == "b"


def _told(value: np.ndarray) -> str:
    if value.size > MOST_SHOWN:
        return _described(value)
    text = np.array2string(value, separator=", ", formatter={"float_kind": lambda number: f"{number:.6g}"})
    return f"`{' '.join(text.split())}`"


def _described(value: np.ndarray) -> str:
    one, many = ("true or false", "truth values") if _is_truth(value) else ("a single number", "numbers")
    if value.ndim == 0:
        return one
    if value.ndim == 1:
        return f"a list of {value.size} {many}"
    return f"an array of {' × '.join(map(str, value.shape))} {many}"
