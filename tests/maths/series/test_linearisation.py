"""Linearisation: tangents and tangent planes, and the order of the error that is promised."""

from fractions import Fraction

import pytest
import sympy

from tests.maths.oracle import assert_steps_hold, to_sympy, value
from upslope.maths import MathsError, evaluate, number, parse, symbol, to_text
from upslope.maths.expressions.expression import PI, Operand
from upslope.maths.series.linearisation import linearise, tangent_plane

LINES: list[tuple[str, Operand, str, int | None]] = [
    ("sqrt(x)", 4, "2 + Δx/4", 2),
    ("x^2", 3, "9 + 6*Δx", 2),
    ("sin(x)", 0, "Δx", 3),
    ("cos(x)", 0, "1", 2),
    ("e^x", 1, "e + e*Δx", 2),
    ("1/x", 2, "1/2 - Δx/4", 2),
    ("ln(x)", 1, "Δx", 2),
    ("tan(x)", PI / 4, "1 + 2*Δx", 2),
    ("x^5", 0, "0", 5),
    ("3x + 1", 2, "7 + 3*Δx", None),
    ("x^2", 0.5, "0.25 + Δx", 2),
    ("sin(x)", 1, "0.841471 + 0.540302*Δx", 2),
]


@pytest.mark.parametrize(("text", "about", "line", "order"), LINES)
def test_the_line_starts_at_the_value_and_rises_by_the_slope(
    text: str, about: Operand, line: str, order: int | None
) -> None:
    worked = linearise(parse(text), "x", about)
    assert to_text(worked.result) == line
    assert worked.steps[-1].end == worked.result


@pytest.mark.parametrize(("text", "about", "line", "order"), LINES)
def test_the_error_has_the_order_that_is_promised(
    text: str, about: Operand, line: str, order: int | None
) -> None:
    worked = linearise(parse(text), "x", about)
    if order is None:
        assert "nothing is left out" in worked.conclusion
        assert worked.steps[-1].link == "="
        return
    assert rf"O(\Delta x^{{{order}}})" in worked.conclusion
    assert f"$1/{2**order}$" in worked.conclusion
    if "." not in line:
        moved = worked.steps[-1].start
        far, near = (
            abs(value(moved, {"Δx": h}) - value(worked.result, {"Δx": h}))
            for h in (Fraction(1, 1000), Fraction(1, 2000))
        )
        assert float(far / near) == pytest.approx(2**order, rel=0.01)


@pytest.mark.parametrize(("text", "about", "line", "order"), LINES)
def test_every_step_of_the_line_holds(text: str, about: Operand, line: str, order: int | None) -> None:
    centre = Fraction(evaluate(number(about), {}))
    assert_steps_hold(linearise(parse(text), "x", about), {"x": centre, "Δx": Fraction(1, 10**5)})


def test_the_first_term_left_out_is_named() -> None:
    assert (
        r"The first term left out is $-\frac{(\Delta x)^{2}}{64}$."
        in linearise(parse("sqrt(x)"), "x", 4).conclusion
    )
    assert "better than a straight line promises" in linearise(parse("sin(x)"), "x", 0).conclusion


def test_the_point_may_be_a_letter() -> None:
    worked = linearise(parse("x^2"), "x", symbol("a"))
    assert to_text(worked.result) == "a^2 + 2*a*Δx"
    assert r"$(a + \Delta x)^{2} = a^{2} + 2a \Delta x + O(\Delta x^{2})$" in worked.conclusion


def test_a_corner_has_no_line() -> None:
    with pytest.raises(MathsError, match="a corner"):
        linearise(parse("abs(x)"), "x", 0)


PLANES: list[tuple[str, tuple[Operand, Operand], str]] = [
    ("x^2 + y^2", (1, 2), "2*x + 4*y - 5"),
    ("x y", (0, 0), "0"),
    ("e^(x+y)", (0, 0), "x + y + 1"),
    ("e^x y", (1, 2), "2*e*x + e*y - 2*e"),
    ("x^2 y", (1, 1), "2*x + y - 2"),
    ("ln(x) + y", (2, 1), "x/2 + y + ln(2) - 1"),
    ("sin(x) y", (1, 2), "1.0806*x + 0.841471*y - 1.0806"),
]


@pytest.mark.parametrize(("text", "about", "plane"), PLANES)
def test_the_tangent_plane_has_the_value_and_both_slopes(
    text: str, about: tuple[Operand, Operand], plane: str
) -> None:
    f = parse(text, ("x", "y"))
    worked = tangent_plane(f, ("x", "y"), about)
    assert to_text(worked.result) == plane
    assert worked.steps[-1].end == worked.result
    ours, theirs = to_sympy(worked.result), to_sympy(f)
    x, y = (sympy.Symbol(name, real=True) for name in ("x", "y"))
    for off in (ours - theirs, (ours - theirs).diff(x), (ours - theirs).diff(y)):
        assert abs(sympy.N(off.subs(dict(zip((x, y), map(sympy.nsimplify, about), strict=True))))) < 1e-5


@pytest.mark.parametrize(("text", "about", "plane"), PLANES)
def test_every_step_to_the_plane_holds(text: str, about: tuple[Operand, Operand], plane: str) -> None:
    a, b = (Fraction(evaluate(number(at), {})) for at in about)
    away = Fraction(1, 10**5)
    worked = tangent_plane(parse(text, ("x", "y")), ("x", "y"), about)
    assert_steps_hold(worked, {"x": a + away, "y": b - away})
