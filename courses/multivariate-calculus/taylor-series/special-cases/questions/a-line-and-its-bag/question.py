"""A linearisation and the order of what it leaves out, which is 3 where the curve does not bend."""

import numpy as np

from upslope.maths import derivative, linearise, number, parse
from upslope.questions import Draw, Misconception, distinct, expression_part, number_part

# the function, the point, value and slope there, the order of what is left out, and its first term
CASES = (
    ("sin({n} x)", "0", "0", "{n}", 3),
    ("{m} + sin({n} x)", "0", "{m}", "{n}", 3),
    ("{n} cos(x)", "pi/2", "0", "-{n}", 3),
    ("x^3 + {n} x + {m}", "0", "{m}", "{n}", 3),
    ("{m} - sin({n} x)", "0", "{m}", "-{n}", 3),
    ("e^({n} x)", "0", "1", "{n}", 2),
    ("{n} ln(x)", "1", "0", "{n}", 2),
    ("{n}/x", "1", "{n}", "-{n}", 2),
    ("x^{n}", "1", "1", "{n}", 2),
    ("{m} cos({n} x)", "0", "{m}", "0", 2),
)
KEPT = "1 is the power of the last term that you *kept*. The label names the first one that you left out."
USUAL = (
    "As a rule it is 2. But here the curve does not bend at this very point: the term with $d^2$ has the "
    "number 0, and the next one is first in the bag."
)
EXPECTED = (
    "There is a term with $d^2$: at this point the second derivative is not 0. The label names that one."
)
VALUE = "That is how much it changes. The line begins at the value of $f$ at the point, so add that."
TURNED = "The size is right. Does the curve rise or fall there? The sign of the slope says so."
LEVEL = "The value is right, and it is not level there: the slope times $d$ is still to come."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of ten functions with two numbers from 2 to 5."""
    text, at, height, tilt, k = CASES[int(rng.integers(len(CASES)))]
    n, m = (int(each) for each in rng.choice(np.arange(2, 6), 2, replace=False))
    f, height, tilt = parse(text.format(n=n, m=m)), height.format(m=m, n=n), tilt.format(n=n)
    point = parse(at, ())
    line = expression_part(
        "line",
        f"{height} + ({tilt})*d",
        label="The line:",
        variables=("d",),
        misconceptions=(
            Misconception("value-dropped", VALUE, f"({tilt})*d"),
            Misconception("slope-turned", TURNED, f"{height} - ({tilt})*d"),
            Misconception("slope-left-out", LEVEL, height),
        ),
    )
    other = Misconception("always-two", USUAL, "2") if k == 3 else Misconception("bend-missed", EXPECTED, "3")
    label = number_part("k", k, label="$k =$", misconceptions=(Misconception("last-kept", KEPT, "1"), other))
    bend = (
        "The second derivative is 0 at this point, and the third is not."
        if k == 3
        else "The second derivative is not 0 at this point."
    )
    worked = linearise(f, "x", point if at != "0" else number(0))
    second = derivative(derivative(f))
    values = {"f": f, "a": point, "k": k, "bend": bend, "second": second, "worked": worked}
    return Draw(values, (distinct(line), distinct(label)))
