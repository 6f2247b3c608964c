"""Frames: the only thing that crosses between a judge and learner code. Plain data, never code, never pickle.

A frame is eight bytes of lengths, a JSON header of at most 64 KiB, and the raw bytes of the arrays the header
names. Everything a reader gets is untrusted: whatever is not exactly as described here is a ProtocolError.
"""

import json
import math
import select
import socket
import struct
import time
from collections.abc import Sequence
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


def send(channel: socket.socket, data: bytes, deadline: float) -> None:
    """Write all of ``data`` before ``deadline`` (time.monotonic); raises Silence or Ended.

    Only a channel that does not block can be given up at a deadline.
    """
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[channel.send(rest[:65536]) :]
        except BlockingIOError:
            _wait(channel, deadline, writing=True)
        except OSError:
            raise Ended from None


def receive(channel: socket.socket, deadline: float) -> Frame:
    """Read one frame before ``deadline`` (time.monotonic); raises Silence, Ended or ProtocolError.

    Only a channel that does not block can be given up at a deadline.
    """
    head_size, body_size = LENGTHS.unpack(_read(channel, LENGTHS.size, deadline))
    if head_size > LONGEST_HEADER or body_size > LARGEST_PAYLOAD:
        raise ProtocolError(f"a frame of {head_size} + {body_size} bytes is too large")
    return unpack(_read(channel, head_size, deadline), _read(channel, body_size, deadline))


def _read(channel: socket.socket, size: int, deadline: float) -> bytes:
    pieces = bytearray()
    while len(pieces) < size:
        try:
            piece = channel.recv(min(size - len(pieces), 1 << 20))
        except BlockingIOError:
            _wait(channel, deadline, writing=False)
            continue
        except OSError:
            raise Ended from None
        if not piece:
            raise Ended
        pieces += piece
    return bytes(pieces)


def _wait(channel: socket.socket, deadline: float, *, writing: bool) -> None:
    """Wait until the channel is ready, or raise Silence."""
    left = max(0.0, deadline - time.monotonic())
    if hasattr(select, "poll"):
        waiting = select.poll()
        waiting.register(channel, select.POLLOUT if writing else select.POLLIN)
        ready = bool(waiting.poll(left * 1000))
    else:  # Windows; elsewhere this fails for descriptors above 1023
        ready = any(select.select([] if writing else [channel], [channel] if writing else [], [], left))
    if not ready:
        raise Silence
