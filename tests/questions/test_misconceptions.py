"""Each ready-made mistake leads to the answer its name says, checked with SymPy."""

import inspect
import re
from collections.abc import Callable
from fractions import Fraction
from types import ModuleType

import pytest
import sympy

from upslope.maths import parse
from upslope.questions import Misconception, Score, answer_type, expression_part, misconceptions
from upslope.questions.misconceptions import (
    first_principles,
    power_rule,
    product_rule,
    quotient,
    slope,
    sum_rule,
    trigonometry,
)

X, H = sympy.symbols("x h")
MODULES: tuple[ModuleType, ...] = tuple(getattr(misconceptions, name) for name in misconceptions.__all__)

U, V, W = "3*x^2 + 1", "sin(x)", "2*x - 5"
u, v, w = 3 * X**2 + 1, sympy.sin(X), 2 * X - 5
du, dv, dw = (sympy.diff(f, X) for f in (u, v, w))
e_u, e_v, e_w = parse(U), parse(V), parse(W)

CASES: list[tuple[Misconception, sympy.Expr]] = [
    (product_rule.product_of_derivatives(e_u, e_v), du * dv),
    (product_rule.first_factor_only(e_u, e_v), du * v),
    (product_rule.second_factor_only(e_u, e_v), u * dv),
    (product_rule.terms_subtracted(e_u, e_v), du * v - u * dv),
    (product_rule.sum_of_derivatives(e_u, e_v), du + dv),
    (product_rule.derivative_beside_its_own_factor(e_u, e_v), u * du + v * dv),
    (product_rule.three_derivatives_multiplied(e_u, e_v, e_w), du * dv * dw),
    (product_rule.third_turn_forgotten(e_u, e_v, e_w), du * v * w + u * dv * w),
    (product_rule.two_factors_at_once(e_u, e_v, e_w), du * dv * w + du * v * dw + u * dv * dw),
    (quotient.quotient_of_derivatives(e_v, e_u), dv / du),
    (quotient.turns_swapped(e_v, e_u), -sympy.diff(v / u, X)),
    (quotient.minus_lost(e_v, e_u), (dv * u + v * du) / u**2),
    (quotient.bottom_not_squared(e_v, e_u), sympy.diff(v / u, X) * u),
    (quotient.top_only(e_v, e_u), dv / u),
    (power_rule.exponent_not_lowered(3, 4), 12 * X**4),
    (power_rule.exponent_not_brought_down(3, 4), 3 * X**3),
    (power_rule.exponent_raised(3, 4), sympy.integrate(3 * X**4, X)),
    (power_rule.exponent_moved_towards_zero(3, -4), -12 / X**3),
    (power_rule.coefficient_dropped(Fraction(1, 2), -4), -4 / X**5),
    (sum_rule.constant_survives(e_u, parse("7")), du + 7),
    (sum_rule.constant_becomes_one(e_u), du + 1),
    (sum_rule.first_term_only(e_u), du),
    (sum_rule.last_term_untouched(e_u, e_v), du + v),
    (trigonometry.sign_of_the_wave(e_u, parse("cos(x)")), du * sympy.cos(X) + u * sympy.sin(X)),
    (trigonometry.wave_unchanged(e_u, e_v), du * v + u * v),
    (first_principles.step_left_in(e_u), 6 * X + 3 * H),
    (first_principles.step_never_divided_out(e_u), 6 * X * H + 3 * H**2),
    (first_principles.everything_shrinks(), sympy.Integer(0)),
    (first_principles.cross_term_forgotten(parse("x^2")), H),
    (first_principles.derivative_doubled(e_u), 2 * du),
    (slope.run_over_rise(6, -4), sympy.Rational(-2, 3)),
    (slope.rise_only(6), sympy.Integer(6)),
    (slope.run_only(-4), sympy.Integer(-4)),
    (slope.order_swapped(6, 4), sympy.Rational(-3, 2)),
    (slope.height_for_slope(5), sympy.Integer(5)),
    (slope.slope_from_the_origin(2, 5), sympy.Rational(5, 2)),
]


def factories() -> list[Callable[..., Misconception]]:
    return [
        function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
    ]


def test_every_ready_made_misconception_is_tried_here() -> None:
    assert len(CASES) == len(factories()) >= 12


@pytest.mark.parametrize(("misconception", "expected"), CASES, ids=[case.code for case, _ in CASES])
def test_the_wrong_answer_is_the_one_the_mistake_leads_to(
    misconception: Misconception, expected: sympy.Expr
) -> None:
    part = expression_part(
        "d", misconception.wrong, variables=("x", "h"), domain={"x": (0.5, 3), "h": (0.1, 2)}
    )
    kind = answer_type("expression")
    oracle = kind.parse(str(expected).replace("**", "^"), part.key)
    assert kind.score(oracle, part.key) == Score(1.0)


@pytest.mark.parametrize(("misconception", "expected"), CASES, ids=[case.code for case, _ in CASES])
def test_the_sentence_teaches(misconception: Misconception, expected: sympy.Expr) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", misconception.code)
    assert misconception.sentence.endswith(".")
    assert len(misconception.sentence) > 60
    assert not re.search(
        r"\b(obviously|simply|just|wrong answer|stupid)\b", misconception.sentence, re.IGNORECASE
    )


def test_no_two_misconceptions_share_a_code() -> None:
    codes = [misconception.code for misconception, _ in CASES]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("seed", range(3))
def test_sentences_hold_nothing_of_the_draw(seed: int) -> None:
    one, other = parse(f"x^{seed + 2}"), parse(f"{seed + 2}x + 1")
    again = product_rule.product_of_derivatives(one, other)
    assert again.sentence == product_rule.product_of_derivatives(e_u, e_v).sentence


def test_another_variable_can_be_used() -> None:
    assert (
        product_rule.first_factor_only(parse("t^2", ("t",)), parse("sin(t)", ("t",)), "t").wrong
        == "2*t*sin(t)"
    )
