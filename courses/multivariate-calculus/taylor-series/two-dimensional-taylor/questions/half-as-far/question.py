"""How the errors of floor, plane and paraboloid shrink when one goes half as far."""

import numpy as np

from upslope.questions import Draw, Misconception, Part, distinct, number_part

KEPT = (
    "You took the order that was *kept*. The error is what was left out, and the first thing left out "
    "has one order more."
)
SAME = (
    "You halved it. That would be so if the error went with the distance itself. Which power is left out "
    "first?"
)
UNCHANGED = (
    "A floor has the right height at the point itself, and is worse the farther you go. Nearer by half helps."
)
TOO_MUCH = "The tilt goes with the distance itself, and the tilt is the first thing that a floor leaves out."
SCENES = (
    "The depth of a lake, in centimetres.",
    "The height of a hill, in centimetres.",
    "The cost of a network over two of its weights, in thousandths.",
    "How much the family likes a loaf, over salt and time, in hundredths.",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return three errors of which the half, the quarter and the eighth are short numbers."""
    floor = 20 * int(rng.integers(12, 25))
    plane = 4 * int(rng.integers(15, 35))
    bowl = 8 * int(rng.integers(2, 6))
    parts = (
        _part(
            "floor",
            "The floor by about",
            floor / 2,
            (("no-better", UNCHANGED, floor), ("order-too-high", TOO_MUCH, floor / 4)),
        ),
        _part("plane", "The plane by about", plane / 4, (("error-like-the-distance", SAME, plane / 2),)),
        _part(
            "bowl",
            "The paraboloid by about",
            bowl / 8,
            (("order-kept", KEPT, bowl / 4), ("error-like-the-distance", SAME, bowl / 2)),
        ),
    )
    values = {"floor": floor, "plane": plane, "bowl": bowl}
    shown = {"half": floor // 2, "quarter": plane // 4, "eighth": bowl // 8}
    return Draw({"scene": str(rng.choice(SCENES)), **values, **shown}, parts)


def _part(name: str, label: str, right: float, mistakes: tuple[tuple[str, str, float], ...]) -> Part:
    told = [Misconception(code, sentence, str(wrong)) for code, sentence, wrong in mistakes]
    return distinct(number_part(name, right, label=label, relative=0.1, misconceptions=told))
