"""A function nested three deep as a program of three lines, to be differentiated line by line."""

import numpy as np

from upslope.maths import Expression, derivative, parse, to_latex
from upslope.questions import Draw, Misconception, code_part

INNER = ("{a}*x^2 + {b}", "{a}*x + {b}", "x^3 + {a}*x", "{a}*x - x^2")
MIDDLE = ("sin(u)", "cos(u)", "sin(u)", "1/u")
OUTER = ("e^v", "v^{n}", "cos(v)", "sin(v)", "{a}*v^{n}")
PRODUCT = "dy * dv * du"
MISTAKES = {
    "innermost-link-forgotten": (
        "dy * dv",
        "Two links are right. The first line changes with $x$ as well: multiply by its slope too.",
    ),
    "middle-link-forgotten": (
        "dy * du",
        "The first and the last link are there. Between them $v$ changes with $u$, at a rate of its own.",
    ),
    "outer-link-alone": (
        "dy",
        "That is the slope of the last line by $v$. It asks what happens when $v$ grows by a unit, not $x$: "
        "the other two links are missing.",
    ),
    "links-added": (
        "dy + dv + du",
        "You found the three slopes and added them. Rates along a chain multiply.",
    ),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return three lines, u of x, v of u and y of v, such that no slope is 1."""
    a, b, n = int(rng.integers(2, 6)), int(rng.integers(1, 6)), int(rng.integers(3, 6))
    u, v, y = (
        parse(str(rng.choice(forms)).format(a=a, b=b, n=n), (letter,))
        for forms, letter in ((INNER, "x"), (MIDDLE, "u"), (OUTER, "v"))
    )
    slopes = {"du": derivative(u, "x"), "dv": derivative(v, "u"), "dy": derivative(y, "v")}
    lines = [f"    {name} = {_python(line)}" for name, line in (("u", u), ("v", v), ("y", y))]
    rates = [f"    {name} = {_python(slope)}" for name, slope in slopes.items()]

    def program(returned: str, body: list[str]) -> str:
        return "\n".join(["def dydx(x):", *body, f"    return {returned}"])

    part = code_part(
        "slope",
        program(PRODUCT, lines + rates),
        calls={"dydx": [{"low": 0.3, "high": 1.6}]},
        given="import numpy as np",
        starter=program("...", lines),
        label="The slope of $y$, as a function of $x$",
        misconceptions=[
            Misconception(code, sentence, program(returned, lines + rates))
            for code, (returned, sentence) in MISTAKES.items()
        ],
    )
    code = {name: _python(slope) for name, slope in slopes.items()}
    maths = {"dydv": to_latex(slopes["dy"]), "dvdu": to_latex(slopes["dv"]), "dudx": to_latex(slopes["du"])}
    return Draw({"u": u, "v": v, "y": y, **code, **maths}, (part,))


def _python(formula: Expression) -> str:
    """Return a formula as it is typed in Python: ``np.sin(u)``."""
    text = str(formula).replace("e^v", "exp(v)").replace("^", "**")
    for name in ("sin", "cos", "exp"):
        text = text.replace(f"{name}(", f"np.{name}(")
    return text
