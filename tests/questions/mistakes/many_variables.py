"""Mistakes with slopes in several directions: partial derivatives, gradients, Jacobians, Hessians."""

import sympy
from numpy.random import Generator
from sympy import Matrix, diff, exp, hessian, sin, sqrt, symbols

from tests.questions.mistakes.shown import Case, Factory, Formula, Shown, ours, whole, wholes
from upslope.maths import matrix
from upslope.questions.misconceptions import (
    determinant,
    gradient,
    jacobian,
    partial_derivatives,
    total_derivative,
)
from upslope.questions.misconceptions import hessian as second_derivatives

X, Y, T = symbols("x y t")
DOMAIN = {"x": (0.5, 3.0), "y": (0.5, 3.0), "t": (0.2, 2.0)}


def surface(rng: Generator) -> sympy.Expr:
    a, b, c = wholes(rng, 2, 7, 3)
    return a * X**3 * Y**2 + b * X * Y + c * X**2 + Y**3


def of_partial(factory: Factory, wrong: Formula, *letters: str) -> Case:
    def draw(rng: Generator) -> Shown:
        f = surface(rng)
        return Shown(factory(ours(f), *letters), diff(f, X), wrong(f), DOMAIN)

    return factory, draw


def of_path(factory: Factory, wrong: Formula) -> Case:
    """Along x = k t², y = sin t; ``wrong(f_x, f_y, x', y')`` is in x and y."""

    def draw(rng: Generator) -> Shown:
        f, way = surface(rng), {X: whole(rng, 2, 5) * T**2, Y: sin(T)}
        path = {str(letter): ours(place) for letter, place in way.items()}
        given: dict[Factory, tuple[object, ...]] = {
            total_derivative.branch_forgotten: (ours(f), path, "y"),
            total_derivative.rates_forgotten: (ours(f), path),
            total_derivative.slopes_forgotten: (path,),
        }
        rates = [diff(place, T) for place in way.values()]
        return Shown(
            factory(*given[factory]),
            diff(f.subs(way), T),
            wrong(diff(f, X), diff(f, Y), *rates).subs(way),
            DOMAIN,
        )

    return factory, draw


def of_slopes(factory: Factory, right: Formula, wrong: Formula) -> Case:
    """For a gradient of two whole numbers, the second one below 0."""

    def draw(rng: Generator) -> Shown:
        a, b = wholes(rng, 2, 9, 2)
        return Shown(factory([a, -b]), right(a, -b), wrong(a, -b))

    return factory, draw


def along_a_long_arrow(rng: Generator) -> Shown:
    slopes, arrow = Matrix([wholes(rng, 2, 9, 2)]), Matrix([wholes(rng, 1, 5, 2)])
    along = slopes.dot(arrow)
    mistake = gradient.direction_not_made_one(list(map(ours, slopes)), list(map(ours, arrow)))
    return Shown(mistake, along / arrow.norm(), along)


def two_functions(rng: Generator) -> Matrix:
    a, b, c = wholes(rng, 2, 7, 3)
    return Matrix([a * X**2 * Y + b * Y, c * sin(X) + Y**3])


def transposed(rng: Generator) -> Shown:
    slopes = two_functions(rng).jacobian([X, Y])
    mistake = jacobian.transposed(matrix([[ours(entry) for entry in row] for row in slopes.tolist()]))
    return Shown(mistake, slopes, slopes.T, DOMAIN)


def of_point(factory: Factory, elsewhere: Formula) -> Case:
    """For a Jacobian at a point whose coordinates differ."""

    def draw(rng: Generator) -> Shown:
        a, b = wholes(rng, 1, 5, 2)
        functions = Matrix([X**2 * Y + exp(X), whole(rng, 2, 5) * X * Y])
        slopes = functions.jacobian([X, Y])
        point = [{"x": a, "y": b}] if factory is jacobian.coordinates_swapped else []
        mistake = factory([ours(f) for f in functions], ("x", "y"), *point)
        return Shown(mistake, slopes.subs({X: a, Y: b}), elsewhere(slopes, a, b))

    return factory, draw


def of_square(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        a, b, c, d = wholes(rng, 2, 9, 4)
        d += 10  # so that a·d is not b·c
        return Shown(factory(matrix([[a, b], [c, d]])), sympy.Integer(a * d - b * c), wrong(a, b, c, d))

    return factory, draw


def of_bends(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        f = surface(rng)
        return Shown(factory(ours(f), ("x", "y")), hessian(f, (X, Y)), wrong(f), DOMAIN)

    return factory, draw


def quadratic_form(rng: Generator) -> Shown:
    a, b, c = wholes(rng, 2, 9, 3)
    f = a * X**2 + 2 * b * X * Y + c * Y**2
    mistake = second_derivatives.coefficients_read_off(ours(f), ("x", "y"))
    return Shown(mistake, hessian(f, (X, Y)), Matrix([[a, b], [b, c]]))


def mixed_not_squared(rng: Generator) -> Shown:
    a, b, d = wholes(rng, 2, 9, 3)
    mistake = second_derivatives.mixed_term_not_squared(matrix([[a, b], [b, d]]))
    return Shown(mistake, sympy.Integer(a * d - b * b), sympy.Integer(a * d - b))


def outer_product(f: sympy.Expr) -> Matrix:
    slopes = Matrix([diff(f, X), diff(f, Y)])
    return slopes * slopes.T


CASES: list[Case] = [
    of_partial(partial_derivatives.other_letter_moved_too, lambda f: diff(f, X, Y)),
    of_partial(partial_derivatives.slopes_added, lambda f: diff(f, X) + diff(f, Y)),
    of_partial(partial_derivatives.other_letter_taken_for_zero, lambda f: diff(f, X).subs(Y, 0)),
    of_partial(partial_derivatives.other_letter_dropped, lambda f: diff(f.subs(Y, 1), X)),
    of_partial(partial_derivatives.wrong_letter_moved, lambda f: diff(f, Y), "y"),
    of_path(total_derivative.branch_forgotten, lambda fx, fy, dx, dy: fx * dx),
    of_path(total_derivative.rates_forgotten, lambda fx, fy, dx, dy: fx + fy),
    of_path(total_derivative.slopes_forgotten, lambda fx, fy, dx, dy: dx + dy),
    of_slopes(gradient.points_downhill, lambda a, b: Matrix([[a, b]]), lambda a, b: Matrix([[-a, -b]])),
    of_slopes(
        gradient.length_made_one,
        lambda a, b: Matrix([[a, b]]),
        lambda a, b: Matrix([[a, b]]) / sqrt(a**2 + b**2),
    ),
    of_slopes(gradient.slopes_swapped, lambda a, b: Matrix([[a, b]]), lambda a, b: Matrix([[b, a]])),
    of_slopes(
        gradient.length_without_root,
        lambda a, b: sqrt(a**2 + b**2),
        lambda a, b: sympy.Integer(a**2 + b**2),
    ),
    of_slopes(
        gradient.length_by_adding, lambda a, b: sqrt(a**2 + b**2), lambda a, b: sympy.Integer(a + abs(b))
    ),
    (gradient.direction_not_made_one, along_a_long_arrow),
    (jacobian.transposed, transposed),
    of_point(jacobian.coordinates_swapped, lambda slopes, a, b: slopes.subs({X: b, Y: a}, simultaneous=True)),
    of_point(jacobian.point_put_in_first, lambda slopes, a, b: sympy.zeros(2, 2)),
    of_point(jacobian.slopes_at_the_origin, lambda slopes, a, b: slopes.subs({X: 0, Y: 0})),
    of_square(determinant.diagonals_added, lambda a, b, c, d: a * d + b * c),
    of_square(determinant.main_diagonal_only, lambda a, b, c, d: a * d),
    of_square(determinant.diagonals_turned_round, lambda a, b, c, d: b * c - a * d),
    of_bends(second_derivatives.mixed_terms_missing, lambda f: sympy.diag(diff(f, X, 2), diff(f, Y, 2))),
    of_bends(second_derivatives.slopes_multiplied, outer_product),
    of_bends(second_derivatives.first_variable_only, lambda f: sympy.diag(diff(f, X, 2), 0)),
    (second_derivatives.coefficients_read_off, quadratic_form),
    (second_derivatives.mixed_term_not_squared, mixed_not_squared),
]
