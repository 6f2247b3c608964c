import math

import numpy as np
import pytest

from upslope.maths import MathsError, evaluate, parse, to_numpy


def test_arrays_go_in_and_come_out() -> None:
    function = to_numpy(parse("x^2 - 1"))
    assert function(np.array([[0.0, 1.0], [2.0, 3.0]])).tolist() == [[-1, 0], [3, 8]]


def test_a_constant_takes_the_shape_of_its_argument() -> None:
    assert to_numpy(parse("2"))(np.zeros(3)).tolist() == [2, 2, 2]


def test_arguments_are_broadcast_in_the_order_of_the_names() -> None:
    function = to_numpy(parse("x - 2t", ("x", "t")), ("x", "t"))
    assert function(np.array([[1.0], [2.0]]), np.array([0.0, 1.0])).tolist() == [[1, -1], [2, 0]]


@pytest.mark.parametrize("text", ["1/x", "ln(x)", "x^(-1)", "sqrt(x-1)", "asin(x+2)", "e^(1000/x)", "cot x"])
def test_where_there_is_no_value_nothing_is_raised_or_warned(text: str) -> None:
    assert not np.isfinite(to_numpy(parse(text))(np.array([0.0]))).any()
    assert not math.isfinite(evaluate(parse(text), {"x": 0}))


def test_a_letter_without_a_value_is_named() -> None:
    with pytest.raises(MathsError, match="has no value while a, b is open"):
        evaluate(parse("a + b x", ("a", "b", "x")), {"x": 1})
    with pytest.raises(MathsError, match="while x is open"):
        to_numpy(parse("x"), ("t",))


def test_every_function_agrees_with_the_standard_library() -> None:
    for name, oracle in {"sinh": math.sinh, "atan": math.atan, "log10": math.log10, "ln": math.log}.items():
        assert evaluate(parse(f"{name}(x)"), {"x": 0.7}) == pytest.approx(oracle(0.7))
    assert evaluate(parse("sec(x) csc(x) cot(x)"), {"x": 0.7}) == pytest.approx(1 / math.sin(0.7) ** 2)
