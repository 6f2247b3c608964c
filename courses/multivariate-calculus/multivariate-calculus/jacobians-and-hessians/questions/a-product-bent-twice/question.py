"""The Hessian of a x y times eˣ, sin x or cos x, plus c y²: the product rule twice, then a point."""

import numpy as np

from upslope.maths import derivative, hessian, matrix, parse
from upslope.questions import Draw, FollowThrough, Misconception, matrix_part
from upslope.questions.misconceptions import hessian as slips

NAMES = ("x", "y")
ONCE = (
    "The bend along $x$ is too simple. The slope by $x$ is still a sum of products; each product takes turns "
    "again when you differentiate by $x$ once more."
)
ORIGIN = "These are the bends at the origin. Only $x$ is 0 there; put the value of $y$ in as well."


def generate(rng: np.random.Generator) -> Draw:
    """Return a and c that differ, a wave or eˣ, and a place on the y axis."""
    a, c = (int(n) for n in rng.choice(np.arange(2, 8), 2, replace=False))
    q, wave = int(rng.choice([-3, -2, 2, 3, 4])), str(rng.choice(["e^x", "sin(x)", "cos(x)"]))
    f = parse(f"{a}x*y*{wave} {rng.choice(['+', '-'])} {c}y^2", NAMES)
    in_letters, worked = hessian(f, NAMES).result, hessian(f, NAMES, {"x": 0, "y": q})
    (_, mixed), (_, bend) = in_letters.rows
    factor = derivative(parse(wave), "x")
    once = parse(f"{a}y", NAMES) * factor + parse(f"{a}x*y", NAMES) * derivative(factor, "x")
    letters = matrix_part(
        "hessian",
        in_letters,
        variables=NAMES,
        label="$\\mathbf{H} =$",
        misconceptions=(
            slips.mixed_terms_missing(f, NAMES),
            slips.first_variable_only(f, NAMES),
            Misconception("product-rule-once", ONCE, str(matrix([[once, mixed], [mixed, bend]]))),
        ),
    )
    places = {"bends-at-the-origin": (ORIGIN, (0, 0))} if wave != "cos(x)" else {}
    numbers = matrix_part(
        "here",
        worked.result,
        variables=(),
        label=f"$\\mathbf{{H}}$ at $(0,\\ {q})$:",
        misconceptions=[
            Misconception(code, says, str(in_letters.substitute({"x": x, "y": y})))
            for code, (says, (x, y)) in places.items()
        ],
        follow_through=FollowThrough("hessian", at={"x": 0, "y": q}),
    )
    values = {"f": f, "q": q, "slope": derivative(f, "x"), "worked": worked}
    return Draw(values, (letters, numbers))
