from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from tests.maths.oracle import to_sympy
from upslope.maths import MathsError, evaluate, number, parse, tidy, to_json, to_latex, to_numpy
from upslope.maths.expressions.expression import Call, Product, Sum
from upslope.maths.expressions.matrix import (
    Matrix,
    column_vector,
    matrix,
    multiplied_out,
    row_vector,
    shape_of,
)
from upslope.maths.expressions.statement import equation, system

X = parse("x")
sizes = st.integers(1, 3)


@st.composite
def fitting_pairs(draw: st.DrawFn) -> tuple[Matrix, Matrix]:
    rows, shared, columns = draw(sizes), draw(sizes), draw(sizes)
    entry = st.integers(-9, 9)
    left = draw(st.lists(st.lists(entry, min_size=shared, max_size=shared), min_size=rows, max_size=rows))
    right = draw(
        st.lists(st.lists(entry, min_size=columns, max_size=columns), min_size=shared, max_size=shared)
    )
    return matrix(left), matrix(right)


@given(fitting_pairs())
def test_products_of_matrices_agree_with_sympy(pair: tuple[Matrix, Matrix]) -> None:
    left, right = pair
    product = tidy(Product(pair))
    assert isinstance(product, Matrix)
    theirs = sympy.Matrix([[to_sympy(e) for e in row] for row in left.rows]) * sympy.Matrix(
        [[to_sympy(e) for e in row] for row in right.rows]
    )
    assert [to_sympy(entry) for entry in product.children] == list(theirs)


def test_sums_signs_and_scalars_go_to_every_entry() -> None:
    tree = Sum((X * row_vector([1, X]), -row_vector([1, 2]) / number(2)))
    assert str(tidy(tree)) == "[x - 1/2, x^2 - 1]"


def test_rows_columns_and_their_shapes() -> None:
    assert row_vector([1, 2]).shape == (1, 2)
    assert column_vector([1, 2]).shape == (2, 1)
    assert column_vector([1, 2]).transpose == row_vector([1, 2])
    assert shape_of(row_vector([1, 2]) * column_vector([3, 4])) == (1, 1)
    assert shape_of(X) == (0, 0)


def test_matrices_as_latex_and_text() -> None:
    assert to_latex(matrix([[1, X], [0, Fraction(1, 2)]])) == (
        r"\begin{bmatrix} 1 & x \\ 0 & \frac{1}{2} \end{bmatrix}"
    )
    assert str(matrix([[1, X], [0, 2]])) == "[1, x; 0, 2]"
    assert str(matrix([[X]])) == "[[x]]"


def test_shapes_that_do_not_fit_are_named() -> None:
    with pytest.raises(
        MathsError, match=r"Shapes 1×2 and 1×2 cannot be multiplied\. The first needs as many"
    ):
        tidy(row_vector([1, 2]) * row_vector([1, 2]))
    with pytest.raises(MathsError, match="Shapes 1×2 and 2×1 cannot be added"):
        tidy(row_vector([1, 2]) + column_vector([1, 2]))
    with pytest.raises(MathsError, match="a vector or matrix stands where only a number can"):
        multiplied_out(Call("sin", row_vector([1, 2])))
    with pytest.raises(ValueError, match=r"Rows of the lengths \[1, 2\] make no matrix"):
        matrix([[1], [1, 2]])


def test_a_matrix_of_functions_becomes_an_array_per_point() -> None:
    jacobian = to_numpy(matrix([[X, 2], [3, X * X]]))
    assert jacobian(np.array([1.0, 2.0, 3.0])).shape == (3, 2, 2)
    assert np.array_equal(jacobian(2.0), [[2, 2], [3, 4]])


def test_what_has_no_single_number_says_so() -> None:
    for tree in (equation(X, 2), system([equation(X, 2), equation(X, 3)])):
        with pytest.raises(MathsError, match="is not a single number"):
            evaluate(tree, {"x": 1.0})
        with pytest.raises(MathsError, match="cannot be drawn as one function"):
            to_json(tree)


def test_statements_as_latex() -> None:
    rows = [equation(X**2, 4), equation(X, Fraction(1, 3), "≈")]
    assert to_latex(system(rows[:1])) == "x^{2} = 4"
    assert to_latex(system(rows)) == (r"\begin{aligned} x^{2} &= 4 \\ x &\approx \frac{1}{3} \end{aligned}")
    with pytest.raises(ValueError, match="A system needs at least one row"):
        system([])
