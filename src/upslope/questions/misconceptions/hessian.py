"""Mistakes with the matrix of second derivatives, and with its determinant."""

from collections.abc import Sequence

from upslope.maths import Expression, Matrix, derivative, matrix, number, tidy
from upslope.questions.variant import Misconception


def mixed_terms_missing(f: Expression, variables: Sequence[str]) -> Misconception:
    """The Hessian with 0 beside its diagonal."""
    rows = [
        [entry if r == c else 0 for c, entry in enumerate(row)]
        for r, row in enumerate(_hessian(f, variables).rows)
    ]
    return Misconception(
        "mixed-terms-missing",
        "The diagonal is right. Beside it stand the mixed derivatives: how the slope along one variable "
        "changes when you step along the other.",
        str(matrix(rows)),
    )


def slopes_multiplied(f: Expression, variables: Sequence[str]) -> Misconception:
    """∂f/∂u·∂f/∂v in place of ∂²f/∂u∂v."""
    slopes = [derivative(f, v) for v in variables]
    return Misconception(
        "hessian-slopes-multiplied",
        "You multiplied the first derivatives with each other. A second derivative is a derivative "
        "differentiated once more. Try it on $x$: its slope is always 1, so it does not bend.",
        str(matrix([[tidy(one * other) for other in slopes] for one in slopes])),
    )


def first_variable_only(f: Expression, variables: Sequence[str]) -> Misconception:
    """∂²f/∂x² alone, 0 elsewhere."""
    first = derivative(derivative(f, variables[0]), variables[0])
    rows = [[first if r == c == 0 else 0 for c in range(len(variables))] for r in range(len(variables))]
    return Misconception(
        "first-variable-only",
        "The bend along the first variable is right. The ground bends along the others too, and it twists: "
        "differentiate each slope by each variable.",
        str(matrix(rows)),
    )


def coefficients_read_off(f: Expression, variables: Sequence[str]) -> Misconception:
    """Half the Hessian, for a quadratic form."""
    half = [[tidy(entry / number(2)) for entry in row] for row in _hessian(f, variables).rows]
    return Misconception(
        "coefficients-read-off",
        "This is the matrix of the quadratic form. Differentiating twice brings down a 2, as in $x^2$: "
        "every entry is twice as large.",
        str(matrix(half)),
    )


def mixed_term_not_squared(hessian: Matrix) -> Misconception:
    """∂²f/∂x²·∂²f/∂y² − ∂²f/∂x∂y, for the determinant."""
    a, b, _, d = hessian.children
    return Misconception(
        "mixed-term-not-squared",
        "The first product is right. On the other diagonal the mixed derivative stands twice, so it is its "
        "square that is subtracted.",
        str(tidy(a * d - b)),
    )


def _hessian(f: Expression, variables: Sequence[str]) -> Matrix:
    return matrix([[derivative(derivative(f, one), other) for other in variables] for one in variables])
