"""A cubic moor with a twist: two level places, the Hessian, and what each of the two is."""

import numpy as np

from upslope.maths import derivative, hessian, parse, tidy
from upslope.questions import Draw, Misconception, Part, choice_part, matrix_part
from upslope.questions.misconceptions import hessian as slips

NAMES = ("x", "y")
PLACES = {2: ((0, 2), (-1, 3), (-2, 4)), 4: ((0, 4), (1, 3), (-1, 5))}
TEXTS = {"minimum": "a minimum", "maximum": "a maximum", "saddle": "a saddle"}
AXIS = (
    "The $x$ values stand. At a level place the slope by $y$ is zero as well, and that slope holds $x$: work "
    "out which $y$ belongs to each $x$."
)
DIAGONAL = (
    "You went by the diagonal, or by how high the place seems. The twist counts too: work out the "
    "determinant at this very place."
)
UPSIDE = (
    "Minimum and maximum are exchanged. With a determinant above zero look at one entry of the diagonal: "
    "above zero it bends up, and the place is lowest."
)
NEITHER = (
    "Work out the determinant at this very place. Below zero, some directions bend up and others down: the "
    "place is highest one way and lowest another."
)
TWIST = (
    "A twist does not always win. At this place the determinant is above zero, so all directions bend the "
    "same way."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return ±(x³ + δx + γxy + βy²) with whole level places (x, −γx/2β); one is a saddle, one is not."""
    total = int(rng.choice([2, 4]))
    first, second = PLACES[total][rng.integers(3)]
    sign, turn = (int(n) for n in rng.choice([-1, 1], 2))
    beta, gamma, delta = 3 * total // 2, 3 * total * turn, 3 * first * second
    linear = f"+ ({sign * delta})*x" if delta else ""
    f = tidy(parse(f"{sign}*x^3 {linear} + ({sign * gamma})*x*y + ({sign * beta})*y^2", NAMES))
    here = hessian(f, NAMES)
    places = matrix_part(
        "places",
        f"[{first}, {-turn * first}; {second}, {-turn * second}]",
        variables=(),
        label="Level at:",
        misconceptions=(Misconception("y-left-at-zero", AXIS, f"[{first}, 0; {second}, 0]"),),
    )
    bends = matrix_part(
        "hessian",
        here.result,
        variables=NAMES,
        label="$\\mathbf{H} =$",
        misconceptions=(slips.mixed_terms_missing(f, NAMES),),
    )
    kind = "minimum" if sign > 0 else "maximum"
    values = {"f": f, "hessian": here.result, "first": first, "second": second, "kind": TEXTS[kind]}
    slopes = {"by_x": tidy(derivative(f, "x")), "by_y": tidy(derivative(f, "y"))}
    line, left = parse(f"{-turn}*x"), tidy(parse(f"{sign}*(3x^2 - {3 * total}x + ({delta}))"))
    det = parse(f"{12 * beta}x - {gamma**2}")
    dets = {"det_first": 12 * beta * first - gamma**2, "det_second": 12 * beta * second - gamma**2}
    told = {"line": tidy(line), "quadratic": left, "det": det, "corner": 2 * sign * beta, **dets}
    choices = (_choice(rng, "first", "saddle", kind), _choice(rng, "second", kind, "saddle"))
    return Draw({**values, **slopes, **told}, (places, bends, *choices))


def _choice(rng: np.random.Generator, which: str, right: str, other: str) -> Part:
    options = [{"id": name, "text": text} for name, text in TEXTS.items()]
    rng.shuffle(options)
    turned = "maximum" if "minimum" in (right, other) else "minimum"
    mistakes = {other: ("twist-wins", TWIST), turned: ("upside-down", UPSIDE)}
    if right == "saddle":
        mistakes = {other: ("diagonal-trusted", DIAGONAL), turned: ("one-direction-for-all", NEITHER)}
    noticed = [Misconception(code, says, option) for option, (code, says) in mistakes.items()]
    return choice_part(which, options, right, label=f"The {which} place is", misconceptions=noticed)
