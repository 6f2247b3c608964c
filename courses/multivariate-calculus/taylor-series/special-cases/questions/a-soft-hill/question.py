"""Why the series of a smooth quotient stops, with its poles found by completing the square."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Dot, Draw, Misconception, Plot, choice_part, curve, distinct, number_part

REASONS = {
    "poles": "There are poles beside the road, among the complex numbers.",
    "terms": "The order is too low: with enough terms every smooth curve is caught.",
    "bend": "The curve has a kink there, too small to be seen.",
    "steep": "The curve is too steep there for a polynomial.",
}
WRONG = {
    "terms": "Smoothness on the road is not enough. Beyond the radius each further term makes it worse, not "
    "better.",
    "bend": "A bottom that is never 0 makes a perfectly smooth curve. What goes wrong is not on the road.",
    "steep": "Polynomials can be as steep as you like, and this hill is gentle there. Look beside the road.",
}
NUMBER = "That is what the square has to be, up to its sign. How far away the pole is, is the root of it."
CONSTANT = (
    "You took the root of the last number as it stands. Complete the square first: part of that number "
    "belongs to it."
)
ORIGIN = "That is the radius. It counts from where the polynomial touches: begin there, and go to the right."
OTHER = "You went the right distance to the left. Asked is the end on the right."


def generate(rng: np.random.Generator) -> Draw:
    """Return c²/((x − m)² + c²), multiplied out, and its polynomial of order 6, 8 or 10 about m."""
    m, c, order = int(rng.choice([-3, -2, -1, 1, 2, 3])), int(rng.integers(1, 4)), 2 * int(rng.integers(3, 6))
    middle = f"{'-' if m > 0 else '+'} {2 * abs(m)} x"
    f = parse(f"{c * c}/(x^2 {middle} + {m * m + c * c})")
    u = f"((x - ({m}))/{c})"
    polynomial = parse(" + ".join(f"({(-1) ** k})*{u}^{2 * k}" for k in range(order // 2 + 1)))
    view = (m - 2.2 * c, m + 2.2 * c, -0.6, 1.6)
    alt = (
        f"A soft hill with its top at x = {m}. A dashed curve lies on the top, and leaves the hill steeply "
        f"on both sides, about {c} away from the top."
    )
    drawn = (curve(f, view), curve(polynomial, view, role="slope", is_dashed=True, label=f"order {order}"))
    names = [str(name) for name in rng.permutation(list(REASONS))]
    parts = (
        choice_part(
            "why",
            [{"id": name, "text": REASONS[name]} for name in names],
            "poles",
            label="Why not?",
            misconceptions=[Misconception(f"{name}-blamed", text, name) for name, text in WRONG.items()],
        ),
        distinct(
            number_part(
                "beside",
                c,
                label=f"About ${m}$ the radius of convergence is",
                misconceptions=(
                    Misconception("root-not-taken", NUMBER, str(c * c)),
                    Misconception("square-not-completed", CONSTANT, f"sqrt({m * m + c * c})"),
                ),
            )
        ),
        distinct(
            number_part(
                "right",
                m + c,
                label="To the right it settles up to $x =$",
                misconceptions=(
                    Misconception("radius-for-place", ORIGIN, str(c)),
                    Misconception("left-for-right", OTHER, str(m - c)),
                ),
            )
        ),
    )
    inside = f"x {'-' if m > 0 else '+'} {abs(m)}"
    told = {"f": f, "order": order, "m": m, "c": c, "number": c * c, "left": m - c, "right": m + c}
    shown = {
        "inside": inside,
        "square": f"({inside})^2",
        "poles": f"{c}i" if c > 1 else "i",
    }
    return Draw({**told, **shown, "picture": Plot(view, alt, drawn, dots=(Dot((m, 1), "x"),))}, parts)
