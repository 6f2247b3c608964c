"""Mistakes with slopes and derivatives of one variable."""

from fractions import Fraction

import sympy
from numpy.random import Generator
from sympy import cos, diff, exp, integrate, log, sin, symbols, tan

from tests.questions.mistakes.shown import Case, Factory, Formula, Shown, ours, whole, wholes
from upslope.questions.misconceptions import (
    antiderivative,
    chain_rule,
    derivative_sketch,
    exponential,
    first_principles,
    logarithm,
    power_rule,
    product_rule,
    quotient,
    slope,
    sum_rule,
    trigonometry,
)

X, U, V, H = symbols("x u v h")
DOMAIN = {"x": (0.5, 3.0), "h": (0.1, 2.0)}


def factors(rng: Generator) -> list[sympy.Expr]:
    a, b, c, d = wholes(rng, 2, 9, 4)
    return [a * X**3 + b, sin(X) * d, c * X - 1]


def of_two(factory: Factory, wrong: Formula) -> Case:
    """For u·v: ``wrong(u, v)`` is what comes out."""

    def draw(rng: Generator) -> Shown:
        u, v, _ = factors(rng)
        return Shown(factory(ours(u), ours(v)), diff(u * v, X), wrong(u, v, diff(u, X), diff(v, X)), DOMAIN)

    return factory, draw


def of_quotient(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        v, u, _ = factors(rng)
        return Shown(factory(ours(u), ours(v)), diff(u / v, X), wrong(u, v, diff(u, X), diff(v, X)), DOMAIN)

    return factory, draw


def of_three(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        u, v, w = factors(rng)
        slopes = [diff(f, X) for f in (u, v, w)]
        return Shown(factory(*map(ours, (u, v, w))), diff(u * v * w, X), wrong(u, v, w, *slopes), DOMAIN)

    return factory, draw


def of_power(factory: Factory, wrong: Formula, low: int = 3, high: int = 7) -> Case:
    def draw(rng: Generator) -> Shown:
        c, n = whole(rng, 2, 9), whole(rng, low, high)
        return Shown(factory(c, n), diff(c * X**n, X), wrong(c, n), DOMAIN)

    return factory, draw


def of_antiderivative(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        c, n = whole(rng, 2, 9), whole(rng, 2, 6)
        return Shown(factory(c, n), integrate(c * X**n, X), wrong(c, n), DOMAIN)

    return factory, draw


def of_sum(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        f, g, _ = factors(rng)
        c = sympy.Integer(whole(rng, 2, 9))
        both = {sum_rule.constant_survives: (f, c), sum_rule.last_term_untouched: (f, g)}
        made = map(ours, both.get(factory, (f,)))
        right = diff(f + (g if factory is sum_rule.last_term_untouched else c), X)
        right += diff(g, X) if factory is sum_rule.first_term_only else 0
        return Shown(factory(*made), right, wrong(diff(f, X), g, c), DOMAIN)

    return factory, draw


def of_chain(factory: Factory, wrong: Formula) -> Case:
    """For f(g(x)); ``wrong(f, f_prime, g, g_prime)`` puts places into f and f′ as into functions."""

    def draw(rng: Generator) -> Shown:
        a, n = whole(rng, 2, 5), whole(rng, 3, 5)
        outer, inner = U**n, a * X**2 + a + 1
        f, f_prime = sympy.Lambda(U, outer), sympy.Lambda(U, diff(outer, U))
        return Shown(
            factory(ours(outer), ours(inner)),
            diff(f(inner), X),
            wrong(f, f_prime, inner, diff(inner, X)),
            DOMAIN,
        )

    return factory, draw


def innermost(rng: Generator) -> Shown:
    a, n = whole(rng, 2, 6), whole(rng, 2, 5)
    outer, middle, inner = U**n, sin(V), a * X**2
    at_middle = middle.subs(V, inner)
    wrong = diff(outer, U).subs(U, at_middle) * diff(middle, V).subs(V, inner)
    mistake = chain_rule.innermost_link_forgotten(ours(outer), ours(middle), ours(inner))
    return Shown(mistake, diff(outer.subs(U, at_middle), X), wrong, DOMAIN)


def of_exponent(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        g = whole(rng, 2, 5) * X + whole(rng, 2, 5)
        return Shown(factory(ours(g)), diff(exp(g), X), wrong(g), DOMAIN)

    return factory, draw


def of_logarithm(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        g = whole(rng, 2, 5) * X**2 + whole(rng, 2, 5)
        return Shown(factory(ours(g)), diff(log(g), X), wrong(g), DOMAIN)

    return factory, draw


def wave_in_a_product(factory: Factory, wrong: Formula) -> Case:
    def draw(rng: Generator) -> Shown:
        u, wave = whole(rng, 2, 9) * X**2, cos(X)
        return Shown(factory(ours(u), ours(wave)), diff(u * wave, X), wrong(u, wave), DOMAIN)

    return factory, draw


def wave_alone(rng: Generator) -> Shown:
    wave = whole(rng, 2, 9) * cos(whole(rng, 1, 4) * X)
    return Shown(trigonometry.sign_turned(ours(wave)), diff(wave, X), -diff(wave, X), DOMAIN)


def tangent(rng: Generator) -> Shown:
    g = X / whole(rng, 3, 9)
    return Shown(trigonometry.tangent_not_squared(ours(g)), diff(tan(g), X), diff(g, X) / cos(g), DOMAIN)


def of_step(factory: Factory, wrong: Formula) -> Case:
    """For a·x² by first principles."""

    def draw(rng: Generator) -> Shown:
        a = whole(rng, 2, 9)
        given = () if factory is first_principles.everything_shrinks else (ours(a * X**2),)
        return Shown(factory(*given), 2 * a * X, wrong(a), DOMAIN)

    return factory, draw


def of_slope(factory: Factory, *taken: int) -> Case:
    """For rise and run: the factory takes those of (rise, run) that ``taken`` counts."""
    formulas: dict[Factory, Formula] = {
        slope.run_over_rise: lambda rise, run: Fraction(run, rise),
        slope.rise_only: lambda rise, run: rise,
        slope.run_only: lambda rise, run: run,
        slope.order_swapped: lambda rise, run: -Fraction(rise, run),
        slope.height_for_slope: lambda rise, run: rise,
        slope.slope_from_the_origin: lambda rise, run: Fraction(run, rise),
    }

    def draw(rng: Generator) -> Shown:
        rise, run = wholes(rng, 2, 12, 2)
        given = [(rise, run)[place] for place in taken]
        found = formulas[factory](rise, run)
        return Shown(
            factory(*given), sympy.Rational(rise, run), sympy.Rational(found.numerator, found.denominator)
        )

    return factory, draw


def of_drawing(factory: Factory, wrong: Formula, *given: float) -> Case:
    """For f′ to be drawn; here it is typed."""

    def draw(rng: Generator) -> Shown:
        f = whole(rng, 2, 9) * X**3 + whole(rng, 2, 9) * sin(X)
        return Shown(factory(ours(f), *given), diff(f, X), wrong(f), DOMAIN)

    return factory, draw


def goes_backwards(rng: Generator) -> Shown:
    f = whole(rng, 2, 9) * X ** whole(rng, 3, 6)
    return Shown(antiderivative.differentiated_instead(ours(f)), integrate(f, X), diff(f, X), DOMAIN)


CASES: list[Case] = [
    of_two(product_rule.product_of_derivatives, lambda u, v, du, dv: du * dv),
    of_two(product_rule.first_factor_only, lambda u, v, du, dv: du * v),
    of_two(product_rule.second_factor_only, lambda u, v, du, dv: u * dv),
    of_two(product_rule.terms_subtracted, lambda u, v, du, dv: du * v - u * dv),
    of_two(product_rule.sum_of_derivatives, lambda u, v, du, dv: du + dv),
    of_two(product_rule.derivative_beside_its_own_factor, lambda u, v, du, dv: u * du + v * dv),
    of_three(product_rule.three_derivatives_multiplied, lambda u, v, w, du, dv, dw: du * dv * dw),
    of_three(product_rule.third_turn_forgotten, lambda u, v, w, du, dv, dw: du * v * w + u * dv * w),
    of_three(
        product_rule.two_factors_at_once,
        lambda u, v, w, du, dv, dw: du * dv * w + du * v * dw + u * dv * dw,
    ),
    of_quotient(quotient.quotient_of_derivatives, lambda u, v, du, dv: du / dv),
    of_quotient(quotient.turns_swapped, lambda u, v, du, dv: -diff(u / v, X)),
    of_quotient(quotient.minus_lost, lambda u, v, du, dv: (du * v + u * dv) / v**2),
    of_quotient(quotient.bottom_not_squared, lambda u, v, du, dv: diff(u / v, X) * v),
    of_quotient(quotient.top_only, lambda u, v, du, dv: du / v),
    of_power(power_rule.exponent_not_lowered, lambda c, n: c * n * X**n),
    of_power(power_rule.exponent_not_brought_down, lambda c, n: c * X ** (n - 1)),
    of_power(power_rule.exponent_raised, lambda c, n: integrate(c * X**n, X)),
    of_power(power_rule.exponent_moved_towards_zero, lambda c, n: c * n * X ** (n + 1), -6, -2),
    of_power(power_rule.coefficient_dropped, lambda c, n: diff(X**n, X)),
    of_sum(sum_rule.constant_survives, lambda df, g, c: df + c),
    of_sum(sum_rule.constant_becomes_one, lambda df, g, c: df + 1),
    of_sum(sum_rule.first_term_only, lambda df, g, c: df),
    of_sum(sum_rule.last_term_untouched, lambda df, g, c: df + g),
    of_chain(chain_rule.inner_derivative_forgotten, lambda f, slope, g, dg: slope(g)),
    of_chain(chain_rule.derivative_of_the_inside, lambda f, slope, g, dg: slope(dg)),
    of_chain(chain_rule.outer_slope_at_the_wrong_place, lambda f, slope, g, dg: slope(X) * dg),
    of_chain(chain_rule.outer_unchanged, lambda f, slope, g, dg: f(g) * dg),
    of_chain(chain_rule.links_added, lambda f, slope, g, dg: slope(g) + dg),
    (chain_rule.innermost_link_forgotten, innermost),
    of_exponent(exponential.power_rule_on_exponential, lambda g: g * exp(g - 1)),
    of_exponent(exponential.rate_forgotten, lambda g: exp(g)),
    of_exponent(exponential.exponential_lost, lambda g: diff(g, X)),
    of_logarithm(logarithm.slope_of_the_inside_forgotten, lambda g: 1 / g),
    of_logarithm(logarithm.reciprocal_of_the_logarithm, lambda g: 1 / log(g)),
    of_logarithm(logarithm.logarithm_of_the_slope, lambda g: log(diff(g, X))),
    wave_in_a_product(trigonometry.sign_of_the_wave, lambda u, w: diff(u, X) * w + u * sin(X)),
    wave_in_a_product(trigonometry.wave_unchanged, lambda u, w: diff(u, X) * w + u * w),
    (trigonometry.sign_turned, wave_alone),
    (trigonometry.tangent_not_squared, tangent),
    of_step(first_principles.step_left_in, lambda a: 2 * a * X + a * H),
    of_step(first_principles.step_never_divided_out, lambda a: 2 * a * X * H + a * H**2),
    of_step(first_principles.everything_shrinks, lambda a: sympy.Integer(0)),
    of_step(first_principles.cross_term_forgotten, lambda a: a * H),
    of_step(first_principles.derivative_doubled, lambda a: 4 * a * X),
    of_slope(slope.run_over_rise, 0, 1),
    of_slope(slope.rise_only, 0),
    of_slope(slope.run_only, 1),
    of_slope(slope.order_swapped, 0, 1),
    of_slope(slope.height_for_slope, 0),
    of_slope(slope.slope_from_the_origin, 0, 1),
    of_drawing(derivative_sketch.function_itself, lambda f: f),
    of_drawing(derivative_sketch.slope_upside_down, lambda f: -diff(f, X)),
    of_drawing(derivative_sketch.slope_of_the_slope, lambda f: diff(f, X, 2)),
    of_drawing(derivative_sketch.slope_shifted, lambda f: diff(f, X) + 3, 3),
    (antiderivative.differentiated_instead, goes_backwards),
    of_antiderivative(antiderivative.not_divided_by_the_exponent, lambda c, n: c * X ** (n + 1)),
    of_antiderivative(
        antiderivative.divided_by_the_old_exponent, lambda c, n: sympy.Rational(c, n) * X ** (n + 1)
    ),
]
