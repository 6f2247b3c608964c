"""A frame carries plain data; whatever is not exactly a frame is refused."""

import json
import socket
import time
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from upslope.grading.runner.frames import (
    LARGEST_PAYLOAD,
    LENGTHS,
    LONGEST_HEADER,
    Ended,
    ProtocolError,
    Silence,
    pack,
    receive,
    send,
    unpack,
)

DTYPES = st.sampled_from(["f8", "i8", "?", "c16", "f4", "i4", "u1"])


def opened(data: bytes) -> tuple[bytes, bytes]:
    head, _ = LENGTHS.unpack(data[: LENGTHS.size])
    return data[LENGTHS.size : LENGTHS.size + head], data[LENGTHS.size + head :]


Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with ours, theirs:
        yield ours, theirs


@given(st.lists(st_numpy.arrays(DTYPES, st_numpy.array_shapes(min_dims=0, max_side=4)), max_size=4))
@settings(deadline=None, max_examples=60)
def test_what_is_packed_comes_out_the_same(arrays: list[np.ndarray]) -> None:
    frame = unpack(*opened(pack({"do": "x"}, arrays)))
    assert frame.header == {"do": "x"}
    for before, after in zip(arrays, frame.arrays, strict=True):
        np.testing.assert_array_equal(before, after)
        assert before.dtype == after.dtype


@given(st.binary(max_size=200), st.binary(max_size=50))
@settings(deadline=None, max_examples=200)
def test_noise_is_a_protocol_error(head: bytes, body: bytes) -> None:
    with pytest.raises(ProtocolError):
        unpack(head, body)


@pytest.mark.parametrize(
    "head",
    [
        b"[" * LONGEST_HEADER,
        b'{"arrays": [["O", [1]]]}',
        b'{"arrays": [["f8", [-1]]]}',
        b'{"arrays": [["f8", [true]]]}',
        b'{"arrays": [["f8", [1e3]]]}',
        b'{"arrays": [["f8", [99999999999999999999]]]}',
        b'{"arrays": [["f8", 3]]}',
        b'{"arrays": 3}',
        b'{"arrays": [[["f8"], [1]]]}',
        b'["arrays"]',
        b"7",
    ],
)
def test_a_header_that_is_not_ours_is_a_protocol_error(head: bytes) -> None:
    with pytest.raises(ProtocolError):
        unpack(head, b"12345678")


def test_a_payload_longer_than_its_arrays_is_a_protocol_error() -> None:
    with pytest.raises(ProtocolError, match="longer"):
        unpack(json.dumps({"arrays": []}).encode(), b"x")


def test_too_large_a_frame_is_not_even_packed() -> None:
    with pytest.raises(ProtocolError, match="too large"):
        pack({}, [np.zeros(LARGEST_PAYLOAD // 8 + 1)])


def test_announced_lengths_are_checked_before_anything_is_read(pair: Pair) -> None:
    pair[1].send(LENGTHS.pack(10, LARGEST_PAYLOAD + 1))
    with pytest.raises(ProtocolError, match="too large"):
        receive(pair[0], time.monotonic() + 1)


def test_half_a_frame_is_silence_at_the_deadline_and_an_end_when_closed(pair: Pair) -> None:
    pair[1].send(b"\0\0\0")
    with pytest.raises(Silence):
        receive(pair[0], time.monotonic())
    pair[1].send(b"\0")
    pair[1].close()
    with pytest.raises(Ended):
        receive(pair[0], time.monotonic() + 1)


def test_nobody_reading_is_silence(pair: Pair) -> None:
    pair[1].setblocking(False)
    with pytest.raises(Silence):
        send(pair[1], bytes(1_000_000), time.monotonic())


def test_a_frame_crosses_where_there_is_no_poll(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("select.poll")  # as on Windows
    send(pair[1], pack({"do": "x"}, [np.arange(3.0)]), time.monotonic() + 5)
    assert receive(pair[0], time.monotonic() + 5).header == {"do": "x"}
    with pytest.raises(Silence):
        receive(pair[0], time.monotonic())
