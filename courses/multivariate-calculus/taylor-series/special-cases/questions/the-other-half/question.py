"""The left half of a function's graph, from its right half and the powers in its series."""

import numpy as np

from upslope.maths import parse, to_numpy
from upslope.questions import Draw, Misconception, Plot, curve, sketch_part

VIEW = (-4.0, 4.0, -3.0, 3.0)
# the right half, which is 0 at 0: for an odd and for an even function
ODD = ("{b}2*sin({a}*x)", "{b}x*(x^2 - {c})/6", "{b}2*x*e^(-x^2/{c})")
EVEN = ("{b}x^2*e^(-x^2/{c})", "1.2 - 1.2*cos({a}*1.5*x)", "{b}x^2*(x^2 - {c})/6")
FOLDED = (
    "You folded the graph along the upright axis. That is what $x^2$ and $x^4$ do. Odd powers turn their "
    "sign on the left."
)
TURNED = (
    "You turned the graph half round. That is what $x$ and $x^3$ do. Even powers have the same sign on both "
    "sides."
)
NOTHING = (
    "You let it lie on the axis. But what a series says on the right it says on the left as well: at −1 the "
    "terms have the sizes they have at 1."
)
MOVES = {
    "odd": "Turn the right half half round about the origin: what is up at $x$ is down at $-x$.",
    "even": "Fold the right half along the upright axis: what is up at $x$ is up at $-x$.",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return an odd or an even function with a turn in its right half."""
    kind = str(rng.choice(["odd", "even"]))
    shape = str(rng.choice(ODD if kind == "odd" else EVEN))
    a, b, c = str(rng.choice(["0.8", "0.9"])), str(rng.choice(["-", ""])), str(rng.choice(["6", "7"]))
    f = parse(shape.format(a=a, b=b, c=c))
    right = np.linspace(0, 2.5, 51)
    heights = to_numpy(f, ("x",))(right)
    turn = int(np.argmax(np.abs(heights)))
    at, height = float(right[turn]), float(heights[turn])
    side = -1 if kind == "odd" else 1
    alt = (
        f"A curve that begins at the origin and is drawn to the right only. About x = {at:.1f} it has the "
        f"height {height:.1f}."
    )
    other = ("folded", FOLDED) if kind == "odd" else ("turned", TURNED)
    part = sketch_part(
        "left",
        f,
        view=VIEW,
        interval=(-4.0, 0.0),
        behind=Plot(VIEW, alt, (curve(f, (0.0, *VIEW[1:])),)),
        axes=("x", "f(x)"),
        label="The left half of the graph",
        misconceptions=(
            Misconception(*other, str(-f)),
            Misconception("nothing-on-the-left", NOTHING, "-4 0, 0 0"),
        ),
    )
    told = {
        "kind": kind,
        "powers": "$x$, $x^3$, $x^5$" if kind == "odd" else "$x^2$, $x^4$, $x^6$",
        "move": MOVES[kind],
        "example": f"At ${at:.1f}$ the graph is near ${height:.1f}$. So at $-{at:.1f}$ it is near "
        f"${side * height:.1f}$.",
        "mirror": "-f(x)" if kind == "odd" else "f(x)",
        "f": f,
    }
    return Draw(told, (part,))
