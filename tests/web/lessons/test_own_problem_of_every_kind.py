"""Every kind of worked example can be offered to a learner's own texts, and none is worked without bounds."""

from typing import Any

import pytest

from upslope.course import OwnProblemChunk
from upslope.course.fences.worked_kinds import KINDS
from upslope.maths import MathsError
from upslope.web.own_problems.fields import FieldError, as_text
from upslope.web.own_problems.reading import table_of
from upslope.web.own_problems.working import worked

XY = ["x", "y"]
ORIGIN = {"x": "0", "y": "0"}
TYPED: dict[str, dict[str, Any]] = {
    "derivative": {"function": "x^2 sin(x)"},
    "first-principles": {"function": "x^2"},
    "slope-between": {"function": "x^2", "from": 1, "to": 3},
    "finite-difference": {"function": "x^2", "at": "1", "step": "0.1"},
    "partial": {"function": "x^2 y", "by": ["x"], "constants": ["y"]},
    "gradient": {"function": "x y", "variables": XY, "at": {"x": "1", "y": "pi/2"}},
    "hessian": {"function": "x y", "variables": XY},
    "critical-point": {"function": "x y", "variables": XY, "at": ORIGIN},
    "directional": {"function": "x y", "variables": XY, "direction": ["3", "4"]},
    "total-derivative": {"function": "x y", "path": {"x": "t^2", "y": "sin(t)"}},
    "jacobian": {"functions": {"u": "x y", "v": "x + y"}, "variables": XY},
    "jacobian-determinant": {"functions": {"u": "x y", "v": "x + y"}, "variables": XY},
    "determinant": {"matrix": "[1, 2; 3, 4]"},
    "taylor": {"function": "e^x", "at": "0", "order": 4},
    "linearise": {"function": "e^x", "at": "0"},
    "remainder": {"function": "e^x", "at": "0", "order": 3, "from": "0", "to": "0.5"},
    "taylor-of-two": {"function": "x y", "variables": XY, "at": ORIGIN, "order": 2},
    "tangent-plane": {"function": "x y", "variables": XY, "at": ORIGIN},
    "newton-raphson": {"function": "x^2 - 2", "start": "2", "steps": 4},
    "gradient-descent": {
        "function": "x^2 + y^2",
        "variables": XY,
        "start": ORIGIN,
        "step": "0.1",
        "steps": 3,
    },
    "lagrange": {"function": "x y", "variables": XY, "constraints": ["2x + 2y = 20"]},
    "chi-squared": {"function": "a x + b", "parameters": ["a", "b"], "x": ["0", "1"], "y": ["1", "3"]},
    "line-fit": {"x": ["0", "1", "2"], "y": ["1", "3", "4"]},
    "curve-fit": {
        "function": "a e^(b x)",
        "x": ["0", "1", "2"],
        "y": ["1", "3", "4"],
        "start": {"a": "1", "b": "1"},
    },
}
UNTYPED = {"chain-of-jacobians", "backpropagation"}  # their layers are tables


def offered(kind: str) -> OwnProblemChunk:
    """An example of this kind of which everything may be changed."""
    return OwnProblemChunk("own-1", {"kind": kind, **TYPED[kind]}, {key: key for key in TYPED[kind]})


def answered(kind: str, **typed: str) -> str:
    """What comes back for these texts, the others being the example's own."""
    problem = offered(kind)
    return worked(table_of(problem, {key: as_text(problem.spec[key]) for key in problem.labels} | typed))


def test_no_kind_is_forgotten() -> None:
    assert set(KINDS) == set(TYPED) | UNTYPED


@pytest.mark.parametrize("kind", TYPED)
def test_the_texts_of_an_example_are_read_as_the_author_wrote_them(kind: str) -> None:
    problem = offered(kind)
    table = table_of(problem, {key: as_text(problem.spec[key]) for key in problem.labels})
    assert table in (problem.spec, {**problem.spec, "variable": "x"})
    assert 'class="worked"' in answered(kind)


def test_the_letter_of_a_function_of_one_variable_may_be_another() -> None:
    assert "2u" in answered("derivative", function="u^2")


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("derivative", {"function": "sin(" * 20 + "x" + ")" * 20}, "more than 12 levels deep"),
        ("derivative", {"function": "+".join(f"x^{n}" for n in range(40))}, "more than I can work with"),
        ("derivative", {"function": "[x, 2]"}, "I found a comma here"),
        ("derivative", {"function": "9^9^9^9"}, "This power"),
        ("taylor", {"order": "9"}, "Anything from 0 to 8 is fine"),
        ("taylor", {"order": "٣"}, "I need a whole number here"),
        ("newton-raphson", {"steps": "7"}, "Anything from 0 to 6 is fine"),
        ("newton-raphson", {"start": "9999999999"}, "too large for me"),
        ("newton-raphson", {"start": "1/0"}, "divide by zero"),
        ("gradient-descent", {"start": "x = 1"}, "a number for each of x and y"),
        ("gradient", {"at": "x = 1, y = q"}, "I don't know the letter “q” here"),
        ("gradient", {"at": "1, 2"}, "I miss a letter"),
        ("partial", {"by": "__class__"}, "I need a single letter here"),
        ("jacobian", {"functions": "e = x"}, "I need a single letter here"),
        ("line-fit", {"x": "0, 1", "y": "1"}, "two lists of the same length"),
        ("lagrange", {"constraints": "x + y <= 3"}, "I can't read “<”"),
    ],
)
def test_what_is_too_much_or_no_maths_is_refused_in_a_sentence(
    kind: str, typed: dict[str, str], sentence: str
) -> None:
    with pytest.raises(MathsError, match=r".") as caught:
        answered(kind, **typed)
    assert sentence in str(caught.value)


def test_a_fault_in_a_list_is_found_at_its_character() -> None:
    with pytest.raises(FieldError) as caught:
        answered("gradient", at="x = 1, y = q")
    assert (caught.value.key, caught.value.offset) == ("at", 11)
