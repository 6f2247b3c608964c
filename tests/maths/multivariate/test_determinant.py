from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.multivariate_strategies import POINT, polynomials
from tests.maths.oracle import assert_steps_hold, close, to_sympy, value
from upslope.maths import Expression, MathsError, number, parse, to_text
from upslope.maths.expressions.matrix import Matrix, matrix
from upslope.maths.multivariate.determinant import determinant

NAMES = ("x", "y", "z")


def read(*rows: str) -> Matrix:
    return matrix([parse(entry, ("a", "b", "c", "d", "t")) for entry in row.split()] for row in rows)


def squares(entries: st.SearchStrategy[Expression]) -> st.SearchStrategy[Matrix]:
    def of_size(size: int) -> st.SearchStrategy[Matrix]:
        row = st.lists(entries, min_size=size, max_size=size)
        return st.lists(row, min_size=size, max_size=size).map(matrix)

    return st.integers(1, 3).flatmap(of_size)


def theirs(whole: Matrix) -> Any:
    return sympy.Matrix([[to_sympy(entry) for entry in row] for row in whole.rows]).det()


def test_two_rows_are_multiplied_along_the_diagonals() -> None:
    worked = determinant(read("a b", "c d"))
    assert worked.problem == r"\begin{vmatrix} a & b \\ c & d \end{vmatrix}"
    (step,) = worked.steps
    assert (step.rule, step.link, to_text(step.end)) == ("diagonals", "⇒", "a*d - b*c")


def test_numbers_are_put_in_before_they_are_worked_out() -> None:
    worked = determinant(read("2 3", "1 -1"))
    assert [to_text(step.end) for step in worked.steps] == ["2*(-1) - 3*1", "-5"]


def test_three_rows_go_along_the_line_with_the_most_zeros() -> None:
    worked = determinant(read("1 2 3", "4 5 0", "7 8 0"))
    assert "Go along the third column. It holds a zero" in worked.steps[0].why
    assert "the signs are $+, -, +$ in turn" in worked.steps[0].why
    assert to_text(worked.steps[0].end) == "3*(-3)"
    second = determinant(read("1 2 3", "4 0 6", "7 8 10"))
    assert "second row" in second.steps[0].why
    assert "$-, +, -$" in second.steps[0].why
    assert to_text(second.steps[0].end) == "-4*(-4) - 6*(-6)"


def test_the_work_on_the_small_determinants_is_folded() -> None:
    (expand, _) = determinant(read("1 2 3", "4 5 6", "7 8 10")).steps
    assert [step.rule for step in expand.steps] == ["diagonals", "tidy"] * 3
    assert to_text(expand.end) == "1*2 - 2*(-2) + 3*(-3)"


def test_a_rotation_has_the_determinant_one_by_a_named_step() -> None:
    worked = determinant(read("cos(t) -sin(t)", "sin(t) cos(t)"))
    assert worked.steps[-1].rule == "sin² + cos² = 1"
    assert to_text(worked.result) == "1"


def test_a_line_of_zeros_makes_it_zero() -> None:
    assert to_text(determinant(read("1 2 3", "0 0 0", "7 8 9")).result) == "0"


@given(squares(st.fractions(-9, 9, max_denominator=4).map(number)))
@settings(deadline=None, max_examples=60)
def test_determinants_of_numbers_agree_with_sympy(whole: Matrix) -> None:
    worked = determinant(whole)
    assert to_sympy(worked.result) == theirs(whole)
    assert_steps_hold(worked, {})


@given(squares(polynomials(NAMES)))
@settings(deadline=None, max_examples=20)
def test_determinants_of_polynomials_agree_with_sympy(whole: Matrix) -> None:
    worked = determinant(whole)
    places = {sympy.Symbol(name, real=True): sympy.Rational(str(POINT[name])) for name in NAMES}
    assert close(float(value(worked.result, POINT)), float(theirs(whole).subs(places)), 1e-12)
    assert_steps_hold(worked, POINT)


@pytest.mark.parametrize(
    ("whole", "sentence"),
    [
        (read("a b"), r"A 1×2 matrix has no determinant\. Only a square matrix has one"),
        (matrix([[1] * 4] * 4), r"A 4×4 determinant is more than I work out\. Use one of 3 rows at most"),
        (number(3), r"3 is not a matrix\. Only a square matrix has a determinant"),
    ],
)
def test_what_has_no_determinant_says_why(whole: Expression, sentence: str) -> None:
    with pytest.raises(MathsError, match=sentence):
        determinant(whole)
