"""Slopes of eˣ, ln, sine and cosine, worked out as limits; each rests on a limit that is named as a fact.

Source: T. M. Apostol, Calculus, volume 1, sections 4.4 and 6.14; M. Spivak, Calculus, chapters 15 and 18.
"""

from upslope.maths.differentiation.derivation import Move
from upslope.maths.differentiation.secant import Secant
from upslope.maths.expressions.expression import Call, E, Expression, Power, number
from upslope.maths.expressions.printing import to_latex
from upslope.maths.simplification.tidy import tidy

ZERO, ONE = number(0), number(1)


def exponential_moves(secant: Secant) -> list[Move]:
    """Return the moves after the definition for e to the power x."""
    start, factor = Power(E, secant.x), Power(E, secant.run)
    gain = (factor - 1) / secant.run
    return [
        (
            "split the power",
            secant.limit((start * factor - start) / secant.run),
            "Adding exponents means multiplying powers.",
        ),
        (
            "take out",
            secant.limit(start * gain),
            f"Both terms on top share a factor that does not hold {secant.shown}.",
        ),
        *_known(
            secant, start * ONE, f"{_goes_to(gain, 1)}. The number $e$ is the one base for which it does"
        ),
    ]


def sine_moves(secant: Secant) -> list[Move]:
    """Return the moves after the definition for the sine of x."""
    x, run = secant.x, secant.run
    sine, cosine = Call("sin", x), Call("cos", x)
    expanded = sine * Call("cos", run) + cosine * Call("sin", run)
    formula = r"$\sin(a + b) = \sin a \cos b + \cos a \sin b$"
    along, across = _small_angles(secant)
    return [
        ("addition formula", secant.limit((expanded - sine) / run), f"Use {formula}."),
        ("collect", secant.limit(sine * along + cosine * across), _COLLECT.format(shown=secant.shown)),
        *_known(secant, sine * ZERO + cosine * ONE, _facts(along, across)),
    ]


def cosine_moves(secant: Secant) -> list[Move]:
    """Return the moves after the definition for the cosine of x."""
    x, run = secant.x, secant.run
    sine, cosine = Call("sin", x), Call("cos", x)
    expanded = cosine * Call("cos", run) - sine * Call("sin", run)
    formula = r"$\cos(a + b) = \cos a \cos b - \sin a \sin b$"
    along, across = _small_angles(secant)
    return [
        ("addition formula", secant.limit((expanded - cosine) / run), f"Use {formula}."),
        ("collect", secant.limit(cosine * along - sine * across), _COLLECT.format(shown=secant.shown)),
        *_known(secant, cosine * ZERO - sine * ONE, _facts(along, across)),
    ]


def logarithm_moves(secant: Secant) -> list[Move]:
    """Return the moves after the definition for the natural logarithm of x."""
    x, run = secant.x, secant.run
    share = run / x
    growth = Call("ln", 1 + share)
    return [
        (
            "one logarithm",
            secant.limit(Call("ln", secant.end / x) / run),
            r"A difference of logarithms is the logarithm of a quotient: $\ln a - \ln b = \ln \frac{a}{b}$.",
        ),
        ("divide", secant.limit(growth / run), f"Divide both terms inside by ${to_latex(x)}$."),
        (
            "same small number",
            secant.limit(ONE / x * (growth / share)),
            f"The small number inside is ${to_latex(share)}$. Make it the bottom too, with a factor in front "
            "that puts this right.",
        ),
        *_known(
            secant,
            ONE / x * ONE,
            r"that $\frac{\ln(1 + t)}{t}$ goes to $1$ as $t$ goes to $0$; "
            f"here $t$ is ${to_latex(share)}$. The number $e$ is the one base for which it does",
        ),
    ]


_COLLECT = "Collect the terms by their first factor: {shown} is then in two small fractions only."


def _small_angles(secant: Secant) -> tuple[Expression, Expression]:
    run = secant.run
    return (Call("cos", run) - 1) / run, Call("sin", run) / run


def _facts(along: Expression, across: Expression) -> str:
    return (
        f"{_goes_to(along, 0)}, and {_goes_to(across, 1)}. "
        "Both hold because angles are in radians: a short arc of the unit circle is nearly as long as high"
    )


def _goes_to(body: Expression, value: int) -> str:
    return f"that ${to_latex(body)}$ goes to ${value}$"


def _known(secant: Secant, end: Expression, fact: str) -> list[Move]:
    """The move that uses a known limit, and tidying after it."""
    left = secant.with_constant(end)
    why = f"Now let {secant.shown} shrink to nothing. A fact is used here and not proved: {fact}."
    return [("known limit", left, why), ("tidy", tidy(left), "Tidy up: factors of $0$ and $1$.")]
