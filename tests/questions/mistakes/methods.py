"""Mistakes with series, differences, searches, fences, fits and networks."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import sympy
from numpy.random import Generator
from sympy import Matrix, Rational, diff, exp, factorial, hessian, ln, series, symbols, tanh

from tests.questions.mistakes.shown import Case, Factory, Formula, Shown, ours, whole, wholes
from upslope.maths import matrix, parse
from upslope.questions.misconceptions import (
    chi_squared,
    finite_differences,
    gradient_descent,
    lagrange,
    line_fit,
    neural_network,
    newton_raphson,
    taylor,
    taylor_two_variables,
)

X, Y, Z, LAMBDA, MU = symbols("x y z lambda mu")
NEAR = {"x": (0.4, 1.6), "y": (0.4, 1.6), "lambda": (0.5, 2.0), "mu": (-1.0, 1.0)}
ORDER = 4


def polynomial(f: sympy.Expr, a: int, order: int = ORDER) -> sympy.Expr:
    return series(f, X, a, order + 1).removeO()


def of_series(factory: Factory, wrong: Formula, *given: str) -> Case:
    """For ln x + 2x about a; ``given`` names what the factory takes besides the function."""

    def draw(rng: Generator) -> Shown:
        a = whole(rng, 2, 6)
        f = ln(X + 1) + whole(rng, 2, 6) * X
        values = {"about": a, "order": ORDER}
        right = polynomial(f, a)
        return Shown(factory(ours(f), *(values[name] for name in given)), right, wrong(f, a), NEAR)

    return factory, draw


def terms(f: sympy.Expr, a: int, divisor: Formula) -> sympy.Expr:
    return sum(diff(f, X, k).subs(X, a) / divisor(k) * (X - a) ** k for k in range(ORDER + 1))


def left_open(f: sympy.Expr, a: int) -> sympy.Expr:
    rest = sum(diff(f, X, k) / factorial(k) * (X - a) ** k for k in range(1, ORDER + 1))
    return f.subs(X, a) + rest


def of_surface(factory: Factory, order: int, wrong: Formula) -> Case:
    """``wrong(height, slopes, bends, step)`` is built from what belongs to the point."""

    def draw(rng: Generator) -> Shown:
        a, b, k = wholes(rng, 1, 6, 3)
        f = k * X**2 * Y + X * Y**3 + X
        at, step = {X: a, Y: b}, Matrix([X - a, Y - b])
        slopes, bends = Matrix([[diff(f, X), diff(f, Y)]]).subs(at), hessian(f, (X, Y)).subs(at)
        right = f.subs(at) + (slopes * step)[0]
        right += (step.T * bends * step)[0] / 2 if order == 2 else 0
        mistake = factory(ours(f), {"x": a, "y": b})
        return Shown(mistake, right, wrong(f.subs(at), slopes, bends, step), NEAR)

    return factory, draw


def plane_with(swapped: Matrix, step: Matrix, height: sympy.Expr) -> sympy.Expr:
    return height + (swapped * step)[0]


def mixed_once(height: sympy.Expr, slopes: Matrix, bends: Matrix, step: Matrix) -> sympy.Expr:
    upper = Matrix([[bends[0, 0], bends[0, 1]], [0, bends[1, 1]]])
    return height + (slopes * step)[0] + (step.T * upper * step)[0] / 2


def of_root(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        a, b = whole(rng, 2, 5), whole(rng, 2, 9)
        f = X**3 - 2 * X - b
        at = {X: a}
        values = [diff(f, X, k).subs(at) for k in range(3)]
        if values[0] == 0:
            return draw(rng)
        return Shown(factory(ours(f), a), a - values[0] / values[1], wrong(a, *values))

    return factory, draw


def of_descent(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        a, b = wholes(rng, 1, 6, 2)
        f, step = X**2 + whole(rng, 2, 5) * Y**2 + X * Y, Rational(1, whole(rng, 5, 20))
        start = Matrix([a, b])
        slopes = Matrix([diff(f, X), diff(f, Y)]).subs({X: a, Y: b})
        is_sized = factory is not gradient_descent.step_size_forgotten
        given = (Fraction(int(step.p), int(step.q)),) if is_sized else ()
        mistake = factory(ours(f), {"x": a, "y": b}, *given)
        return Shown(mistake, start - step * slopes, wrong(start, slopes, step))

    return factory, draw


def one_dial(rng: Generator) -> Shown:
    """With one variable the answer is a number."""
    a = whole(rng, 2, 9)
    mistake = gradient_descent.uphill(parse("x^2"), {"x": a}, Fraction(1, 10))
    return Shown(mistake, a - Rational(2 * a, 10), a + Rational(2 * a, 10))


def of_fence(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        f, g = X**2 * Y + whole(rng, 2, 9) * X, X**2 + whole(rng, 2, 5) * Y**2
        given = (ours(f),) if factory is lagrange.constraint_left_out else (ours(f), ours(g))
        return Shown(factory(*given), diff(f, X) - LAMBDA * diff(g, X), wrong(diff(f, X), g), NEAR)

    return factory, draw


def multiplier(rng: Generator) -> Shown:
    value = Fraction(*wholes(rng, 2, 9, 2))
    wanted = Rational(value.numerator, value.denominator)
    return Shown(lagrange.multiplier_turned_over(value), wanted, 1 / wanted)


def of_model(factory: Factory, wrong: Formula) -> Case:
    """∂χ²/∂μ for one point and the model k·exp(−μx) + x."""

    def draw(rng: Generator) -> Shown:
        model, sigma = whole(rng, 2, 9) * exp(-MU * X) + X, whole(rng, 2, 5)
        residual = Y - model
        needs = (ours(model),) if factory is chi_squared.model_slope_forgotten else (ours(model), "mu")
        mistake = factory(*needs, ours(Y), sigma)
        right = diff((residual / sigma) ** 2, MU)
        return Shown(mistake, right, wrong(residual, sigma, diff(model, MU)), NEAR)

    return factory, draw


def of_residuals(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        misses, sigma = [1, *wholes(rng, 2, 9, 2), -whole(rng, 2, 9)], whole(rng, 2, 5)
        squares = sum(r * r for r in misses)
        is_mean = factory is chi_squared.divided_by_the_count_twice
        takes_sigma = not is_mean and factory is not chi_squared.error_bar_left_out
        right = Rational(squares, 4) if is_mean else Rational(squares, sigma**2)
        given = (misses, sigma) if takes_sigma else (misses,)
        return Shown(factory(*given), right, wrong(misses, sigma))

    return factory, draw


def of_line(factory: Factory, wrong: Formula) -> Case:
    """NumPy fits the line in floats; the slope is given to nine digits, as a learner's calculator would."""

    def draw(rng: Generator) -> Shown:
        xs = [0, 1, 2, 4]
        ys = [3, 5 + whole(rng, 1, 4), 4, 12 + whole(rng, 1, 9)]
        right = Fraction(*_slope(xs, ys))
        wanted = Rational(right.numerator, right.denominator)
        return Shown(factory(xs, ys), wanted, sympy.Float(float(wrong(np.array(xs), np.array(ys))), 15))

    return factory, draw


def _slope(xs: list[int], ys: list[int]) -> tuple[int, int]:
    count = len(xs)
    above = count * sum(x * y for x, y in zip(xs, ys, strict=True)) - sum(xs) * sum(ys)
    return above, count * sum(x * x for x in xs) - sum(xs) ** 2


def intercept_for_slope(rng: Generator) -> Shown:
    m, c = wholes(rng, 2, 9, 2)
    return Shown(line_fit.slope_and_intercept_swapped(c), sympy.Integer(m), sympy.Integer(c))


def of_neuron(factory: Factory, wrong: Formula) -> Case:
    """tanh(w·a + b), with a weight and a bias of one digit after the point."""

    def draw(rng: Generator) -> Shown:
        weighted, bias = (Rational(n, 10) for n in wholes(rng, 2, 12, 2))
        activation = ours(tanh(Z))
        given = {
            neural_network.bias_forgotten: (activation, ours(weighted)),
            neural_network.activation_forgotten: (ours(weighted), ours(bias)),
            neural_network.bias_added_outside: (activation, ours(weighted), ours(bias)),
        }[factory]
        return Shown(factory(*given), tanh(weighted + bias), wrong(weighted, bias))

    return factory, draw


def of_links(factory: Factory, wrong: Formula) -> Case:
    """dC/dw = 2(a − y)·σ′(z)·a₀ for C = (a − y)², with a = tanh z."""

    def draw(rng: Generator) -> Shown:
        z, y, before = (Rational(n, 10) for n in wholes(rng, 2, 9, 3))
        a = tanh(z)
        error, slope = 2 * (a - y), diff(tanh(Z), Z)
        links = [ours(error), ours(slope.subs(Z, z)), ours(before)]
        others = [links[0], links[2]]
        given = {
            neural_network.link_forgotten: (links, 2),
            neural_network.activation_slope_forgotten: (others,),
            neural_network.slope_taken_at_the_output: (ours(tanh(Z)), ours(z), others),
            neural_network.error_turned_round: (ours(a), ours(y), links[1:]),
        }[factory]
        right = error * slope.subs(Z, z) * before
        return Shown(factory(*given), right, wrong(error, slope, z, before))

    return factory, draw


def weights_down_the_columns(rng: Generator) -> Shown:
    a, b, c, d, e, g = wholes(rng, 1, 9, 6)
    weights, inputs = Matrix([[a, b], [c, d]]), Matrix([e, g])
    mistake = neural_network.weights_transposed(matrix([[a, b], [c, d]]), matrix([[e], [g]]))
    return Shown(mistake, weights * inputs, weights.T * inputs)


def of_count(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        layers = wholes(rng, 2, 8, 3)
        shapes = [np.zeros((after, before)) for before, after in pairwise(layers)]
        weights = sum(shape.size for shape in shapes)
        right = weights + sum(shape.shape[0] for shape in shapes)
        return Shown(factory(layers), sympy.Integer(right), sympy.Integer(wrong(weights, right, layers)))

    return factory, draw


def of_difference(factory: Factory, right: Formula, wrong: Formula) -> Case:
    """For k·x⁴ + x at a point, with a step of a few tenths."""

    def draw(rng: Generator) -> Shown:
        f, at, h = whole(rng, 2, 6) * X**4 + X, whole(rng, 1, 4), Rational(whole(rng, 1, 4), 10)
        ahead, here, behind = (f.subs(X, place) for place in (at + h, at, at - h))
        return Shown(
            factory(ours(f), at, ours(h)), right(ahead, here, behind, h), wrong(ahead, here, behind, h)
        )

    return factory, draw


def second(ahead: sympy.Expr, here: sympy.Expr, behind: sympy.Expr, h: sympy.Expr) -> sympy.Expr:
    return (ahead - 2 * here + behind) / h**2


CASES: list[Case] = [
    of_series(taylor.factorials_missing, lambda f, a: terms(f, a, lambda k: 1), "about", "order"),
    of_series(taylor.divided_by_the_order, lambda f, a: terms(f, a, lambda k: k or 1), "about", "order"),
    of_series(taylor.expanded_about_zero, lambda f, a: polynomial(f, 0), "order"),
    of_series(taylor.shift_forgotten, lambda f, a: polynomial(f, a).subs(X, X + a), "about", "order"),
    of_series(taylor.shift_turned, lambda f, a: polynomial(f, a).subs(X, X + 2 * a), "about", "order"),
    of_series(taylor.signs_alternated, lambda f, a: polynomial(f, a).subs(X, 2 * a - X), "about", "order"),
    of_series(taylor.derivatives_left_open, left_open, "about", "order"),
    of_series(taylor.one_order_short, lambda f, a: polynomial(f, a, ORDER - 1), "about", "order"),
    of_series(taylor.value_dropped, lambda f, a: polynomial(f, a) - f.subs(X, a), "about", "order"),
    of_surface(
        taylor_two_variables.plane_slopes_swapped,
        1,
        lambda height, slopes, bends, step: plane_with(slopes[:, ::-1], step, height),
    ),
    of_surface(
        taylor_two_variables.plane_value_dropped,
        1,
        lambda height, slopes, bends, step: plane_with(slopes, step, sympy.Integer(0)),
    ),
    of_surface(
        taylor_two_variables.plane_steps_forgotten,
        1,
        lambda height, slopes, bends, step: plane_with(slopes, Matrix([X, Y]), height),
    ),
    of_surface(taylor_two_variables.mixed_term_counted_once, 2, mixed_once),
    of_surface(
        taylor_two_variables.half_forgotten,
        2,
        lambda height, slopes, bends, step: plane_with(slopes, step, height) + (step.T * bends * step)[0],
    ),
    of_root(newton_raphson.ratio_turned_over, lambda x, f, slope, bend: x - slope / f),
    of_root(newton_raphson.step_added, lambda x, f, slope, bend: x + f / slope),
    of_root(newton_raphson.second_derivative_used, lambda x, f, slope, bend: x - slope / bend),
    of_root(newton_raphson.slope_left_out, lambda x, f, slope, bend: x - f),
    of_root(newton_raphson.step_for_the_point, lambda x, f, slope, bend: f / slope),
    of_descent(gradient_descent.uphill, lambda start, slopes, step: start + step * slopes),
    of_descent(gradient_descent.step_size_forgotten, lambda start, slopes, step: start - slopes),
    of_descent(
        gradient_descent.gradient_made_one, lambda start, slopes, step: start - step * slopes.normalized()
    ),
    of_descent(gradient_descent.start_forgotten, lambda start, slopes, step: -step * slopes),
    (gradient_descent.uphill, one_dial),
    of_fence(lagrange.multiplier_forgotten, lambda fx, g: fx - diff(g, X)),
    of_fence(lagrange.constraint_left_out, lambda fx, g: fx),
    of_fence(lagrange.multiplier_sign_turned, lambda fx, g: fx + LAMBDA * diff(g, X)),
    of_fence(lagrange.constraint_not_differentiated, lambda fx, g: fx - LAMBDA * g),
    of_fence(lagrange.multiplier_on_the_other_side, lambda fx, g: LAMBDA * fx - diff(g, X)),
    (lagrange.multiplier_turned_over, multiplier),
    of_model(chi_squared.residual_sign_turned, lambda r, sigma, slope: 2 * r / sigma**2 * slope),
    of_model(chi_squared.model_slope_forgotten, lambda r, sigma, slope: -2 * r / sigma**2),
    of_model(chi_squared.two_forgotten, lambda r, sigma, slope: -r / sigma**2 * slope),
    of_residuals(
        chi_squared.error_bar_not_squared, lambda rs, sigma: Rational(sum(r * r for r in rs), sigma)
    ),
    of_residuals(chi_squared.error_bar_left_out, lambda rs, sigma: sum(r * r for r in rs)),
    of_residuals(chi_squared.residuals_not_squared, lambda rs, sigma: Rational(sum(map(abs, rs)), sigma)),
    of_residuals(chi_squared.residuals_cancel, lambda rs, sigma: Rational(sum(rs), sigma)),
    of_residuals(
        chi_squared.divided_by_the_count_twice, lambda rs, sigma: Rational(sum(r * r for r in rs), 16)
    ),
    (line_fit.slope_and_intercept_swapped, intercept_for_slope),
    of_line(line_fit.regression_of_x_on_y, lambda xs, ys: 1 / np.polyfit(ys, xs, 1)[0]),
    of_line(line_fit.line_through_the_origin, lambda xs, ys: np.linalg.lstsq(xs[:, None], ys)[0][0]),
    of_line(line_fit.first_point_to_last, lambda xs, ys: np.polyfit(xs[[0, -1]], ys[[0, -1]], 1)[0]),
    of_neuron(neural_network.bias_forgotten, lambda weighted, bias: tanh(weighted)),
    of_neuron(neural_network.activation_forgotten, lambda weighted, bias: weighted + bias),
    of_neuron(neural_network.bias_added_outside, lambda weighted, bias: tanh(weighted) + bias),
    of_links(neural_network.link_forgotten, lambda error, slope, z, before: error * slope.subs(Z, z)),
    of_links(neural_network.activation_slope_forgotten, lambda error, slope, z, before: error * before),
    of_links(
        neural_network.slope_taken_at_the_output,
        lambda error, slope, z, before: error * slope.subs(Z, tanh(z)) * before,
    ),
    of_links(
        neural_network.error_turned_round,
        lambda error, slope, z, before: -error * slope.subs(Z, z) * before,
    ),
    (neural_network.weights_transposed, weights_down_the_columns),
    of_count(neural_network.biases_not_counted, lambda weights, right, layers: weights),
    of_count(neural_network.inputs_given_biases, lambda weights, right, layers: right + layers[0]),
    of_difference(
        finite_differences.difference_not_divided,
        lambda ahead, here, behind, h: (ahead - here) / h,
        lambda ahead, here, behind, h: ahead - here,
    ),
    of_difference(
        finite_differences.central_divided_by_one_step,
        lambda ahead, here, behind, h: (ahead - behind) / (2 * h),
        lambda ahead, here, behind, h: (ahead - behind) / h,
    ),
    of_difference(
        finite_differences.second_step_not_squared,
        second,
        lambda ahead, here, behind, h: second(ahead, here, behind, h) * h,
    ),
    of_difference(
        finite_differences.middle_counted_once,
        second,
        lambda ahead, here, behind, h: (ahead - here + behind) / h**2,
    ),
]
