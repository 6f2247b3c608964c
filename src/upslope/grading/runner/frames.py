"""Frames: the only thing that crosses between a judge and learner code. Plain data, never code, never pickle.

A frame is eight bytes of lengths, a JSON header of at most 64 KiB, and the raw bytes of the arrays the header
names. Everything a reader gets is untrusted: whatever is not exactly as described here is a ProtocolError.
"""

import json
import math
import os
import struct
import time
from collections.abc import Sequence
from select import POLLIN, POLLOUT, poll
from typing import Any, NamedTuple

import numpy as np

LENGTHS = struct.Struct(">II")
LONGEST_HEADER = 64 * 1024
LARGEST_PAYLOAD = 8 * 1024 * 1024
MOST_ARRAYS = 4096
DTYPES = frozenset({"f8", "i8", "b1", "c16", "f4", "i4", "u1"})


class ProtocolError(Exception):
    """The other side sent something that is not a frame. It is never trusted again."""


class Silence(Exception):
    """The other side did not answer before the deadline."""


class Ended(Exception):
    """The other side closed its end."""


class Frame(NamedTuple):
    """A message: a JSON header and the arrays that belong to it."""

    header: dict[str, Any]
    arrays: tuple[np.ndarray, ...] = ()


def dtype_name(dtype: np.dtype) -> str:
    """Return the short name of a dtype without its byte order, for instance ``f8``."""
    return dtype.str.lstrip("<|=>")


def pack(header: dict[str, Any], arrays: Sequence[np.ndarray] = ()) -> bytes:
    """Return the bytes of a frame. Arrays must have an allowed dtype; raises ProtocolError if it is too
    large.
    """
    described = [[dtype_name(array.dtype), list(array.shape)] for array in arrays]
    head = json.dumps({**header, "arrays": described}).encode()
    body = b"".join(array.tobytes() for array in arrays)
    if len(head) > LONGEST_HEADER or len(body) > LARGEST_PAYLOAD:
        raise ProtocolError(f"a frame of {len(head)} + {len(body)} bytes is too large")
    return LENGTHS.pack(len(head), len(body)) + head + body


def unpack(head: bytes, body: bytes) -> Frame:
    """Return the frame of a header and a payload; raises ProtocolError where they do not fit together."""
    try:
        header = json.loads(head)
        described = header.pop("arrays")
        if len(described) > MOST_ARRAYS:
            raise ProtocolError("too many arrays")
        arrays, start = [], 0
        for dtype, shape in described:
            array, start = _take(body, start, dtype, shape)
            arrays.append(array)
    except ProtocolError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
        raise ProtocolError(f"not a frame: {type(error).__name__}") from None
    if start != len(body):
        raise ProtocolError("the payload is longer than its arrays")
    return Frame(header, tuple(arrays))


def _take(body: bytes, start: int, dtype: object, shape: object) -> tuple[np.ndarray, int]:
    if not isinstance(dtype, str) or dtype not in DTYPES:
        raise ProtocolError("this type of array is not allowed")
    if not isinstance(shape, list) or len(shape) > 8 or not all(type(n) is int and n >= 0 for n in shape):
        raise ProtocolError("this shape is not allowed")
    kind = np.dtype(dtype)
    count = math.prod(shape)
    end = start + count * kind.itemsize
    if end > len(body):
        raise ProtocolError("the arrays are longer than the payload")
    return np.frombuffer(body, kind, count, start).reshape(shape), end


def send(fd: int, data: bytes, deadline: float) -> None:
    """Write all of ``data`` before ``deadline`` (time.monotonic); raises Silence or Ended."""
    rest = memoryview(data)
    while rest:
        _wait(fd, deadline, POLLOUT)
        try:
            rest = rest[os.write(fd, rest[:65536]) :]
        except BlockingIOError:
            continue
        except OSError:
            raise Ended from None


def receive(fd: int, deadline: float) -> Frame:
    """Read one frame before ``deadline`` (time.monotonic); raises Silence, Ended or ProtocolError."""
    head_size, body_size = LENGTHS.unpack(_read(fd, LENGTHS.size, deadline))
    if head_size > LONGEST_HEADER or body_size > LARGEST_PAYLOAD:
        raise ProtocolError(f"a frame of {head_size} + {body_size} bytes is too large")
    return unpack(_read(fd, head_size, deadline), _read(fd, body_size, deadline))


def _read(fd: int, size: int, deadline: float) -> bytes:
    pieces = bytearray()
    while len(pieces) < size:
        _wait(fd, deadline, POLLIN)
        try:
            piece = os.read(fd, min(size - len(pieces), 1 << 20))
        except BlockingIOError:
            continue
        except OSError:
            raise Ended from None
        if not piece:
            raise Ended
        pieces += piece
    return bytes(pieces)


def _wait(fd: int, deadline: float, events: int) -> None:
    left = None if math.isinf(deadline) else max(0.0, deadline - time.monotonic()) * 1000
    waiting = poll()  # not select, which fails for descriptors above 1023
    waiting.register(fd, events)
    if not waiting.poll(left):
        raise Silence
