"""The cost of a neuron as a map over its weight and bias: the lowest place, and the first step downhill."""

import numpy as np

from upslope.maths import Expression, parse
from upslope.questions import (
    Draw,
    Misconception,
    Plot,
    contours,
    distinct,
    place_arrow_part,
    place_points_part,
    places_text,
)

VIEW = (-4.0, 4.0, -4.0, 4.0)
LEVELS = (0.005, 0.03, 0.08, 0.15, 0.25)
# two inputs, then a weight and a bias for which the innermost ring is small and lies round the lowest place
CLOSE = ((0, 1, 2, 1), (0, 1, 2, 1.5), (0, 1, 1.5, 1), (0, 1, 1, 1.5))
APART = ((0, 2, 1.5, 1), (0, 2, 1, 1.5), (1, 3, 1, 1.5), (1, 3, 1, 2))
SIGNS = (
    "Both numbers may be below 0. Right of the middle $w$ is above 0, and below the middle $b$ is below 0."
)
SWAPPED = "The two numbers have changed places: $w$ goes across, $b$ upwards."
UPHILL = "That is the gradient, the way up. Training wants the cost to fall: go against it."
ALONG = "Your arrow runs along the contour, where the cost stays the same. A step of training crosses it."
STRAIGHT = (
    "You pointed at the lowest place. The neuron cannot see it: it knows only the slopes where it stands, "
    "and they lead straight across the contour."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return two examples that one neuron gets right, and a start whose way down is not straight."""
    inputs, best, start = _chosen(rng)
    t1, t2 = (f"{answer:.2f}" for answer in _answers(best, inputs))
    (w, b), slopes = (float(n) for n in best), _gradient(start, inputs, best)
    plot = Plot(
        VIEW,
        "Contours of the cost over w, which goes across, and b, which goes upwards. The innermost ring is "
        f"{'below' if b < 0 else 'above'} the middle and to the {'left' if w < 0 else 'right'} of it; from "
        "there the cost grows on every side.",
        contours=contours(_cost(inputs, (t1, t2)), VIEW, LEVELS, ("w", "b")),
        axes=("w", "b"),
    )
    turned = Misconception("signs-of-the-place", SIGNS, places_text([(-w, -b)]))
    swapped = Misconception("axes-swapped", SWAPPED, places_text([(b, w)]))
    label, wrong = "The best neuron", (turned, swapped)
    low = place_points_part("lowest", plot, [(w, b)], tolerance=0.06, label=label, misconceptions=wrong)
    x, y = start.tolist()
    label, wrong = "The first step from $S$", _wrong(slopes, start, best)
    step = place_arrow_part("step", plot, (x, y), _long(-slopes), label=label, misconceptions=wrong)
    place = {"start": f"w = {x:g},\\ b = {y:g}", "best": f"w = {w:g},\\ b = {b:g}"}
    values = {"x1": int(inputs[0]), "x2": int(inputs[1]), "t1": t1, "t2": t2, **place}
    return Draw({**values, "gradient": _row(slopes), "down": _row(-slopes)}, (distinct(low), step))


def _chosen(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return two inputs, the best weight and bias, and a start from which the way down bends."""
    while True:
        x1, x2, w, b = (*CLOSE, *APART)[rng.integers(8)]
        side, turn = (int(n) for n in rng.choice([-1, 1], 2))
        inputs, best = np.sort([side * x1, side * x2]), np.array([turn * w, -turn * side * b], float)
        start = rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0], 2)
        slopes, away = _gradient(start, inputs, best), start - best
        size = np.linalg.norm(slopes)
        off = np.degrees(np.arccos(slopes @ away / (size * np.linalg.norm(away) + 1e-9)))
        if size > 0.05 and 40 < off < 70:
            return inputs, best, start


def _wrong(slopes: np.ndarray, start: np.ndarray, best: np.ndarray) -> tuple[Misconception, ...]:
    """Return what is drawn for the step by mistake, as the tips of arrows."""
    along = np.array([-slopes[1], slopes[0]])
    ways = (
        ("training-uphill", UPHILL, slopes),
        ("training-along", ALONG, along),
        ("training-along-back", ALONG, -along),
        ("straight-to-the-lowest", STRAIGHT, best - start),
    )
    tips = ((code, text, start + _long(way)) for code, text, way in ways)
    return tuple(Misconception(code, text, places_text([(x, y)])) for code, text, (x, y) in tips)


def _cost(inputs: np.ndarray, targets: tuple[str, str]) -> Expression:
    terms = [f"(1/(1 + e^(-({x})*w - b)) - {t})^2" for x, t in zip(inputs, targets, strict=True)]
    return parse(f"({terms[0]} + {terms[1]})/2", ("w", "b"))


def _answers(neuron: np.ndarray, inputs: np.ndarray) -> np.ndarray:
    """What a neuron with this weight and bias says to the inputs."""
    return np.asarray(1 / (1 + np.exp(-neuron[0] * inputs - neuron[1])))


def _gradient(at: np.ndarray, inputs: np.ndarray, best: np.ndarray) -> np.ndarray:
    """The slopes of the mean cost by w and by b."""
    a = _answers(at, inputs)
    delta = (a - _answers(best, inputs)) * a * (1 - a)
    return np.array([delta @ inputs, delta.sum()])


def _long(way: np.ndarray) -> tuple[float, float]:
    """Return an arrow of length 0.9 in a direction."""
    x, y = (0.9 * way / np.linalg.norm(way)).tolist()
    return x, y


def _row(slopes: np.ndarray) -> str:
    across, up = (round(float(slope), 2) + 0.0 for slope in slopes)
    return rf"\begin{{bmatrix}} {across:.2f} & {up:.2f} \end{{bmatrix}}"
