"""What a learner reads about the kind and the shape of what a function returned."""

import re
from collections.abc import Mapping

import numpy as np

from upslope.grading.judging.sentences import KINDS
from upslope.grading.lab_checks import FunctionCheck
from upslope.grading.runner.values import Opaque

SHAPE = re.compile(r"\((\d+(?:,\d+)*),?\)")
MISMATCH = re.compile(r"size (\d+) is different from (\d+)|(\d+) \(dim \d\) != (\d+) \(dim \d\)")


def of_value(
    check: FunctionCheck, value: object, key: np.ndarray, sizes: Mapping[int, str] | None = None
) -> str | None:
    """Return what is wrong with the kind or the shape of a value, or None if it can be compared with
    ``key``.
    """
    name, needed = check.name, described(key)
    if check.shape:
        needed += f" ({check.shape})"
    if value is None:
        return f"Your function {name} returned None: a return line may be missing."
    if isinstance(value, np.ndarray):
        return _of_array(name, value, key, needed, sizes or {})
    if isinstance(value, Opaque):
        kind = KINDS.get(value.kind, value.kind if " " in value.kind else f"a value of type {value.kind}")
        return f"{name} returned {kind}, where {needed} is needed."
    if isinstance(value, list | tuple):
        kind = type(value).__name__
        return f"{name} returned a {kind} whose parts are not single numbers, where {needed} is needed."
    kind = "a text" if isinstance(value, str) else "True or False"
    return f"{name} returned {kind}, where {needed} is needed."


def _of_array(
    name: str, value: np.ndarray, key: np.ndarray, needed: str, sizes: Mapping[int, str]
) -> str | None:
    if value.shape != key.shape:
        return f"{name} returned {described(value, sizes)}, where {needed} is needed."
    if not np.issubdtype(value.dtype, np.number):
        return f"{name} returned truth values, where {needed} is needed."
    if not np.all(np.isfinite(value)):
        return (
            f"{name} returned nan or infinity (not a number) in at least one place. Something is divided by "
            "zero, or grows without bound: check what you divide by, the powers, and the sign in an exponent."
        )
    return None


def described(array: np.ndarray, sizes: Mapping[int, str] | None = None) -> str:
    """Return the shape of an array in words; ``sizes`` says what its lengths count."""
    if array.ndim == 0:
        return "one number"
    if array.ndim == 1:
        return f"an array of {array.size} number{'' if array.size == 1 else 's'}"
    return f"an array of shape {_product(array.shape)}{_counted(array.shape, sizes or {})}"


def clash_in(text: str) -> tuple[tuple[int, ...], ...]:
    """Return the shapes, or the two lengths, that an error of numpy says do not fit; empty if it is another.

    Two programs that bring the same shapes together get the same clash, in whatever order they do it.
    """
    mismatch = MISMATCH.search(text)
    if mismatch:
        return tuple(sorted((int(size),) for size in mismatch.groups() if size))
    shapes = {tuple(int(size) for size in found.split(",")) for found in SHAPE.findall(text)}
    return tuple(sorted(shapes)) if "broadcast" in text else ()


def of_clash(text: str, sizes: Mapping[int, str]) -> str:
    """Return which two shapes an error of numpy is about, in words, or an empty text."""
    clash = clash_in(text)
    if len(clash) != 2:
        return ""
    if all(len(shape) == 1 for shape in clash):
        named = [f"{n} ({sizes[n]})" if n in sizes else str(n) for (n,) in clash]
        return f"In a product, {named[0]} meets {named[1]}: columns on the left must match rows on the right."
    named = [
        f"of shape {_product(shape)}{_counted(shape, sizes)}" if len(shape) > 1 else f"of {shape[0]} numbers"
        for shape in clash
    ]
    return f"An array {named[0]} meets one {named[1]}: print their shapes to see which they are."


def _product(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))


def _counted(shape: tuple[int, ...], sizes: Mapping[int, str]) -> str:
    """`` (outputs × examples)`` where every length is known, otherwise nothing."""
    known = {1: "1", **sizes}
    if not any(size in sizes for size in shape) or not all(size in known for size in shape):
        return ""
    return f" ({' × '.join(known[size] for size in shape)})"
