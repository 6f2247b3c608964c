"""Multiply three given Jacobians with @, each taken at its own place."""

from math import cos, sin

import numpy as np

from upslope.questions import Draw, Misconception, code_part

GIVEN = """import numpy as np

def u(t):
    return np.array([{p} * t, {q} - {r} * t])

def x(u):
    v, w = u
    return np.array([
        2 * np.cos(v) + np.cos(w),
        2 * np.sin(v) + np.sin(w)])

def J_u(t):
    return np.array([[{p}], [-{r}]])

def J_x(u):
    v, w = u
    return np.array([
        [-2 * np.sin(v), -np.sin(w)],
        [2 * np.cos(v), np.cos(w)]])

def J_f(x):
    return np.array([
        [{a} * x[1], {a} * x[0]]])
"""
STORIES = (
    "A robot’s arm moves a thermometer over a hot plate, where $f = 20 + {a}xy$.",
    "A crane with two joints swings a lamp over a stage. The light that falls on the singer is $f = {a}xy$.",
    "An arm with two joints holds a microphone, and the loudness where it hangs is $f = 5 + {a}xy$.",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return an arm with two speeds and a plate that is hot in its corner."""
    a = int(rng.integers(2, 7))
    p, q, r = (int(n) / 10 for n in (rng.integers(2, 7), rng.integers(12, 19), rng.integers(2, 7)))
    part = code_part(
        "dfdt",
        _returning("J_f(x(u(t))) @ J_x(u(t)) @ J_u(t)"),
        calls={"dfdt": [{"low": 0.5, "high": 2.5}]},
        given=GIVEN.format(a=a, p=p, q=q, r=r),
        label="`dfdt`",
        misconceptions=_mistakes(),
    )
    story = STORIES[int(rng.integers(len(STORIES)))].format(a=a)
    return Draw({"story": story, "value": f"{_rate(a, p, q, r):.2f}"}, (part,))


def _rate(a: int, p: float, q: float, r: float) -> float:
    """The rate at t = 1."""
    u, v = p, q - r
    x, y = 2 * cos(u) + cos(v), 2 * sin(u) + sin(v)
    return a * (y * (-2 * sin(u) * p + sin(v) * r) + x * (2 * cos(u) * p - cos(v) * r))


def _returning(formula: str) -> str:
    return f"def dfdt(t):\n    return {formula}\n"


def _mistakes() -> tuple[Misconception, ...]:
    return (
        Misconception(
            "slopes-at-the-angles",
            "The slopes of $f$ are taken at the angles. `J_f` wants a place: give it `x(u(t))`.",
            _returning("J_f(u(t)) @ J_x(u(t)) @ J_u(t)"),
        ),
        Misconception(
            "middle-link-forgotten",
            "You multiplied two of the three factors. The shapes let it pass, but angles are not places: "
            "`J_x` stands between them.",
            _returning("J_f(x(u(t))) @ J_u(t)"),
        ),
        Misconception(
            "middle-link-turned",
            "`J_x` went in transposed. It has a row for each coordinate and a column for each angle, and "
            "that is the way round in which you need it.",
            _returning("J_f(x(u(t))) @ J_x(u(t)).T @ J_u(t)"),
        ),
        Misconception(
            "place-for-angles",
            "`J_x` is taken at a place. It wants angles: give it `u(t)`.",
            _returning("J_f(x(u(t))) @ J_x(x(u(t))) @ J_u(t)"),
        ),
    )
