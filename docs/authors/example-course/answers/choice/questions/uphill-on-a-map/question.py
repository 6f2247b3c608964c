"""Which arrow is the gradient: four maps of one valley, each with another arrow at the same point."""

import math

import numpy as np

from upslope.maths import derivative, evaluate, number, symbol
from upslope.questions import Arrow, Dot, Draw, Misconception, Plot, choice_part, contours

VIEW = (-3, 3, -2.4, 2.4)
LENGTH = 1.1
MISTAKES = (
    Misconception("downhill", "It stands square on the line, and points downhill.", "down"),
    Misconception("along-the-line", "Along a line the height does not change at all.", "along"),
    Misconception(
        "away-from-the-lowest", "It leaves the lowest place behind, but not by the steepest way.", "away"
    ),
)
COMPASS = ("east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east")


def generate(rng: np.random.Generator) -> Draw:
    """Return the map of x² + k y² with a point well off its axes, where all four directions differ."""
    k = int(rng.integers(3, 6))
    px, py = (int(side) for side in rng.choice([-1, 1], 2))
    x, y = symbol("x"), symbol("y")
    f = x**2 + number(k) * y**2
    fx, fy = (evaluate(derivative(f, letter), {"x": px, "y": py}) for letter in ("x", "y"))
    ways = {"gradient": (fx, fy), "down": (-fx, -fy), "along": (-fy, fx), "away": (px, py)}
    lines = contours(f, VIEW, [1, 3, 6, 10, 15, 21])
    point = (Dot((px, py), "x", "P"),)
    options = [
        {"id": name, "plot": Plot(VIEW, _alt(way), contours=lines, dots=point, arrows=(_arrow(px, py, way),))}
        for name, way in ways.items()
    ]
    part = choice_part(
        "gradient",
        [options[int(place)] for place in rng.permutation(4)],
        "gradient",
        label="On which map is the arrow the direction of the gradient?",
        misconceptions=MISTAKES,
    )
    return Draw({"f": f, "px": px, "py": py, "fx": fx, "fy": fy}, (part,))


def _arrow(px: int, py: int, way: tuple[float, float]) -> Arrow:
    stretch = LENGTH / math.hypot(*way)
    return Arrow((px, py), (px + stretch * way[0], py + stretch * way[1]))


def _alt(way: tuple[float, float]) -> str:
    degrees = round(math.degrees(math.atan2(way[1], way[0]))) % 360
    return f"The arrow at P points {COMPASS[round(degrees / 45) % 8]}, at {degrees} degrees from the x axis."
