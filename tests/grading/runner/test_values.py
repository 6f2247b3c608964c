"""Values cross as numbers, text, lists or None; everything else is only described."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from upslope.grading.runner.frames import LARGEST_PAYLOAD, MOST_ARRAYS, ProtocolError
from upslope.grading.runner.values import SMALL, Opaque, TooLarge, decode, encode


def crossed(value: object) -> Any:
    arrays: list[np.ndarray] = []
    return decode(encode(value, arrays), tuple(arrays))


@pytest.mark.parametrize("number", [3, 2.5, 1j, np.float32(1.5), np.int64(-4)])
def test_numbers_come_back_as_arrays_without_a_shape(number: Any) -> None:
    assert crossed(number).shape == ()
    assert crossed(number) == number


def test_arrays_of_any_byte_order_and_memory_layout_keep_their_numbers() -> None:
    array = np.arange(6.0).reshape(2, 3).T.astype(">f8")
    np.testing.assert_array_equal(crossed(array), array)


@pytest.mark.parametrize("value", [None, True, "some text", [None, "a"], ("a", [False])])
def test_plain_things_come_back_as_they_are(value: object) -> None:
    assert crossed(value) == value


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"a": 1}, "dict"),
        (Fraction(1, 2), "Fraction"),
        (np.array([None]), "an array of object"),
        (10**400, "int"),
        (print, "builtin_function_or_method"),
    ],
)
def test_anything_else_is_described_by_its_kind(value: object, kind: str) -> None:
    back = crossed(value)
    assert isinstance(back, Opaque)
    assert back.kind == kind


def test_an_array_class_that_lies_is_sent_as_a_plain_array() -> None:
    class AlwaysEqual(np.ndarray):
        def __eq__(self, other: object) -> Any:
            return True

    back = crossed(np.arange(3.0).view(AlwaysEqual))
    assert type(back) is np.ndarray


def test_a_list_that_holds_itself_ends() -> None:
    endless: list[object] = []
    endless.append(endless)
    crossed(endless)


@pytest.mark.parametrize(
    "form",
    [7, "x", {}, {"array": 5}, {"array": True}, {"array": -1}, {"code": "x"}, {"text": 1}, {"list": 3}],
)
def test_a_form_that_is_not_ours_is_a_protocol_error(form: object) -> None:
    with pytest.raises(ProtocolError):
        decode(form, (np.zeros(1),))


def test_lists_nested_too_deeply_are_a_protocol_error() -> None:
    form: Any = None
    for _ in range(50):
        form = {"list": [form]}
    with pytest.raises(ProtocolError):
        decode(form, ())


def test_more_than_a_frame_may_carry_is_refused_before_it_is_copied() -> None:
    arrays: list[np.ndarray] = []
    encode([np.zeros(LARGEST_PAYLOAD // 32) for _ in range(4)], arrays)
    with pytest.raises(TooLarge):
        encode(np.zeros(SMALL // 8 + 1), arrays)
    assert len(arrays) == 4


def test_more_arrays_than_a_frame_may_hold_are_refused() -> None:
    arrays: list[np.ndarray] = []
    with pytest.raises(TooLarge):
        encode([[0.0] * 1000 for _ in range(5)], arrays)
    assert len(arrays) == MOST_ARRAYS
