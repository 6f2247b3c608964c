"""What a Python value becomes in a frame, and back. Values that are not plain data are described, never
sent.
"""

from typing import Any

import numpy as np

from .frames import DTYPES, LARGEST_PAYLOAD, MOST_ARRAYS, ProtocolError, dtype_name

DEEPEST = 8
LONGEST_TEXT = 2000
LONGEST_LIST = 2000
SMALL = (
    LARGEST_PAYLOAD // MOST_ARRAYS
)  # bytes of an array of which a frame has room for as many as it may hold


class TooLarge(ProtocolError):
    """The arrays of a message are more than it may carry."""


class Opaque:
    """Stands for a value that is not plain data; ``kind`` says what it was, in words."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


def encode(value: object, arrays: list[np.ndarray], depth: int = 0) -> Any:
    """Return the JSON form of ``value``; arrays go to the end of ``arrays`` and are named by their index.

    Raises TooLarge before more is copied than a frame may carry.
    """
    kind = type(value)
    if value is None or kind is bool:
        return value
    if kind is int or kind is float or kind is complex or isinstance(value, np.ndarray | np.generic):
        return _encode_number(value, arrays)
    if kind is str:
        return {"text": str(value)[:LONGEST_TEXT]}
    if isinstance(value, list | tuple) and len(value) <= LONGEST_LIST and depth < DEEPEST:
        return {kind.__name__: [encode(item, arrays, depth + 1) for item in value]}
    return {"opaque": kind.__name__[:80]}


def _encode_number(value: object, arrays: list[np.ndarray]) -> Any:
    try:
        array = np.asarray(value)
    except Exception:  # a learner's own array class may raise anything at all here
        return {"opaque": "a broken array"}
    if dtype_name(array.dtype) not in DTYPES and array.dtype.kind in "fiu":
        array = array.astype("f8")  # half, long double and the rarer whole numbers are numbers all the same
    if dtype_name(array.dtype) not in DTYPES:
        return {"opaque": f"an array of {array.dtype.name}" if array.ndim else type(value).__name__}
    if len(arrays) >= MOST_ARRAYS or (array.nbytes > SMALL and _all_bytes(array, *arrays) > LARGEST_PAYLOAD):
        raise TooLarge("more than fits into a frame")
    arrays.append(np.array(array, dtype=array.dtype.newbyteorder("="), subok=False))
    return {"array": len(arrays) - 1}


def _all_bytes(*arrays: np.ndarray) -> int:
    return sum(array.nbytes for array in arrays)


def decode(form: Any, arrays: tuple[np.ndarray, ...], depth: int = 0) -> Any:
    """Return the value of a JSON form; numbers come back as arrays. Raises ProtocolError on anything else."""
    if form is None or isinstance(form, bool):
        return form
    if not isinstance(form, dict) or len(form) != 1 or depth > DEEPEST:
        raise ProtocolError("not a value")
    (kind, content), *_ = form.items()
    if kind == "array" and type(content) is int and 0 <= content < len(arrays):
        return arrays[content]
    if kind == "text" and isinstance(content, str):
        return content
    if kind == "opaque" and isinstance(content, str):
        return Opaque(content[:80])
    if kind in {"list", "tuple"} and isinstance(content, list):
        items = [decode(item, arrays, depth + 1) for item in content]
        return items if kind == "list" else tuple(items)
    raise ProtocolError("not a value")
