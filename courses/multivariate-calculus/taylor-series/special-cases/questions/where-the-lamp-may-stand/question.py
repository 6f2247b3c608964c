"""The points about which a quotient, a root or a logarithm has a Taylor series, and how far one reaches."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, choices_part, distinct, number_part

TOP = (
    "You left out the place where the *top* is 0. There the function is 0, and that is as good a value as "
    "any. Only a 0 below the line is a wall."
)
ALL = "You ticked every place. At one of them at least there is no value or no slope to begin with."
ROOT_EDGE = (
    "edge-of-the-root",
    (
        "The curve has a point at its edge. But look how it leaves it: straight up, without a slope. A "
        "series needs the slope, and ground on both sides."
    ),
)
NEGATIVE = (
    "To the left of its edge this function has no real values at all, so nothing can be expanded there."
)
LOG_EDGE = (
    "edge-of-the-logarithm",
    "At its edge the logarithm falls without end. There is no value there to begin a series with.",
)
ORIGIN = "That is how far the place is from 0. Measure to where the function breaks down."
FARTHER = (
    "There is trouble nearer than that, on the other side. The light is round and stops at the first wall."
)


# function, five places, those with a series, wrong ticks, the lamp, the walls, words for the hints
Case = tuple[str, list[int], list[int], tuple[Misconception, ...], int, list[int], dict[str, str]]


def generate(rng: np.random.Generator) -> Draw:
    """Return a quotient with two walls, or a root or logarithm with an edge, and five places."""
    text, listed, right, mistakes, lamp, walls, told = _quotient(rng) if rng.integers(3) else _edge(rng)
    options = [{"id": _name(n), "text": f"$x = {n}$"} for n in listed]
    near, *far = sorted((abs(lamp - wall), wall) for wall in walls)
    slips = [Misconception("farther-wall", FARTHER, str(wall[0])) for wall in far]
    slips.append(Misconception("distance-from-zero", ORIGIN, str(abs(lamp))))
    places = choices_part(
        "places",
        [options[int(place)] for place in rng.permutation(5)],
        [_name(n) for n in right],
        label="A series exists at",
        misconceptions=mistakes,
    )
    reach = number_part("reach", near[0], label=f"About ${lamp}$ it reaches", misconceptions=slips)
    values = {"f": parse(text), "a": lamp, "nearest": near[1], "radius": near[0], **told}
    return Draw(values, (places, distinct(reach)))


def _quotient(rng: np.random.Generator) -> Case:
    while True:
        p, q, zero, one, two = (int(n) for n in rng.choice(np.arange(-5, 7), 5, replace=False))
        if zero != 0 and p != -q and abs(p - one) != abs(q - one):
            break
    told = {
        "rule": "A quotient breaks down where its bottom is 0. A top of 0 is harmless.",
        "bad": f"The bottom is 0 at ${min(p, q)}$ and at ${max(p, q)}$.",
        "zero": f" At ${zero}$ the top is 0, and that does no harm.",
    }
    places = [p, q, zero, one, two]
    mistakes = (
        Misconception("zero-of-the-top", TOP, _ticks([one, two])),
        Misconception("all-ticked", ALL, _ticks(places)),
    )
    bottom = sorted((_minus(p), _minus(q)))
    text = f"({_minus(zero)})/(({bottom[0]})*({bottom[1]}))"
    return (text, places, [zero, one, two], mistakes, one, [p, q], told)


def _edge(rng: np.random.Generator) -> Case:
    edge, is_root = int(rng.integers(-3, 4)), bool(rng.integers(2))
    right = [edge + int(step) for step in rng.choice(np.arange(1, 7), 3, replace=False)]
    places = [edge - int(rng.integers(1, 4)), edge, *right]
    told = {
        "rule": "A root needs something above 0 inside, for its slope too; a logarithm as well.",
        "bad": f"At ${edge}$ it begins, and to the left of that it has no real values.",
        "zero": "",
    }
    mistakes = (
        Misconception(*(ROOT_EDGE if is_root else LOG_EDGE), _ticks([edge, *right])),
        Misconception("left-of-the-edge", NEGATIVE, _ticks(places)),
    )
    text = f"{'sqrt' if is_root else 'ln'}({_minus(edge)})"
    return (text, places, right, mistakes, right[0], [edge], told)


def _minus(n: int) -> str:
    return "x" if n == 0 else f"x - {n}" if n > 0 else f"x + {-n}"


def _name(n: int) -> str:
    return f"at{n}".replace("-", "m")


def _ticks(places: list[int]) -> str:
    return ", ".join(_name(n) for n in places)
