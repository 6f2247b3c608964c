"""On a curve of metres against time, the fastest moment is the steepest, not the highest."""

import math

import numpy as np

from upslope.questions import Curve, Dot, Draw, Misconception, Plot, choice_part

WHO = ("a ferry", "a marble", "a runner", "a tram", "a swan", "a skier", "a tortoise", "a cable car")
FARTHEST = (
    "There it has come farthest. How far is the height of the graph; how fast is how *steep* the graph is."
)
LEVEL = (
    "There the curve is nearly level: time passes, and hardly any metres are added. It is "
    "almost standing still."
)
BETWEEN = "It does move there, and a ruler would lean. But at another of the points it leans more."


def generate(rng: np.random.Generator) -> Draw:
    """Return an S-shaped way with four points on it, named in a random order."""
    middle, pace = float(rng.uniform(4.0, 6.0)), float(rng.uniform(1.3, 1.8))
    places = {
        "level": middle - 3.4,
        "between": middle - 1.9 / pace,
        "steep": middle + float(rng.uniform(-0.2, 0.2)),
        "far": middle + 3.2,
    }
    names = dict(zip(places, (str(name) for name in rng.permutation(list("PQRS"))), strict=True))

    def height(t: float) -> float:
        return 40 / (1 + math.exp(-pace * (t - middle)))

    points = tuple((k / 10, height(k / 10)) for k in range(101))
    dots = tuple(Dot((t, height(t)), "x", names[kind]) for kind, t in places.items())
    gains = {names[kind]: round(height(t + 0.5) - height(t - 0.5)) for kind, t in places.items()}
    told = ", ".join(f"{gains[name]} at {name}" for name in sorted(gains))
    alt = (
        "A curve that climbs. Metres gained from half a second before each point to half a "
        f"second after: {told}."
    )
    picture = Plot((-0.4, 10.4, -4, 45), alt, (Curve((points,), "y"),), dots=dots, axes=("seconds", "metres"))
    options = [
        {"id": kind, "text": f"at {names[kind]}"} for kind in sorted(names, key=lambda kind: names[kind])
    ]
    mistakes = (
        Misconception("farthest-for-fastest", FARTHEST, "far"),
        Misconception("level-for-fastest", LEVEL, "level"),
        Misconception("not-yet-the-steepest", BETWEEN, "between"),
    )
    part = choice_part("moment", options, "steep", label="The speed is greatest", misconceptions=mistakes)
    nudge = f"It is not at {names['far']}, though it is highest there."
    values = {"who": str(rng.choice(WHO)), "picture": picture, "nudge": nudge, "right": names["steep"]}
    return Draw({**values, "highest": names["far"], "level": names["level"]}, (part,))
