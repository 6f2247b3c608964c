"""Which graph is the derivative of a drawn cubic: four pictures to choose from."""

import numpy as np

from upslope.maths import derivative, differentiate, number, symbol, tidy
from upslope.questions import Draw, Misconception, choice_part, plot_of, view_of

MISTAKES = (
    Misconception("function-again", "This one goes up and down where $f$ itself does.", "itself"),
    Misconception("sign-flipped", "It meets the axis in the right places. Now look at its signs.", "flipped"),
    Misconception("slope-of-slope", "This one tells how the slope changes. The slope comes first.", "second"),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a cubic with f' = ±3 (x - left)(x - right); left + right is even, so every term is whole."""
    left, sign = int(rng.integers(-3, 1)), int(rng.choice([-1, 1]))
    right = left + int(rng.choice([2, 4]))
    x = symbol("x")
    b, c = -3 * (left + right) // 2, 3 * left * right
    f = tidy(number(sign) * x**3 + number(sign * b) * x**2 + number(sign * c) * x)
    slope = derivative(f, "x")
    up, down = ("upwards", "downwards")[::sign]
    graphs = {
        "slope": (slope, f"A parabola that opens {up} and crosses the axis at {left} and {right}."),
        "flipped": (-slope, f"A parabola that opens {down} and crosses the axis at {left} and {right}."),
        "itself": (f, f"A curve that turns at {left} and {right} and is steep on both sides."),
        "second": (derivative(slope, "x"), f"A line that crosses the axis at {(left + right) // 2}."),
    }
    view = view_of([function for function, _ in graphs.values()], left - 1.2, right + 1.2)
    options = [{"id": name, "plot": plot_of(graph, view, alt)} for name, (graph, alt) in graphs.items()]
    part = choice_part(
        "slope",
        [options[int(place)] for place in rng.permutation(4)],
        "slope",
        label="Which graph is that of $f'$?",
        misconceptions=MISTAKES,
    )
    between = "falls" if sign > 0 else "climbs"
    own_view = view_of([f], left - 1.2, right + 1.2)
    picture = plot_of(f, own_view, f"The graph of f. It turns at {left} and {right} and {between} between.")
    values = {"picture": picture, "f": f, "worked": differentiate(f), "left": left, "right": right}
    side = "below" if sign > 0 else "above"
    return Draw({**values, "between": between, "side": side}, (part,))
